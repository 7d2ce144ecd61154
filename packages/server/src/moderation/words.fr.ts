import type { ProposalStatus, ReportReason } from '@cnr-widgets/contract';
import type { Act, ModeratedKind } from './rules.js';
import type { Queue } from './queue.js';

const STATUS = {
  proposal: {
    submitted: 'En attente',
    published: 'Publiée',
    selected: 'Retenue',
    answered: 'Avec réponse',
    archived: 'Archivée',
    refused: 'Refusée',
  },
  comment: {
    submitted: 'En attente',
    published: 'Publié',
    selected: 'Retenu',
    answered: 'Avec réponse',
    archived: 'Archivé',
    refused: 'Refusé',
  },
} satisfies Record<ModeratedKind, Record<ProposalStatus, string>>;

const DONE = {
  proposal: {
    accept: 'Acceptée',
    refuse: 'Refusée',
    restore: 'Remise en ligne',
    select: 'Retenue',
    answer: 'Réponse publiée',
    archive: 'Archivée',
    keep: 'Maintenue, signalements classés',
  },
  comment: {
    accept: 'Accepté',
    refuse: 'Refusé',
    restore: 'Remis en ligne',
    select: 'Retenu',
    answer: 'Réponse publiée',
    archive: 'Archivé',
    keep: 'Maintenu, signalements classés',
  },
} satisfies Record<ModeratedKind, Record<Act, string>>;

const QUEUES: Record<Queue, string> = {
  todo: 'À traiter',
  submitted: 'En attente',
  reported: 'Signalés',
  published: 'Publiés',
  selected: 'Retenus',
  answered: 'Avec réponse',
  archived: 'Archivés',
  refused: 'Refusés',
};

const REASONS: Record<ReportReason, string> = {
  insult: 'Injure ou menace',
  'personal-data': 'Données personnelles',
  'off-topic': 'Hors sujet',
  spam: 'Publicité ou répétition',
  illegal: 'Contenu illicite',
  other: 'Autre',
};

const ACTS: Record<Act, string> = {
  accept: 'Accepter',
  refuse: 'Refuser',
  restore: 'Remettre en ligne',
  select: 'Retenir',
  answer: 'Répondre',
  archive: 'Archiver',
  keep: 'Maintenir et classer les signalements',
};

/** What a moderator reads, in French. */
export const fr = {
  title: 'Modération',
  nav: 'Modération',
  queue: 'File d’attente',
  journal: 'Journal',
  signedInAs: (name: string) => `Vous êtes ${name}`,
  signOut: 'Se déconnecter',
  skip: 'Aller au contenu',
  otherLanguage: 'English',

  signInTitle: 'Se connecter à la modération',
  signInHelp:
    'Le jeton vous a été remis par la personne qui exploite le serveur. Il commence par «\u00a0cnr_\u00a0».',
  token: 'Jeton',
  signIn: 'Se connecter',
  signInFor: 'Vous restez connecté douze heures sur cet appareil.',
  signedOut: 'Vous êtes déconnecté.',
  expired: 'Vous n’êtes plus connecté. Reconnectez-vous\u00a0: ce que vous avez écrit est gardé.',
  wrongToken: 'Ce jeton n’est pas valable. Copiez-le en entier, sans espace.',
  tokenEnded:
    'Ce jeton n’est plus valable\u00a0: sa date de fin est passée. Demandez-en un autre à la personne qui exploite le serveur.',
  notAModerator: 'Ce jeton sert à lire la liste des inscrits aux rencontres. Il ne permet pas de modérer.',
  otherConsultation:
    'Votre jeton ne vaut pas pour cette consultation. Demandez à la personne qui exploite le serveur de vous en donner un qui la comprend.',
  tooManyAttempts: (minutes: number) =>
    `Trop d’essais avec ce jeton. Réessayez dans ${minutes} minute${minutes > 1 ? 's' : ''}.`,
  wrongOrigin: (origin: string) =>
    `Cet envoi ne vient pas de cette page\u00a0: rien n’a été fait. Ouvrez ${origin}/moderation et recommencez.`,
  failed: 'Le serveur n’a pas pu répondre. Rien n’a été fait\u00a0: réessayez dans un instant.',
  malformed:
    'Cet envoi est incomplet ou trop long. Rien n’a été fait\u00a0: revenez en arrière et recommencez.',
  notFound: 'Cette page n’existe pas.',

  faults: 'Il reste à corriger\u00a0:',
  consultation: 'Consultation',
  allConsultations: 'Toutes',
  show: 'Afficher',
  states: 'États',
  queues: QUEUES,
  none: 'Rien ici.',
  noneToDo: 'Rien à traiter. Tout ce qui est arrivé a été lu.',
  begin: 'Commencer',
  order: 'Ordre',
  usualOrder: 'Ordre habituel',
  mostSupported: 'Les plus soutenues d’abord',
  nextPage: 'Page suivante',
  previousPage: 'Page précédente',
  backToQueue: (queue: string, count: number) => `${queue} (${count})`,

  kinds: { proposal: 'Proposition', question: 'Question', comment: 'Commentaire' },
  commentOn: (title: string) => `Commentaire sur «\u00a0${title}\u00a0»`,
  status: STATUS,
  reports: (count: number) => (count === 1 ? '1 signalement' : `${count} signalements`),
  supports: (count: number) => `${count.toLocaleString('fr-FR')} soutien${count > 1 ? 's' : ''}`,
  reportReasons: REASONS,
  received: 'Reçu le',
  theme: 'Thème',
  territory: 'Département',
  name: 'Nom affiché',
  noName: 'aucun',
  id: 'Identifiant',
  refusedFor: 'Raison du refus, lue par l’auteur',
  text: 'Texte',
  readText: 'Relire le texte',
  answerGiven: 'Réponse publiée',
  answerBy: (author: string, date: string) => `${author}, ${date}`,

  decision: 'Décision',
  acts: ACTS,
  actHelp: {
    accept: 'Visible de tous, tout de suite.',
    restore: 'De nouveau visible de tous.',
    select: 'Montrée à tous comme retenue par l’organisateur.',
    archive: 'Toujours visible, mais ne peut plus être soutenue.',
    keep: 'Le texte reste visible, tel quel.',
    answer: 'Écrire la réponse de l’organisateur.',
  },
  correctAnswer: 'Corriger la réponse',
  reason: 'Raison du refus',
  reasonHelp: 'L’auteur lit cette phrase telle quelle. Dites ce qui ne va pas et ce qu’il peut faire.',
  skipItem: 'Passer au texte suivant sans décider',
  done: DONE,
  namesRead: (meeting: string) => `Liste des inscrits lue\u00a0: ${meeting}`,
  doneSentence: (done: string, title: string) => `${done}\u00a0: «\u00a0${title}\u00a0».`,
  goBack: 'Y revenir',
  allDone: 'C’était le dernier de cette liste.',
  hiddenSoon: 'Le texte disparaît des pages en cinq secondes au plus.',

  history: 'Ce qui a été fait',
  noHistory: 'Personne n’a encore rien décidé.',
  journalEmpty: 'Le journal est vide.',
  older: 'Plus ancien',
  by: (actor: string) => `par ${actor}`,
  journalHelp:
    'Chaque décision, et chaque lecture d’une liste d’inscrits, la plus récente en haut. Rien ne peut y être changé ni effacé, sauf la raison d’un refus, qui part avec le texte quand son délai est passé.',
  gone: 'Ce texte n’est plus là\u00a0: son auteur l’a peut-être retiré.',

  reasonRequired:
    'Donnez la raison du refus. Exemple\u00a0: «\u00a0Votre texte nomme une personne. Retirez son nom et renvoyez-le.\u00a0»',
  reasonTooLong: (max: number) => `La raison est trop longue\u00a0: ${max} caractères au plus.`,
  changedSince:
    'Votre décision n’a pas été enregistrée\u00a0: ce texte a changé depuis que vous l’avez ouvert.',
  notPossible: 'Votre décision n’a pas été enregistrée\u00a0: elle n’est plus possible.',
  lastAct: (actor: string, done: string, when: string) => `${actor}, ${when}\u00a0: ${done}.`,
  readAgain: 'Relisez-le ci-dessous, puis décidez.',

  answerTitle: (title: string) => `Répondre à «\u00a0${title}\u00a0»`,
  answerHelp: 'Un texte, une vidéo avec sa transcription, ou les deux.',
  author: 'Qui répond',
  authorHelp: 'Nom et fonction. Exemple\u00a0: La préfète de la Sarthe.',
  date: 'Date de la réponse',
  answerText: 'Texte de la réponse',
  markdown:
    'Mise en forme simple\u00a0: **gras**, *italique*, listes avec «\u00a0-\u00a0», liens [texte](https://…).',
  video: 'Vidéo (facultatif)',
  videoSrc: 'Adresse de la vidéo',
  transcript: 'Transcription de la vidéo',
  transcriptHelp: 'Tout ce qui est dit. Obligatoire avec une vidéo.',
  captions: 'Adresse des sous-titres (WebVTT)',
  poster: 'Adresse de l’image d’attente',
  next: 'Ce qui suit',
  nextHelp: 'La prochaine étape, avec une date si elle est connue (facultatif).',
  url: 'Pour en savoir plus',
  urlHelp: 'Une adresse qui commence par https:// (facultatif).',
  publishAnswer: 'Publier la réponse',
  cancel: 'Annuler',
  answerFaults: {
    author: 'Dites qui répond. Exemple\u00a0: La préfète de la Sarthe.',
    date: 'Donnez une date. Exemple\u00a0: 22/11/2026',
    text: 'Écrivez une réponse, ou donnez une vidéo et sa transcription.',
    'video.src':
      'L’adresse de la vidéo commence par https://. Exemple\u00a0: https://videos.example/reponse.mp4',
    'video.transcript':
      'Écrivez la transcription de la vidéo\u00a0: elle est lue par qui n’entend pas ou ne voit pas.',
    'video.captions': 'L’adresse des sous-titres commence par https://',
    'video.poster': 'L’adresse de l’image commence par https://',
    next: 'Ce qui suit est trop long\u00a0: 5\u00a0000 caractères au plus.',
    url: 'L’adresse commence par https://',
  },
  tooLong: (max: number) => `C’est trop long\u00a0: ${max.toLocaleString('fr-FR')} caractères au plus.`,
};

export type Words = typeof fr;
