import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, fill, press, sees, select, unfold } from './citizen.js';
import {
  holding,
  many,
  meeting,
  meetingStories,
  play,
  render,
  shown,
  type Args,
  type Story,
} from './meetings.js';
import { cutTheNetwork, endless, failing } from './stage.js';

const meta: Meta<Args> = { ...meetingStories, title: 'Réunions/Liste' };
export default meta;

export const Chargement: Story = { args: holding([], { intercept: endless('meetings') }) };

export const Aucune: Story = {
  args: holding([]),
  play: play(async (list) => sees(list, 'Aucune réunion n’est annoncée pour l’instant.')),
};

export const Une: Story = {
  name: 'Une seule',
  args: holding([meeting()]),
  play: play(async (list) => {
    await sees(list, '1 réunion');
    await sees(list, /^jeudi 3 décembre, de\s18\sh\s30 à\s20\sh\s30$/);
    await sees(list, '30 places libres sur place · accès de plain-pied');
  }),
};

export const Toutes: Story = {
  name: '450, sur toute la France',
  args: holding(many(450)),
  play: play(async (list, canvas) => {
    await sees(list, '20 affichées sur 344 réunions');
    await press(list, /^Voir plus/);
    await sees(list, '40 affichées sur 344 réunions');
    await sees(await shown(canvas, 'cnr-map'), /Contours : d’après Victor Cazanave/);
  }),
};

export const DixMille: Story = {
  name: '10 000',
  args: holding(many(10_000)),
  play: play(async (list, canvas) => {
    await sees(list, /^20 affichées sur 7\s\d{3} réunions$/);
    const map = await shown(canvas, 'cnr-map');
    await map.findByRole('button', { name: (name) => name.startsWith('La Réunion, ') });
    await unfold(list, 'Filtrer les réunions');
    await select(list, 'Thème', 'Logement');
    await sees(list, /^20 affichées sur 1\s\d{3} réunions$/);
  }),
};

const apart = { remote: { link: 'https://visio.example/salle/1' } };

export const Etats: Story = {
  name: 'Annulée, complète, à distance, de plusieurs jours',
  args: holding([
    meeting({ id: 'annulee', title: 'Le car de 17 heures', status: 'cancelled' }),
    meeting({
      id: 'complete',
      title: 'Les logements vides',
      places: { onSite: 12 },
      taken: { 'on-site': 12 },
    }),
    meeting({ id: 'distance', title: 'Vos démarches, sans internet', place: undefined, ...apart }),
    meeting({
      id: 'jours',
      title: 'Partager l’eau quand l’été est sec',
      sessions: ['21', '22', '23'].map((day) => ({
        start: `2026-11-${day}T09:30:00+01:00`,
        end: `2026-11-${day}T11:30:00+01:00`,
      })),
    }),
    meeting({
      id: 'reunion',
      title: 'L’école de demain',
      timeZone: 'Indian/Reunion',
      sessions: [{ start: '2026-11-23T18:00:00+04:00', end: '2026-11-23T20:00:00+04:00' }],
      place: { city: 'Saint-Denis', departement: '974', point: { latitude: -20.88, longitude: 55.45 } },
    }),
  ]),
  play: play(async (list, canvas) => {
    await sees(list, '5 réunions');
    await sees(list, 'Annulée');
    await sees(list, 'Complet');
    await sees(list, /^À distance/);
    await sees(list, 'aujourd’hui, du 21 au 23 novembre');
    await sees(list, /demain, lundi 23 novembre, de\s18\sh à\s20\sh/);
    await sees(list, /\(heure de La Réunion\)/);
    await sees(await shown(canvas, 'cnr-map'), /1 réunion à distance seulement/);
  }),
};

const MAYENNE = { latitude: 48.3, longitude: -0.6167 };
const yesterday = { start: '2026-11-20T18:00:00+01:00', end: '2026-11-20T20:00:00+01:00' };

export const Passees: Story = {
  name: 'Toutes passées, une avec son compte rendu',
  args: holding([
    meeting({ sessions: [yesterday], report: 'Deux demandes reviennent.' }),
    meeting({ id: 'sans', title: 'Se préparer aux crues', sessions: [yesterday] }),
  ]),
  play: play(async (list) => {
    await sees(list, /Toutes les réunions ont eu lieu/);
    await sees(list, /compte rendu publié/);
    await sees(list, 'Passée');
  }),
};

export const PlusieursLieux: Story = {
  name: 'Près d’une commune qui a un homonyme',
  args: holding(many(450)),
  play: play(async (list) => {
    await fill(list, 'Commune, code postal ou département', 'saint denis');
    await press(list, 'Rechercher');
    await sees(list, /Plusieurs lieux correspondent à « saint denis »/);
    await press(list, 'Saint-Denis, La Réunion (974)');
    await sees(list, /en ligne droite depuis Saint-Denis, La Réunion \(974\)/);
    await sees(list, /^Saint-Denis, La Réunion \(974\)/);
  }),
};

export const SansResultat: Story = {
  name: 'Aucune ne correspond, les plus proches',
  args: holding([meeting(), meeting({ id: 'sans', title: 'Louer quand on débute' })]),
  play: play(async (list) => {
    await fill(list, 'Commune, code postal ou département', '53');
    await press(list, 'Rechercher');
    await sees(list, '2 réunions, 2 réunions pour Mayenne (département 53), puis les autres');
    await unfold(list, /^Filtrer les réunions/);
    await choose(list, 'Langue des signes');
    await sees(list, 'Aucune réunion ne correspond à ces filtres.');
    await sees(list, 'Les réunions les plus proches');
    await sees(list, 'Louer quand on débute');
  }),
};

export const Erreur: Story = {
  name: 'Le service ne répond pas',
  args: holding([meeting()], { intercept: failing('meetings', 'unavailable', 503) }),
  play: play(async (list) => {
    await sees(list, 'La liste des réunions ne peut pas s’afficher');
    await press(list, 'Réessayer');
    await sees(list, 'Le service de consultation ne répond pas. Réessayez dans quelques minutes.');
  }),
};

/** The network is gone, and the browser still holds an answer of two days ago. */
function keptSince(asOf: string, args: Args): Args {
  const { backend } = args;
  const meetings: typeof backend.meetings = async (...call) => ({
    ...(await backend.meetings(...call)),
    ...{ asOf, kept: true },
  });
  return { ...args, backend: { ...backend, meetings } };
}

export const HorsConnexion: Story = {
  name: 'Hors connexion, avec la dernière liste',
  args: keptSince(
    '2026-11-20T18:00:00+01:00',
    holding(many(450), { intercept: failing('places', 'network') }),
  ),
  beforeEach: cutTheNetwork,
  play: play(async (list) => {
    await sees(list, /Voici la liste du 20 novembre 2026 à 18/);
    await fill(list, 'Commune, code postal ou département', 'Rouen');
    await press(list, 'Rechercher');
    await sees(list, /Sans réseau, seuls les départements sont trouvés/);
    await fill(list, 'Commune, code postal ou département', '76100');
    await press(list, 'Rechercher');
    await sees(list, /pour Seine-Maritime \(département 76\), puis les autres$/);
  }),
};

export const CarteEtroite: Story = {
  name: 'Sur un écran étroit, la carte à la demande',
  args: {
    ...holding([
      ...['un', 'deux'].map((id) => meeting({ id, title: `Se déplacer sans voiture, ${id}` })),
      meeting({ id: 'mayenne', place: { city: 'Mayenne', departement: '53', point: MAYENNE } }),
    ]),
    departement: '53',
  },
  decorators: [(story) => html`<div style="max-inline-size: 24em">${story()}</div>`],
  play: play(async (list, canvas) => {
    await press(list, 'Voir la carte');
    const map = await shown(canvas, 'cnr-map');
    await press(map, /^2 réunions au même endroit, Laval/);
    await sees(list, '2 réunions à cet endroit');
    await press(map, /^Mayenne, jeudi 3 décembre/);
    await sees(list, 'Réunion choisie sur la carte');
    await press(list, 'Voir la liste');
    await sees(list, 'Choisie sur la carte');
  }),
};

const LONG = 'Anticonstitutionnellementdécentralisée';

export const DroiteAGauche: Story = {
  name: 'De droite à gauche, avec de longs mots',
  args: holding([
    meeting({ title: `${LONG} : ${LONG.toLowerCase()}`, theme: LONG, places: { onSite: 12_000 } }),
    meeting({ id: 'deux', place: { city: `Saint-${LONG}-en-Champagne`, departement: '51' } }),
  ]),
  render: (args) => html`<div dir="rtl">${render(args)}</div>`,
  play: play(async (list, canvas) => {
    await sees(list, '2 réunions');
    await sees(await shown(canvas, 'cnr-map'), /1 réunion sans lieu connu/);
  }),
};

export const Anglais: Story = {
  name: 'En anglais',
  args: { ...holding([meeting(), ...many(30)]), locale: 'en' },
  play: play(async (list, canvas) => {
    await sees(list, 'Thursday 3 December, 18:30 to 20:30');
    await sees(await shown(canvas, 'cnr-map'), /^Contours: after/);
  }),
};

export const LieuInconnu: Story = {
  name: 'Recherche : aucun lieu de ce nom',
  args: holding([meeting()]),
  play: play(async (list) => {
    await fill(list, 'Commune, code postal ou département', 'Brocéliande');
    await press(list, 'Rechercher');
    await sees(list, /Aucun lieu de ce nom/);
  }),
};

export const ReponseIllisible: Story = {
  name: 'Réponse illisible du service',
  args: holding([meeting()], { intercept: failing('meetings', 'malformed-response') }),
  play: play(async (list) => sees(list, /a envoyé une réponse illisible/)),
};
