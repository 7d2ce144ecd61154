import { counted, number } from '../counted.fr.js';
import { failureFr } from '../failure.messages.fr.js';
import type { FieldFault } from './session.js';

type Bound = number | string | undefined;

/** What is asked and what is said when it was not done are the same sentence. */
const choose = (min?: number, max?: number) => {
  const count = (many?: number) => counted(many ?? 0, 'réponse', 'réponses');
  if (!max) return `Choisissez au moins ${count(min)}.`;
  if (!min) return `Choisissez ${count(max)} au plus.`;
  return min === max ? `Choisissez ${count(min)}.` : `Choisissez de ${number.format(min)} à ${count(max)}.`;
};

const between = (min: Bound, max: Bound, from: string, to: string) => {
  if (min === undefined) return max === undefined ? '' : ` jusqu’${to} ${max}`;
  return max === undefined ? ` à partir ${from} ${min}` : ` ${from} ${min} ${to} ${max}`;
};

const numberBetween = (min?: Bound, max?: Bound, unit?: string) =>
  `Écrivez un nombre${between(min, max, 'de', 'à')}${unit ? ` (${unit})` : ''}.`;

const dateBetween = (min?: Bound, max?: Bound) => `Choisissez une date${between(min, max, 'du', 'au')}.`;

const tooLong: FaultSentence = (_, { max, length }) =>
  `Votre texte est trop long\u00a0: retirez ${counted(Number(length) - Number(max), 'caractère', 'caractères')}.`;

/** French sentences of `<cnr-questionnaire>`. */
export const fr = {
  loading: 'Chargement du questionnaire…',
  skipAll: 'Passer ce questionnaire',
  failedTitle: 'Le questionnaire ne peut pas s’afficher',
  failure: failureFr,
  notOpenYet: 'Cette consultation n’est pas encore ouverte.',
  closed: 'Cette consultation est terminée.',

  introTitle: 'Avant de commencer',
  introLength: (questions: number, minutes: number) =>
    `${counted(questions, 'question', 'questions')} au plus, environ ${counted(minutes, 'minute', 'minutes')}.`,
  introOptional: 'Toutes les questions sont facultatives, sauf celles marquées «\u00a0obligatoire\u00a0».',
  introOffline: 'Sans réseau, votre réponse reste sur cet appareil. Elle part quand le réseau revient.',
  introShared:
    'Cet appareil est partagé\u00a0: rien n’y est gardé. Envoyez votre réponse avant de fermer cette page.',
  start: 'Commencer',
  noticeTitle: 'Vos données',
  noticeShort: (controller: string, purpose: string) =>
    `Responsable de vos données\u00a0: ${controller}. But\u00a0: ${purpose}`,

  answeredTitle: 'Vous avez déjà répondu',
  answerAgain: 'Répondre pour une autre personne',
  codeTitle: 'J’ai déjà répondu et j’ai un code de reçu',
  withdrawn: 'Votre réponse est retirée\u00a0: elle est effacée et ne compte plus.',

  question: (position: number, total: number) => `Question ${position} sur ${total}`,
  questions: (from: number, to: number, total: number) => `Questions ${from} à ${to} sur ${total}`,
  totalChanged: (total: number) =>
    `Le questionnaire compte maintenant ${counted(total, 'question', 'questions')}.`,
  chapter: 'Information',
  required: 'obligatoire',
  next: 'Continuer',
  back: 'Retour',
  skip: 'Passer cette question',
  errorSummary: (count: number) =>
    count === 1 ? 'Une réponse est à revoir' : `${counted(count, 'réponse est', 'réponses sont')} à revoir`,

  other: 'Précisez votre réponse',
  chooseSeveral: 'Plusieurs réponses possibles.',
  choose,
  charactersLeft: (left: number) =>
    left < 0
      ? counted(-left, 'caractère de trop', 'caractères de trop')
      : counted(left, 'caractère restant', 'caractères restants'),
  textNumber: (index: number, count: number) => `Réponse ${index} sur ${count}`,
  scaleHint: (min: number, max: number, minLabel?: string, maxLabel?: string) =>
    `De ${min}${minLabel === undefined ? '' : ` (${minLabel})`} à ${max}${maxLabel === undefined ? '' : ` (${maxLabel})`}.`,
  rankHint: 'Choisissez d’abord ce que vous préférez. Vous pourrez ensuite changer l’ordre.',
  rankYours: 'Votre classement',
  rankOthers: 'À classer',
  rankNone: 'Vous n’avez encore rien classé.',
  rankAdd: (label: string, position: number) => `Classer en position ${position}\u00a0: ${label}`,
  rankUp: (label: string) => `Monter\u00a0: ${label}`,
  rankDown: (label: string) => `Descendre\u00a0: ${label}`,
  rankRemove: (label: string) => `Retirer du classement\u00a0: ${label}`,
  rankMoved: (label: string, position: number) => `${label}\u00a0: position ${position}`,
  rankRemoved: (label: string) => `${label}\u00a0: retiré du classement`,
  numberBetween,
  dateBetween,
  departementNone: 'Choisir',
  postalCodeHint: 'Cinq chiffres, par exemple 72000. Seuls le code et le département sont envoyés.',
  postalCodeFound: (name: string) => `Département\u00a0: ${name}`,
  transcript: 'Lire la transcription',

  profileTitle: 'Votre profil (facultatif)',
  profileHint: 'Il aide à comprendre qui s’exprime. Vous pouvez laisser vide.',
  profileAs: 'Vous répondez en tant que',
  profiles: { individual: 'Particulier', elected: 'Élue ou élu', association: 'Association' },
  profileDepartement: 'Votre département',
  profileUnsaid: 'Je préfère ne pas le dire',

  reviewTitle: 'Vérifiez avant d’envoyer',
  reviewEmpty: 'Sans réponse',
  change: 'Modifier',
  changeNamed: (title: string) => `Modifier\u00a0: ${title}`,
  send: 'Envoyer ma réponse',
  sendCorrection: 'Envoyer ma réponse corrigée',
  sending: 'Envoi en cours…',

  receivedTitle: 'Votre réponse est bien reçue',
  receivedText: (date: string) => `Reçue le ${date}.`,
  thanks: 'Merci de votre participation.',
  receivedLate: 'Elle est arrivée après la date de fin\u00a0: elle est marquée «\u00a0en retard\u00a0».',

  queuedTitle: 'Enregistrée sur cet appareil, pas encore envoyée',
  unsavedTitle: 'Non enregistrée sur cet appareil, pas encore envoyée',
  unsaved: 'Cet appareil ne peut pas garder votre réponse.',
  notSent: 'L’envoi n’a pas abouti. Essayez de nouveau.',
  erased: 'Votre réponse est effacée de cet appareil, sans avoir été envoyée.',

  refusedTitle: 'Votre réponse n’a pas été acceptée',

  faults: {
    required: () => 'Cette question est obligatoire\u00a0: donnez une réponse.',
    unreadable: (kind) =>
      kind === 'date'
        ? 'Écrivez une date complète, par exemple 14/07/2026.'
        : kind === 'territory'
          ? 'Écrivez un code postal de cinq chiffres, par exemple 72000.'
          : 'Écrivez un nombre en chiffres, par exemple 12.',
    'too-few': (_, { min }) => choose(Number(min)),
    'too-many': (_, { max }) => choose(undefined, Number(max)),
    exclusive: () => 'Ce choix ne va pas avec les autres\u00a0: gardez-le seul, ou retirez-le.',
    'too-long': tooLong,
    'other-too-long': tooLong,
    'out-of-range': (_, { min, max }) => numberBetween(min, max),
    'not-an-integer': () => 'Écrivez un nombre entier, par exemple 12.',
    'incomplete-rows': (_, { missing }) =>
      `Répondez à chaque ligne\u00a0: il en manque ${number.format(Number(missing))}.`,
    'date-out-of-range': (_, { min, max }) => dateBetween(min, max),
  } as Readonly<Partial<Record<FieldFault['code'], FaultSentence>>>,
  faultOther: 'Cette réponse ne convient pas\u00a0: répondez à nouveau.',
};

/** A fault as a sentence that says what is expected; `kind` is the question's, `params` the fault's. */
export type FaultSentence = (kind: string, params: FaultParams) => string;

export type FaultParams = Readonly<Record<string, number | string>>;

export type QuestionnaireMessages = typeof fr;
