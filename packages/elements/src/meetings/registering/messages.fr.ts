import type { Attendance, RegistrationState } from '@cnr-widgets/contract';
import { counted } from '../../counted.fr.js';
import { noticeFr } from '../../notice.messages.fr.js';
import type { OutboxMessages } from '../../outbox/messages.fr.js';
import type { RefusalMessages } from '../../refusal/messages.fr.js';
import { whenFr } from '../when.messages.fr.js';
import { receiptWordsFr } from './receipt-words.fr.js';

const places = (count: number) => counted(count, 'place', 'places');
const days = (count: number) =>
  count === 0
    ? 'effacées dès la fin de la réunion'
    : `effacées ${counted(count, 'jour', 'jours')} après la réunion`;

const ways: Readonly<Record<Attendance, string>> = { 'on-site': 'Sur place', remote: 'À distance' };

/** French sentences of `<cnr-registration>`. */
export const fr = {
  when: whenFr,
  title: 'S’inscrire à cette réunion',
  correctTitle: 'Corriger mon inscription',
  firstName: 'Prénom (obligatoire)',
  firstNameHint: 'Un pseudonyme suffit\u00a0: il sert à vous accueillir.',
  people: 'Nombre de personnes',
  peopleHint: 'En vous comptant.',
  attendance: 'Comment participez-vous\u00a0? (obligatoire)',
  ways,
  only: (way: Attendance, left: string) => `${ways[way]} (${left}).`,
  left: (count: number) => (count === 0 ? 'complet' : counted(count, 'place restante', 'places restantes')),
  noLimit: 'sans limite de places',
  errors: (count: number) =>
    count === 1 ? 'Un champ est à revoir' : `${counted(count, 'champ', 'champs')} à revoir`,
  faults: {
    firstName: 'Prénom\u00a0: écrivez un prénom ou un pseudonyme, par exemple «\u00a0Camille\u00a0».',
    firstNameLong: (over: number) => `Prénom\u00a0: retirez ${counted(over, 'caractère', 'caractères')}.`,
    attendance: 'Participation\u00a0: choisissez «\u00a0Sur place\u00a0» ou «\u00a0À distance\u00a0».',
    people: (left: number) =>
      left === 0
        ? 'Participation\u00a0: c’est complet de cette façon. Choisissez une autre façon de participer, ou une autre réunion.'
        : `Nombre de personnes\u00a0: il reste ${places(left)}. Choisissez ${left} au plus.`,
  },
  privacy: (controller: string, count: number) =>
    `Ces données servent à vous réserver une place. Seul l’organisateur les lit. Elles sont ${days(count)}. Responsable\u00a0: ${controller}.`,
  noticeTitle: 'Vos données personnelles',
  notice: noticeFr,
  instead: (count: number) => ({
    purpose: 'Vous réserver une place à cette réunion et vous y accueillir.',
    recipients: 'L’organisateur de la réunion.',
    retention: `Les inscriptions sont ${days(count)}.`,
    openData: 'Les inscriptions ne sont jamais publiées.',
  }),
  shared:
    'Cet appareil est partagé\u00a0: rien n’y sera gardé. Notez le code qui s’affichera\u00a0: il permet de retrouver votre inscription.',
  send: 'Je m’inscris',
  sendCorrected: 'Envoyer la correction',
  sending: 'Envoi en cours…',
  cancel: 'Annuler',
  unsaved:
    'Votre inscription n’est ni enregistrée ni envoyée. Elle est toujours sur cette page\u00a0: réessayez.',

  confirmed: (count: number | undefined) =>
    count === undefined || count < 2 ? 'Votre place est confirmée' : `Vos ${places(count)} sont confirmées`,
  confirmedOn: (date: string) => `Inscription reçue le ${date}.`,
  registered: (firstName: string, people: number, way: Attendance) =>
    `${firstName}, ${counted(people, 'personne', 'personnes')}, ${way === 'remote' ? 'à distance' : 'sur place'}.`,
  cancelled: 'Cette réunion est annulée\u00a0: elle n’aura pas lieu.',
  held: 'Cette réunion a eu lieu.',
  link: 'Lien pour participer à distance',
  linkHint: 'Il est réservé aux personnes inscrites\u00a0: ne le publiez pas.',
  noLink:
    'Le lien pour participer à distance n’est pas encore donné. Revenez ici, ou utilisez votre code, avant la réunion.',
  calendar: 'Ajouter à mon agenda',
  reading: 'Lecture de votre inscription…',
  unread:
    'Votre inscription est bien reçue. Le service ne répond pas\u00a0: le nombre de personnes et le lien manquent ici.',
  codeUnread: 'Le service ne répond pas\u00a0: votre inscription ne s’affiche pas.',
  readAgain: 'Réessayer',
  unknown:
    'Le service ne connaît plus cette inscription\u00a0: elle est effacée quelque temps après la réunion.',
  replaced: 'Cette inscription a été corrigée ailleurs\u00a0: utilisez le code du dernier reçu.',
  receiptOf: 'Code de reçu, correction et annulation',
  receipt: receiptWordsFr,
  gone: {
    withdrawn: 'Votre inscription est annulée\u00a0: la place redevient libre.',
    erased: 'Effacée de cet appareil.',
    receiptErased: 'Le reçu est effacé de cet appareil. Votre inscription tient toujours.',
  },
  said: {
    received: 'Votre place est confirmée',
    refused: 'Votre inscription n’est pas acceptée\u00a0: vous n’avez pas de place',
    erased: 'Effacée de cet appareil.',
    receiptErased: 'Le reçu est effacé de cet appareil. Votre inscription tient toujours.',
  },
  again: 'S’inscrire de nouveau',
  another: 'Inscrire une autre personne',

  queuedTitle: 'Inscription enregistrée sur cet appareil, pas encore envoyée',
  unsavedTitle: 'Inscription pas encore envoyée, et ce navigateur ne garde rien',
  unconfirmed:
    'Votre place n’est pas encore confirmée. Si elle arrive quand la réunion est complète ou les inscriptions fermées, vous n’aurez pas de place. Revenez voir cette page avant de vous déplacer.',
  unconfirmedCorrection:
    'Votre première inscription tient toujours. La correction n’est pas encore confirmée\u00a0: revenez voir cette page.',
  refusedTitle: 'Votre inscription n’est pas acceptée\u00a0: vous n’avez pas de place',
  refusedCorrection: 'Votre correction n’est pas acceptée\u00a0: votre première inscription tient toujours',
  outbox: {
    waits: 'Elle partira toute seule quand le réseau revient\u00a0: ici, ou quand vous rouvrirez cette page.',
    waitsInPage: 'Elle partira au retour du réseau si cette page reste ouverte. Ne la fermez pas avant.',
    eraseSure:
      'Cette inscription n’a pas été reçue. Si vous l’effacez, elle est perdue. Voulez-vous l’effacer\u00a0?',
  } as Partial<OutboxMessages>,
  refusal: {
    reopen: 'Changer, puis renvoyer',
    resendNew: 'Réessayer',
    kept: 'Ce que vous avez écrit est toujours sur cet appareil. Vous pouvez aussi l’effacer.',
  } as Partial<RefusalMessages>,
  reasons: {
    'unknown-consultation': 'Le service ne connaît pas cette consultation, ou ne la publie plus.',
    'unknown-version': 'La consultation a changé. Relisez votre inscription, puis renvoyez-la.',
    'invalid-contribution':
      'Le nombre de personnes ou le prénom ne suit pas les règles. Changez-les, puis renvoyez.',
    'content-conflict':
      'Une autre version de cette inscription a déjà été reçue, par exemple depuis un autre onglet.',
    withdrawn: 'Cette inscription a été retirée. Vous pouvez en envoyer une nouvelle.',
    'already-registered':
      'Une inscription à cette réunion est déjà faite depuis cet appareil. Pour venir à plusieurs, corrigez-la avec son code. Une autre personne s’inscrit depuis son propre appareil.',
    'already-replaced':
      'L’inscription que vous corrigez a déjà été corrigée\u00a0: utilisez le code du dernier reçu.',
    'unknown-receipt-code': 'L’inscription que vous corrigez est introuvable.',
    'not-offered': 'Cette réunion ne prend pas d’inscription de cette façon.',
    'unknown-subject': 'Cette réunion n’est plus annoncée.',
    'origin-not-allowed':
      'Ce site n’est pas autorisé à recueillir des inscriptions. Inscrivez-vous sur le site de l’organisateur.',
  } as Readonly<Record<string, string>>,
  full: (left: number | undefined, people: number) =>
    left === undefined
      ? 'Il n’y a plus assez de places.'
      : left === 0
        ? 'Il n’y a plus de place\u00a0: d’autres personnes se sont inscrites avant que votre inscription arrive.'
        : left >= people
          ? 'Il n’y avait plus assez de places quand votre inscription est arrivée. Des places se sont libérées depuis\u00a0: réessayez.'
          : `Il reste ${places(left)}, moins que ce que vous demandez. Changez le nombre de personnes, puis renvoyez.`,
  closed: (state: RegistrationState | undefined, at: string | undefined) => {
    if (state === 'cancelled') return 'La réunion est annulée.';
    if (state === 'held') return 'La réunion a déjà eu lieu.';
    if (state === 'not-yet') return `Les inscriptions ouvrent le ${at}. Réessayez alors.`;
    return 'Les inscriptions étaient fermées quand la vôtre est arrivée.';
  },
  others: 'Voir d’autres réunions proches',
};

export type RegistrationMessages = typeof fr;
