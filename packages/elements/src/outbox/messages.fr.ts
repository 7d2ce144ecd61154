import { counted } from '../counted.fr.js';

/** French sentences of `<cnr-outbox>`. */
export const fr = {
  title: 'Mes participations sur cet appareil',
  loading: 'Lecture de cet appareil…',
  failed: 'Ce navigateur ne permet pas de lire ce qui est gardé sur cet appareil.',
  retry: 'Réessayer',
  empty: 'Rien n’est gardé sur cet appareil.',
  emptyHint: 'Quand vous participez sur ce site, vous trouvez ici ce qui attend d’être envoyé, et vos reçus.',
  shared: 'Cet appareil est partagé\u00a0: rien n’y est gardé.',
  offline: 'Vous n’avez pas de réseau. L’envoi reprendra tout seul quand il revient.',
  waitingCount: (count: number) =>
    `${counted(count, 'participation attend d’être envoyée', 'participations attendent d’être envoyées')}.`,
  memoryOnly: 'Ce navigateur ne garde rien\u00a0: ce qui attend est perdu si vous fermez cette page.',
  states: {
    waiting: 'Enregistrée ici, pas encore envoyée',
    sending: 'Envoi en cours',
    received: 'Reçue',
    refused: 'Non acceptée',
  },
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
  savedOn: (date: string) => `Enregistrée le ${date}`,
  receivedOn: (date: string) => `Reçue le ${date}`,
  code: 'Code de reçu',
  why: (code: string) => `Motif\u00a0: ${code}`,
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
  fileName: 'mes-participations',
  erase: 'Effacer',
  eraseNamed: (title: string) => `Effacer de cet appareil\u00a0: ${title}`,
  eraseSure:
    'Cette participation n’a pas été reçue. Si vous l’effacez, elle est perdue. Voulez-vous l’effacer\u00a0?',
  eraseReceiptSure:
    'Sans ce reçu, vous ne pourrez plus corriger ni retirer votre participation. Voulez-vous l’effacer d’ici\u00a0?',
  eraseConfirm: 'Oui, effacer',
  cancel: 'Annuler',
  erased: 'Effacé de cet appareil.',
  eraseFailed: 'Rien n’est effacé\u00a0: cet élément est toujours sur cet appareil.',
  nothingWent: 'Toujours pas de réponse du service. L’envoi sera tenté de nouveau.',
  notAllAccepted: 'Tout n’a pas été accepté. Voyez ci-dessus ce que vous pouvez faire.',
  allWent: 'Tout est envoyé.',
};

export type OutboxMessages = typeof fr;
