import type { Phase } from '@cnr-widgets/contract';
import type { SupportState } from '@cnr-widgets/client/supports';
import type { SupportMessages } from './messages.fr.js';

/** Where one support stands, on the device and with the backend, and what the last press led to. */
export interface Standing extends SupportState {
  /** How the last press ended where it left no entry. */
  readonly end: 'cancelled' | 'unsaved' | 'noneLeft' | undefined;
  /** The press was made here, and not on another page or another day. */
  readonly acted: boolean;
}

/** What became of it, in the citizen's words; empty where there is nothing to say. */
export function outcomeWords(t: SupportMessages, locale: string, standing: Standing): string {
  const { entry, state, on, end, acted } = standing;
  if (end !== undefined) return t[end];
  const { lastError, nextAttemptAt } = entry ?? {};
  if (state === 'refused') return t.refused(refusalWords(t, lastError?.code ?? ''));
  if (state === 'unsaved') return t.memoryOnly;
  if (state === 'waiting') {
    if (lastError?.code === 'rate-limited' && nextAttemptAt !== undefined) {
      const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
      return t.later(time.format(new Date(nextAttemptAt)));
    }
    // Before its first attempt has failed it is as good as on its way.
    return t.queued(on, entry?.state === 'sending' || entry?.attempts === 0);
  }
  if (state === 'none') return '';
  return on ? t.received : acted ? t.receivedOff : '';
}

/** Why a support was refused, and what to do. */
export function refusalWords(t: SupportMessages, code: string): string {
  const reasons: Record<string, string> = {
    closed: t.closed,
    'subject-closed': t.closed,
    'not-offered': t.closed,
    'not-open-yet': t.notYet,
    'unknown-subject': t.gone,
    'limit-reached': t.limit,
    'origin-not-allowed': t.notAllowed,
  };
  return reasons[code] ?? t.other(code);
}

/** Why nothing can be supported now, or undefined where it can. */
export function closedWords(t: SupportMessages, phase: Phase, open: boolean): string | undefined {
  if (phase === 'upcoming') return t.notYet;
  return open && phase === 'open' ? undefined : t.closed;
}
