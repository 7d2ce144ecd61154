import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Locale } from '../context.js';
import { hereAt } from './facts.js';

interface ReasonsHost extends ReactiveControllerHost {
  readonly activeLocale: Locale;
  sentences<M extends object>(element: string, catalogue: M): M;
}

/** Why something was refused, in the words of where it was written: they are loaded when something was. */
export class Reasons implements ReactiveController {
  readonly #known = new Map<string, string>();

  constructor(private readonly host: ReasonsHost) {
    host.addController(this);
  }

  hostConnected(): void {
    // Words that did not arrive are asked for again with the next connection.
    this.#known.clear();
  }

  /** Empty while the words are on their way, or where they did not arrive. */
  of(entry: OutboxEntry): string {
    const { id, lastError } = entry;
    const key = [this.host.activeLocale, id, lastError?.at].join(' ');
    const known = this.#known.get(key);
    if (known === undefined) {
      this.#known.set(key, '');
      reasonOf(entry, this.host).then(
        (words) => {
          this.#known.set(key, words);
          this.host.requestUpdate();
        },
        (error: unknown) => console.error('cnr-outbox', error),
      );
    }
    return known ?? '';
  }
}

async function reasonOf({ kind, lastError }: OutboxEntry, host: ReasonsHost): Promise<string> {
  const { code = '', limit } = lastError ?? {};
  const locale = host.activeLocale;
  const wordsOf = async <M extends object>(
    element: string,
    french: () => Promise<{ fr: M }>,
    english: () => Promise<{ en: M }>,
  ) => host.sentences(element, locale === 'en' ? (await english()).en : (await french()).fr);
  if (kind === 'support') {
    const [{ refusalWords }, t] = await Promise.all([
      import('../support/words.js'),
      wordsOf(
        'support',
        () => import('../support/messages.fr.js'),
        () => import('../support/messages.en.js'),
      ),
    ]);
    return refusalWords(t, code);
  }
  const refusal = await wordsOf(
    'refusal',
    () => import('../refusal/messages.fr.js'),
    () => import('../refusal/messages.en.js'),
  );
  let { reasons } = refusal;
  if (kind === 'registration') {
    const t = await wordsOf(
      'registration',
      () => import('../meetings/registering/messages.fr.js'),
      () => import('../meetings/registering/messages.en.js'),
    );
    // What is left now is for the meeting's own page to tell.
    const [full, closed] = [t.full(undefined, 1), t.closed(undefined, undefined)];
    reasons = { ...t.reasons, 'meeting-full': full, 'registration-closed': closed };
  } else if (kind !== 'answer') {
    const t = await wordsOf(
      'entry',
      () => import('../proposals/entry/messages.fr.js'),
      () => import('../proposals/entry/messages.en.js'),
    );
    const until = limit?.until && hereAt(limit.until, locale);
    reasons = { ...t.reasons, 'limit-reached': t.limit(limit?.max, until) };
  }
  return reasons[code] ?? refusal.other(code);
}
