import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Locale } from '../context.js';
import { formatDateTime } from '../format.js';

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
  const { activeLocale: locale } = host;
  const isEnglish = locale === 'en';
  if (kind === 'support') {
    const [{ refusalWords }, t] = await Promise.all([
      import('../support/words.js'),
      isEnglish
        ? import('../support/messages.en.js').then(({ en }) => en)
        : import('../support/messages.fr.js').then(({ fr }) => fr),
    ]);
    return refusalWords(host.sentences('support', t), code);
  }
  const refusal = host.sentences(
    'refusal',
    isEnglish
      ? (await import('../refusal/messages.en.js')).en
      : (await import('../refusal/messages.fr.js')).fr,
  );
  let { reasons } = refusal;
  if (kind === 'registration') {
    const t = host.sentences(
      'registration',
      isEnglish
        ? (await import('../meetings/registering/messages.en.js')).en
        : (await import('../meetings/registering/messages.fr.js')).fr,
    );
    // What is left now is for the meeting's own page to tell.
    const [full, closed] = [t.full(undefined, 1), t.closed(undefined, undefined)];
    reasons = { ...t.reasons, 'meeting-full': full, 'registration-closed': closed };
  } else if (kind !== 'answer') {
    const t = host.sentences(
      'entry',
      isEnglish
        ? (await import('../proposals/entry/messages.en.js')).en
        : (await import('../proposals/entry/messages.fr.js')).fr,
    );
    const until = limit?.until && formatDateTime(limit.until, locale, zone());
    reasons = { ...t.reasons, 'limit-reached': t.limit(limit?.max, until) };
  }
  return reasons[code] ?? refusal.other(code);
}

function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
