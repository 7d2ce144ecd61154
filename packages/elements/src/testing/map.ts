import { fixture } from '@open-wc/testing';
import type { ListedMeeting } from '@cnr-widgets/contract';
import { html } from 'lit';
import '../define/map.js';
import type { CnrMap } from '../meetings/map/map.js';
import { eventually, part, partNow } from './fixtures.js';

const NOW = new Date('2026-11-22T08:00:00Z');

/** A map in the page, drawn, as wide in every browser. */
export async function mapOf(
  meetings: readonly ListedMeeting[],
  properties: Partial<CnrMap> = {},
): Promise<CnrMap> {
  const room = await fixture(
    html`<div style="inline-size: 784px"><cnr-map .meetings=${meetings} .now=${NOW}></cnr-map></div>`,
  );
  const [element] = room.getElementsByTagName('cnr-map');
  if (!element) throw new Error('a map in its room');
  Object.assign(element, properties);
  await eventually(() => element.renderRoot.querySelector('.land')?.getAttribute('d'), 'the land');
  await settled(element);
  return element;
}

/** The stage's width is known, and what it asks for is rendered: the picture, and then what is around it. */
export async function settled(element: CnrMap): Promise<void> {
  await eventually(() => partNow(element, '.stage')?.clientWidth, 'the stage');
  await eventually(() => partNow(element, '.credits'), 'what is around the picture');
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await element.updateComplete;
}

export function markers(element: CnrMap): HTMLButtonElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.markers button')];
}

export const names = (element: CnrMap) =>
  markers(element).map(({ ariaLabel }) => ariaLabel?.replace(/\s+/g, ' '));

export function viewOf(element: CnrMap): number[] {
  return (element.renderRoot.querySelector('.stage > svg')?.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
}

export const widthOf = (element: CnrMap) => viewOf(element)[2] ?? NaN;

export function focused(element: CnrMap): Element | null | undefined {
  return element.shadowRoot?.activeElement;
}

export async function pressNamed(element: CnrMap, words: string): Promise<void> {
  (await part(element, 'button', words)).click();
  await settled(element);
}

export function heard(element: CnrMap): unknown[] {
  const details: unknown[] = [];
  for (const name of ['map-select', 'map-area']) {
    element.addEventListener(name, (event) => details.push((event as CustomEvent<unknown>).detail));
  }
  return details;
}
