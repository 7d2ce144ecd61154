import type { MemoryCall, MemoryMeeting } from '@cnr-widgets/client/memory';
import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { choose, fill, press, sees, select, type Inside } from './citizen.js';
import {
  holding,
  meeting,
  meetingStories,
  playOpened,
  shown,
  type Args,
  type Play,
  type Story,
} from './meetings.js';
import { failing, NOW } from './stage.js';

const meta: Meta<Args> = { ...meetingStories, title: 'Réunions/Inscription' };
export default meta;

const both = { remote: { link: 'https://visio.example/salle/1' }, places: { onSite: 3, remote: 200 } };

/** Presses "S’inscrire", and acts in the form. */
function registering(act: (form: Inside, canvas: HTMLElement) => Promise<void>): Play {
  return playOpened(/^Trouver un médecin/, async (opened, canvas) => {
    await press(opened, 'S’inscrire');
    await act(await inForm(canvas), canvas);
  });
}

const inForm = (canvas: HTMLElement, ...parts: string[]) =>
  shown(canvas, 'cnr-meeting', 'cnr-registration', ...parts);

async function send(form: Inside): Promise<void> {
  await fill(form, /Prénom/, 'Camille');
  await press(form, 'Je m’inscris');
}

export const Formulaire: Story = {
  name: 'Le formulaire, et ce qui y est à revoir',
  args: holding([meeting(both)]),
  play: registering(async (form) => {
    await sees(form, /3 places restantes/);
    await select(form, 'Nombre de personnes', '4');
    await choose(form, 'Sur place');
    await press(form, 'Je m’inscris');
    await sees(form, '2 champs à revoir');
    await sees(form, /Prénom : écrivez un prénom ou un pseudonyme/);
    await sees(form, 'Nombre de personnes : il reste 3 places. Choisissez 3 au plus.');
  }),
};

export const Confirmee: Story = {
  name: 'Confirmée, à distance, avec le lien',
  args: holding([meeting({ ...both, place: undefined })]),
  play: registering(async (form, canvas) => {
    await send(form);
    const done = await inForm(canvas);
    await sees(done, 'Votre place est confirmée');
    const link = await done.findByRole('link', { name: 'https://visio.example/salle/1' });
    await expect(link.getAttribute('rel')).toContain('noreferrer');
    await sees(await inForm(canvas, 'cnr-receipt'), /^Gardez-le/);
  }),
};

export const EnAttente: Story = {
  name: 'En attente du réseau',
  args: holding([meeting()], { intercept: failing('put', 'network') }),
  play: registering(async (form, canvas) => {
    await send(form);
    const waiting = await inForm(canvas);
    await sees(waiting, 'Inscription enregistrée sur cet appareil, pas encore envoyée');
    await sees(waiting, /Votre place n’est pas encore confirmée/);
  }),
};

/** What happens to the meeting between reading of it and arriving. */
function meanwhile(written: MemoryMeeting, happens: (written: MemoryMeeting) => void): Args {
  const intercept = ({ name, moment }: MemoryCall) => {
    if (name === 'put' && moment === 'before') happens(written);
  };
  return holding([written], { intercept });
}

export const Complete: Story = {
  name: 'Refusée : la dernière place est partie',
  args: meanwhile(meeting({ places: { onSite: 1 } }), (written) => (written.taken = { 'on-site': 1 })),
  play: registering(async (form, canvas) => {
    await send(form);
    await sees(await inForm(canvas), 'Votre inscription n’est pas acceptée : vous n’avez pas de place');
    await sees(await inForm(canvas, 'cnr-outbox', 'cnr-refusal'), /Il n’y a plus de place/);
    await sees(await inForm(canvas), 'Voir d’autres réunions proches');
  }),
};

export const Close: Story = {
  name: 'Refusée : les inscriptions sont closes',
  args: meanwhile(meeting(), (written) => {
    written.registration = { closesAt: new Date(NOW - 60_000).toISOString() };
  }),
  play: registering(async (form, canvas) => {
    await send(form);
    await sees(
      await inForm(canvas, 'cnr-outbox', 'cnr-refusal'),
      'Les inscriptions étaient closes quand la vôtre est arrivée.',
    );
  }),
};
