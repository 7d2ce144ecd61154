import { waitUntil } from '@open-wc/testing';
import type { Item, PublishedConsultation, Questionnaire } from '@cnr-widgets/contract';
import { ClientError } from '@cnr-widgets/client/errors';
import {
  memoryBackend,
  type MemoryBackend,
  type MemoryCall,
  type MemoryOptions,
} from '@cnr-widgets/client/memory';

const DAY = 86_400_000;

/** An instant so many days from now: the elements read the device's own clock. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString();
}

export const colour: Item = {
  id: 'couleur',
  kind: 'single',
  title: 'Quelle couleur pour la salle ?',
  required: true,
  choices: [
    { id: 'bleu', label: 'Bleu' },
    { id: 'vert', label: 'Vert' },
    { id: 'autre', label: 'Autre', other: true },
  ],
};
export const reason: Item = { id: 'raison', kind: 'text', title: 'Pourquoi ce choix ?', maxLength: 20 };

export function questionnaireOf(
  items: readonly Item[] = [colour, reason],
  options: Partial<Questionnaire> = {},
): Questionnaire {
  return { ...options, items: [...items] };
}

/** An open consultation that asks for a colour, then why. */
export function publishedOf(
  changes: Partial<PublishedConsultation['consultation']> = {},
  version = 1,
): PublishedConsultation {
  return {
    version,
    phase: 'open',
    consultation: {
      id: 'la-salle',
      locale: 'fr',
      title: 'Quelle salle pour le village ?',
      summary: 'La commune repeint la salle des fêtes et demande à ses habitants ce qu’ils préfèrent.',
      theme: 'Cadre de vie',
      organiser: 'Commune fictive',
      territory: { level: 'departement', code: '72', name: 'Sarthe' },
      timeZone: 'Europe/Paris',
      estimatedMinutes: 2,
      resultsVisible: 'after-closing',
      access: 'open',
      graceDays: 7,
      followUp: [],
      opensAt: inDays(-30),
      closesAt: inDays(30),
      notice: {
        controller: 'Commune fictive',
        purpose: 'Choisir la couleur.',
        legalBasis: 'Mission d’intérêt public',
        recipients: 'Le service technique',
        retention: 'Un an',
        rightsContact: 'droits@commune.example',
        openData: false,
      },
      questionnaire: questionnaireOf(),
      ...changes,
    },
  };
}

/** A backend of this test's own: what it leaves on the device carries a name that no other test looks for. */
export function backendOf(
  published: PublishedConsultation = publishedOf(),
  options: Partial<MemoryOptions> = {},
): MemoryBackend {
  return memoryBackend(crypto.randomUUID(), { consultations: [published], ...options });
}

/** A network that a test cuts, mends, or lets a backend refuse through. */
export class Network {
  /** Thrown at each call of this name, before the backend acts; without a status no answer came. */
  fault: { name: MemoryCall['name']; code: string; status?: number } | undefined;

  cut(name: MemoryCall['name'] = 'put'): void {
    this.fault = { name, code: 'network' };
  }

  refuse(code: string, status: number, name: MemoryCall['name'] = 'put'): void {
    this.fault = { name, code, status };
  }

  mend(): void {
    this.fault = undefined;
  }

  readonly intercept = ({ name, moment }: MemoryCall): void => {
    const { fault } = this;
    if (moment === 'before' && fault?.name === name) {
      throw new ClientError(fault.code, 'a test’s network', { status: fault.status });
    }
  };
}

const PATIENCE = { timeout: 45_000 };

/** Waits for what `find` returns. */
export async function eventually<T>(find: () => T | null | undefined | false, what: string): Promise<T> {
  let found: T | null | undefined | false;
  await waitUntil(() => (found = find()), `${what} did not come`, PATIENCE);
  return found as T;
}

/** The part of an element that matches and contains these words, as soon as it is there. */
export function part<E extends HTMLElement = HTMLElement>(
  element: Element,
  selector: string,
  words: string | RegExp = '',
): Promise<E> {
  return eventually(() => partNow<E>(element, selector, words), `${selector} ${String(words)}`);
}

/** The same, or undefined where it is not there now. */
// The test says what its selector matches, as with `querySelector`.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function partNow<E extends HTMLElement = HTMLElement>(
  element: Element,
  selector: string,
  words: string | RegExp = '',
): E | undefined {
  return [...(element.shadowRoot?.querySelectorAll<E>(selector) ?? [])].find((candidate) => {
    const text = `${candidate.getAttribute('aria-label') ?? ''} ${candidate.textContent}`.replace(
      /\s+/g,
      ' ',
    );
    return typeof words === 'string' ? text.includes(words) : words.test(text);
  });
}

export async function press(element: Element, words: string | RegExp): Promise<void> {
  (await part(element, 'button', words)).click();
}

/** Nothing has the focus then. In Firefox an element gives up what is focused in itself, and nothing in its shadow root. */
export function leaveFocus(): void {
  let on = document.activeElement;
  while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement;
  if (on instanceof HTMLElement) on.blur();
}

/** Types into a field of an element, all at once. */
export async function type(element: Element, selector: string, text: string): Promise<HTMLInputElement> {
  const field = await part<HTMLInputElement>(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return field;
}

/** Chooses by the words beside the box. */
export async function choose(element: Element, label: string): Promise<void> {
  (await part(element, 'label', label)).querySelector('input')?.click();
}

/** Answers the questionnaire of `publishedOf`, from the first word to the review. */
export async function answerAll(element: Element, why = 'Le ciel'): Promise<void> {
  await press(element, 'Commencer');
  await choose(element, 'Bleu');
  await press(element, 'Continuer');
  await type(element, '#input-raison', why);
  await press(element, 'Continuer');
  await part(element, 'h3', 'Vérifiez avant d’envoyer');
}

/** The `cnr-…` events that reach the document, as a host would hear them, in order. */
export function heard(target: EventTarget = document): Event[] {
  const events: Event[] = [];
  const names = [
    'shown',
    'started',
    'step',
    'queued',
    'received',
    'refused',
    'unsaved',
    'withdrawn',
    'error',
  ];
  for (const name of names) target.addEventListener(`cnr-${name}`, (event) => events.push(event));
  return events;
}
