import { DEPARTEMENTS, parsePublished, type FoundPlace } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import type { MemoryMeeting, MemoryOptions } from '@cnr-widgets/client/memory';
import '@cnr-widgets/elements/define/meeting-map';
import { html, nothing, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import consultation from '../demo/consultations/rencontres-services-publics.json' with { type: 'json' };
import { makeMeetings, readTowns } from '../demo/meetings/make.mjs';
import townsFile from '../demo/meetings/towns.csv?raw';
import { inside, press, type Inside } from './citizen.js';
import { backendOf, NOW, setTheStage } from './stage.js';

/** A consultation that has nothing but meetings, as the demo has it. */
const rencontres = parsePublished({ version: 1, phase: 'open', consultation });

const towns = readTowns(townsFile);

/** So many meetings over all of France, around the day of the stories. */
export function many(count: number): MemoryMeeting[] {
  return makeMeetings({ towns, count, today: new Date(NOW) });
}

/** The towns of the demo, and every département. */
const places: readonly FoundPlace[] = [
  ...DEPARTEMENTS.map((one) => ({ kind: 'department' as const, ...one })),
  ...towns.map(({ commune, city, departement, postalCode, point }) => ({
    ...{ kind: 'commune' as const, code: commune, name: city, department: departement },
    ...{ postalCodes: [postalCode], ...point, located: 'commune' as const },
  })),
];

/** A meeting of a story's own, on 3 December 2026 in Laval. */
export function meeting(changes: Partial<MemoryMeeting> = {}): MemoryMeeting {
  return {
    id: 'laval-soir',
    title: 'Trouver un médecin : qui s’engage à quoi ?',
    theme: 'Santé',
    organiser: 'Préfecture de la Mayenne (démonstration)',
    timeZone: 'Europe/Paris',
    sessions: [{ start: '2026-12-03T18:30:00+01:00', end: '2026-12-03T20:30:00+01:00' }],
    description: 'On vient avec ses questions, on repart avec **une réponse ou une date**.',
    programme: '- **Accueil**, vingt minutes\n- **Ateliers**, une heure',
    place: {
      name: 'Salle des fêtes',
      address: '3 place de la Mairie',
      postalCode: '53000',
      city: 'Laval',
      commune: '53130',
      departement: '53',
      point: { latitude: 48.0732, longitude: -0.7634 },
      located: 'exact',
    },
    accessibility: { stepFree: true, hearingLoop: false },
    registration: {},
    places: { onSite: 30 },
    ...changes,
  };
}

export interface Args {
  backend: Backend;
  locale?: 'fr' | 'en' | undefined;
  departement?: string | undefined;
}
export type Story = StoryObj<Args>;
export type Play = NonNullable<Story['play']>;

/** A backend of a story's own that holds these meetings. */
export function holding(meetings: readonly MemoryMeeting[], options: Partial<MemoryOptions> = {}): Args {
  const { id } = rencontres.consultation;
  const calendars = 'https://rencontres.example';
  return { backend: backendOf(rencontres, { meetings: { [id]: meetings }, places, calendars, ...options }) };
}

/** What all stories of meetings share. */
export const meetingStories: Meta<Args> = {
  component: 'cnr-meeting-map',
  beforeEach: setTheStage,
  argTypes: {
    backend: { control: false },
    locale: { control: 'inline-radio', options: ['fr', 'en'] },
    departement: { control: 'text' },
  },
  render,
};

export function render({ backend, locale, departement }: Args): TemplateResult {
  const { id } = rencontres.consultation;
  return html`<cnr-meeting-map
    .backend=${backend}
    consultation=${id}
    departement=${departement ?? nothing}
    locale=${locale ?? nothing}
  >
    <a href="https://rencontres.example/c/${id}">Trouver une réunion et s’inscrire</a>
  </cnr-meeting-map>`;
}

/** What stands inside `<cnr-meeting-map>`, or inside one of its parts. */
export function shown(canvas: HTMLElement, ...parts: readonly string[]): Promise<Inside> {
  return inside(canvas, 'cnr-meeting-map', ...parts);
}

/** What a citizen does with the list. */
export function play(act: (list: Inside, canvas: HTMLElement) => Promise<void>): Play {
  return async ({ canvasElement }) => act(await shown(canvasElement), canvasElement);
}

/** What a citizen does with a meeting, from the moment at which it stands open. */
export function playOpened(
  title: string | RegExp,
  act: (opened: Inside, canvas: HTMLElement) => Promise<void>,
): Play {
  return play(async (list, canvas) => {
    await press(list, title);
    await act(await shown(canvas, 'cnr-meeting'), canvas);
  });
}
