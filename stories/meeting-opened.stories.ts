import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { press, sees } from './citizen.js';
import { holding, meeting, meetingStories, playOpened, shown, type Args, type Story } from './meetings.js';
import { endless, failing } from './stage.js';

const meta: Meta<Args> = { ...meetingStories, title: 'Réunions/Ouverte' };
export default meta;

const TITLE = /^Trouver un médecin/;

export const Ouverte: Story = {
  args: holding([meeting({ remote: { link: 'https://visio.example/salle/1' } })]),
  play: playOpened(TITLE, async (opened, canvas) => {
    await sees(opened, 'une réponse ou une date');
    await sees(opened, 'Accès de plain-pied : oui');
    await sees(opened, 'Boucle magnétique : non');
    await sees(opened, 'Langue des signes : non précisé');
    await sees(opened, 'Aussi à distance : inscrivez-vous pour avoir le lien.');
    const calendar = await opened.findByRole('link', { name: 'Ajouter à mon agenda' });
    await expect(calendar.getAttribute('href')).toMatch(/laval-soir\.ics$/);
    await press(await shown(canvas), 'Retour à la liste');
    await sees(await shown(canvas), '1 réunion');
  }),
};

export const Passee: Story = {
  name: 'Passée, à La Réunion, avec son compte rendu',
  args: holding([
    meeting({
      timeZone: 'Indian/Reunion',
      sessions: [{ start: '2026-11-20T18:00:00+04:00', end: '2026-11-20T20:00:00+04:00' }],
      place: { city: 'Saint-Denis', departement: '974', point: { latitude: -20.88, longitude: 55.45 } },
      report:
        'Trois demandes reviennent :\n\n- des **horaires** lisibles ;\n- un interlocuteur qui rappelle.',
      documents: [{ title: 'Le support présenté', url: 'https://prefecture.example/support.pdf' }],
    }),
  ]),
  play: playOpened(TITLE, async (opened) => {
    await sees(opened, 'La réunion a eu lieu.');
    await sees(opened, /Ces heures sont celles du lieu \(heure de La Réunion\)/);
    await sees(opened, 'un interlocuteur qui rappelle.');
    await sees(opened, 'Le support présenté');
  }),
};

export const Annulee: Story = {
  name: 'Annulée, et son texte ne vient pas',
  args: holding([meeting({ status: 'cancelled' })], { intercept: failing('meeting', 'network') }),
  play: playOpened(TITLE, async (opened) => {
    await sees(opened, 'Cette réunion est annulée.');
    await sees(opened, /3 place de la Mairie/);
    await sees(opened, 'Réessayer');
  }),
};

export const Chargement: Story = {
  args: holding([meeting()], { intercept: endless('meeting') }),
  play: playOpened(TITLE, (opened) => sees(opened, /3 place de la Mairie/)),
};
