import type { ContributionKind } from '@cnr-widgets/contract';
import { counted } from '../counted.fr.js';

/** « Réponse » and « inscription » are feminine. */
const e = (kind: ContributionKind) => (kind === 'answer' || kind === 'registration' ? 'e' : '');

/** French sentences of `<cnr-outbox>`. */
export const fr = {
  title: 'Mes participations sur cet appareil',
  loading: 'Lecture de cet appareil…',
  failed: 'Ce navigateur ne permet pas de lire ce qui est gardé sur cet appareil.',
  retry: 'Réessayer',
  empty: 'Rien n’est gardé sur cet appareil.',
  emptyHint: 'Quand vous participez sur ce site, vous trouvez ici ce qui attend d’être envoyé, et vos reçus.',
  remains: (identifier: boolean, draft: boolean) =>
    `Aucune participation n’est gardée sur cet appareil. Il y reste ${[
      identifier &&
        'un identifiant tiré au hasard, qui évite de vous compter deux fois jusqu’à la fin de la consultation',
      draft && 'un brouillon',
    ]
      .filter(Boolean)
      .join(', et ')}.`,
  shared: 'Cet appareil est partagé\u00a0: rien n’y est gardé.',
  offline: 'Vous n’avez pas de réseau. L’envoi reprendra tout seul quand il revient.',
  waitingCount: (count: number) =>
    `${counted(count, 'participation attend d’être envoyée', 'participations attendent d’être envoyées')}.`,
  memoryOnly: 'Ce navigateur ne garde rien\u00a0: ce qui attend est perdu si vous fermez cette page.',
  states: (kind: ContributionKind) => ({
    waiting: `Enregistré${e(kind)} ici, pas encore envoyé${e(kind)}`,
    sending: 'Envoi en cours',
    received: `Reçu${e(kind)}`,
    refused: `Non accepté${e(kind)}`,
  }),
  kinds: {
    answer: 'Réponse',
    support: 'Soutien',
    proposal: 'Texte déposé',
    comment: 'Commentaire',
    report: 'Signalement',
    registration: 'Inscription',
  },
  unsupported: 'Retrait d’un soutien',
  named: (kind: string, title: string) => `${kind}\u00a0: ${title}`,
  savedOn: (date: string, kind: ContributionKind) => `Enregistré${e(kind)} le ${date}`,
  receivedOn: (date: string, kind: ContributionKind) => `Reçu${e(kind)} le ${date}`,
  code: 'Code de reçu',
  where: {
    answer: 'Avec ce code, vous pouvez la corriger ou la retirer sur la page de la consultation.',
    support: 'Pour le retirer, revenez à ce texte et appuyez de nouveau sur le bouton de soutien.',
    proposal: 'Avec ce code, vous pouvez le corriger ou le retirer sur la page de la consultation.',
    comment: 'Avec ce code, vous pouvez le corriger ou le retirer sur la page de la consultation.',
    report: 'Avec ce code, vous pouvez le retirer sur la page de la consultation.',
    registration: 'Avec ce code, vous pouvez la corriger ou l’annuler sur la page de la consultation.',
  } as Readonly<Record<ContributionKind, string>>,
  page: 'Aller à cette page',
  pageNamed: (title: string) => `Aller à cette page\u00a0: ${title}`,
  refusedWhere: (kind: ContributionKind) =>
    kind === 'support'
      ? ''
      : `Pour ${e(kind) ? 'la' : 'le'} relire et ${e(kind) ? 'la' : 'le'} renvoyer, revenez à la page où vous l’avez écrit${e(kind)}.`,
  tried: (count: number) => counted(count, 'essai d’envoi', 'essais d’envoi'),
  unreadable: 'Élément illisible, gardé tel quel. Vous pouvez l’enregistrer dans un fichier ou l’effacer.',
  waits:
    'Votre réponse attend le réseau. Elle partira toute seule\u00a0: ici, ou quand vous rouvrirez cette page.',
  waitsInPage:
    'Votre réponse est dans cette page seulement. Elle partira au retour du réseau si la page reste ouverte. Ne la fermez pas avant, ou enregistrez votre réponse dans un fichier.',
  sendNow: 'Envoyer maintenant',
  sendAll: 'Tout envoyer maintenant',
  send: 'Envoyer',
  sendNamed: (title: string) => `Envoyer\u00a0: ${title}`,
  exportAll: 'Tout enregistrer dans un fichier',
  exportOne: 'Enregistrer dans un fichier',
  fileAbout: (date: string) =>
    `Vos participations gardées sur cet appareil, le ${date}. Gardez ce fichier pour vous\u00a0: il contient vos codes de reçu.`,
  fileName: 'mes-participations',
  erase: 'Effacer',
  eraseNamed: (title: string) => `Effacer de cet appareil\u00a0: ${title}`,
  eraseSure:
    'Cette participation n’a pas été reçue. Si vous l’effacez, elle est perdue. Voulez-vous l’effacer\u00a0?',
  eraseReceiptSure:
    'Sans ce reçu, vous ne pourrez plus corriger ni retirer votre participation. Voulez-vous l’effacer d’ici\u00a0?',
  eraseConfirm: 'Oui, effacer',
  eraseAll: 'Tout effacer de cet appareil',
  eraseAllSure:
    'Tout ce que ce site garde ici de vos participations sera effacé\u00a0: reçus, brouillons, identifiants tirés au hasard, et ce qui attend d’être envoyé, qui sera perdu. Ce qui a été reçu le reste. Sans les codes, vous ne pourrez plus le corriger ni le retirer. Voulez-vous tout effacer\u00a0?',
  eraseAllConfirm: 'Oui, tout effacer',
  allErased: 'Tout est effacé de cet appareil.',
  allNotErased: 'Tout n’est pas effacé\u00a0: il reste quelque chose sur cet appareil.',
  cancel: 'Annuler',
  erased: 'Effacé de cet appareil.',
  eraseFailed: 'Rien n’est effacé\u00a0: cet élément est toujours sur cet appareil.',
  nothingWent: 'Toujours pas de réponse du service. L’envoi sera tenté de nouveau.',
  notSent: 'L’envoi n’a pas abouti. Essayez de nouveau.',
  notAllAccepted: 'Tout n’a pas été accepté. Voyez ci-dessus ce que vous pouvez faire.',
  allWent: 'Tout est envoyé.',
};

export type OutboxMessages = typeof fr;
