import { fixture } from '@open-wc/testing';
import type { MemoryBackend, MemoryOptions, MemoryProposal } from '@cnr-widgets/client/memory';
import { html, nothing } from 'lit';
import type { CnrSupportedEvent } from '../events.js';
import type { CnrSupport } from '../support/support.js';
import { backendOf, eventually, part, publishedOf } from './fixtures.js';

export const BENCHES: MemoryProposal = {
  id: '0b0e9a52-6a0f-4b8e-9a53-2f6d1c4e7a11',
  title: 'Des bancs à l’ombre',
  text: 'La place en manque.',
  supports: 12,
};
export const FOUNTAIN: MemoryProposal = {
  id: '7c1d2e3f-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  title: 'Une fontaine à boire',
  text: 'Il fait chaud en été.',
  supports: 3,
};

export const subjectOf = ({ id }: MemoryProposal) => `proposal:${id}`;

interface Setting extends Partial<MemoryOptions> {
  /** `proposalRules.supportsPerPerson`. */
  perPerson?: number;
  published?: Parameters<typeof publishedOf>[0];
  seeds?: readonly MemoryProposal[];
}

/** A backend with two proposals that can be supported. */
export function supportable({ perPerson, published, seeds, ...options }: Setting = {}): MemoryBackend {
  const rules = { asks: 'proposals', moderation: 'after', supportsPerPerson: perPerson };
  return backendOf(publishedOf({ proposals: rules, ...published }), {
    proposals: { 'la-salle': seeds ?? [BENCHES, FOUNTAIN] },
    ...options,
  });
}

/** A button in the page, alone or among others. */
export function button(
  backend: unknown,
  { of = BENCHES, label = undefined as string | undefined, compact = false, locale = 'fr' } = {},
): Promise<CnrSupport> {
  return fixture(html`
    <cnr-support
      .backend=${backend as never}
      consultation="la-salle"
      subject=${subjectOf(of)}
      label=${label ?? nothing}
      variant=${compact ? 'compact' : nothing}
      locale=${locale}
      ><a href="#p">La proposition</a></cnr-support
    >
  `);
}

/** The button inside, once its count is there. */
export async function counted(element: Element, count: number | RegExp): Promise<HTMLButtonElement> {
  await part(element, '.count', typeof count === 'number' ? String(count) : count);
  return part<HTMLButtonElement>(element, 'button');
}

export function isPressed(element: Element): boolean {
  return element.shadowRoot?.querySelector('[aria-pressed="true"]') != null;
}

/** What is announced to a screen reader, as soon as it is this. */
export function announced(element: Element, words: string | RegExp): Promise<HTMLElement> {
  return part(element, '[role="status"]', words);
}

/** Presses, and waits for the device and the screen to say so. */
export async function pressed(element: Element, on: boolean): Promise<void> {
  (await part<HTMLButtonElement>(element, 'button')).click();
  await eventually(() => isPressed(element) === on, on ? 'the press' : 'the press that undoes it');
}

/** The `cnr-supported` events that reach the document, in order. */
export function supportsHeard(): CnrSupportedEvent[] {
  const events: CnrSupportedEvent[] = [];
  document.addEventListener('cnr-supported', (event) => events.push(event));
  return events;
}
