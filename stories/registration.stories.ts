import type { MemoryCall, MemoryMeeting } from '@cnr-widgets/client/memory';
import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { choose, fill, press, sees, select, unfold, type Inside } from './citizen.js';
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
import { blockStorage, failing, NOW } from './stage.js';

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
      'Les inscriptions étaient fermées quand la vôtre est arrivée.',
    );
  }),
};

export const Vierge: Story = {
  name: 'Le formulaire, vierge',
  args: holding([meeting(both)]),
  play: registering((form) => sees(form, 'Comment participez-vous ? (obligatoire)')),
};

export const NonEnregistree: Story = {
  name: 'Ni gardée ni envoyée',
  args: holding([meeting()], { intercept: failing('put', 'network') }),
  beforeEach: blockStorage,
  play: registering(async (form, canvas) => {
    await send(form);
    await sees(await inForm(canvas), 'Inscription pas encore envoyée, et ce navigateur ne garde rien');
  }),
};

/** Registers, and acts on what is confirmed. */
function registered(act: (done: Inside, canvas: HTMLElement) => Promise<void>): Play {
  return registering(async (form, canvas) => {
    await send(form);
    const done = await inForm(canvas);
    await sees(done, 'Votre place est confirmée');
    await act(done, canvas);
  });
}

export const Corriger: Story = {
  args: holding([meeting()]),
  play: registered(async (done, canvas) => {
    await unfold(done, 'Code de reçu, correction et annulation');
    await press(await inForm(canvas, 'cnr-receipt'), 'Corriger mon inscription');
    await sees(await inForm(canvas), 'Envoyer la correction');
  }),
};

export const Annulee: Story = {
  name: 'Annulée par la personne',
  args: holding([meeting()]),
  play: registered(async (done, canvas) => {
    await unfold(done, 'Code de reçu, correction et annulation');
    const receipt = await inForm(canvas, 'cnr-receipt');
    await press(receipt, 'Annuler mon inscription');
    await press(receipt, 'Oui, annuler mon inscription');
    await sees(await inForm(canvas), 'S’inscrire de nouveau');
  }),
};

/** Opens what an organiser may be told, and acts in it. */
function telling(act: (contact: Inside) => Promise<void>): Play {
  return registered(async (_, canvas) => {
    const contact = await inForm(canvas, 'cnr-contact');
    await unfold(contact, /^Être prévenu d’un changement/);
    await act(contact);
  });
}

export const Prevenir: Story = {
  name: 'Être prévenu, signaler un besoin : ce qui est à revoir',
  args: holding([meeting()]),
  play: telling(async (contact) => {
    await fill(contact, /^Courriel/, 'camille');
    await press(contact, 'Envoyer à l’organisateur');
    await sees(contact, '2 champs à revoir');
  }),
};

export const Prevenu: Story = {
  name: 'Être prévenu, signaler un besoin : envoyé',
  args: holding([meeting()]),
  play: telling(async (contact) => {
    await fill(contact, /^Courriel/, 'camille@exemple.fr');
    await fill(contact, /^Besoins particuliers/, 'Une place pour un fauteuil roulant.');
    await choose(contact, /^J’accepte/);
    await press(contact, 'Envoyer à l’organisateur');
    await sees(contact, 'Effacer ce que j’ai laissé');
  }),
};
