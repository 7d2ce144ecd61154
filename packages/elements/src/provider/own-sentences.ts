import type { MessageOverrides } from '../context.js';

/**
 * Puts a host's sentences over an element's own. What the element has no such sentence for, or of another kind (a text
 * where it counts with a function), is told on the console and left out: a wrong word must not take a consultation away.
 */
export function ownSentences(
  messages: MessageOverrides | null | undefined,
): <M extends object>(element: string, catalogue: M) => M {
  const known = new WeakMap<object, object>();
  return <M extends object>(element: string, catalogue: M): M => {
    const own = messages?.[element];
    if (own === undefined) return catalogue;
    const put = known.get(catalogue) ?? over(catalogue, own, element);
    known.set(catalogue, put);
    return put as M;
  };
}

function over<M extends object>(sentences: M, own: unknown, path: string): M {
  if (!isGroup(own)) {
    tell(path, 'which takes an object of sentences');
    return sentences;
  }
  const all: Record<string, unknown> = Object.fromEntries(Object.entries(sentences));
  for (const [name, sentence] of Object.entries(own)) {
    const standing = Object.hasOwn(all, name) ? all[name] : undefined;
    const at = `${path}.${name}`;
    if (isGroup(standing)) all[name] = over(standing, sentence, at);
    else if (standing !== undefined && typeof sentence === typeof standing) all[name] = sentence;
    else
      tell(at, standing === undefined ? 'as there is no such sentence' : `which takes a ${typeof standing}`);
  }
  return all as M;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function tell(path: string, why: string): void {
  console.error(`<cnr-provider messages>: ${path} is left out, ${why}.`);
}
