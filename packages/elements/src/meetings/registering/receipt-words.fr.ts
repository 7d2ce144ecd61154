import type { ReceiptMessages } from '../../receipt/messages.fr.js';

/** French sentences of `<cnr-receipt>` for a registration in place of an answer. */
export const receiptWordsFr: Partial<ReceiptMessages> = {
  hint: 'Gardez-le\u00a0: il permet, ici et sur un autre appareil, de relire votre inscription, de la corriger ou de l’annuler. Il n’est montré qu’à vous.',
  hintUnkept:
    'Notez-le\u00a0: cet appareil ne le garde pas. Il permet de relire votre inscription, de la corriger ou de l’annuler. Il n’est montré qu’à vous.',
  replaces: 'Cette inscription remplace la précédente\u00a0; l’ancien code ne sert plus.',
  file: (consultation: string, code: string, date: string) =>
    `${consultation}\nInscription reçue le ${date}\nCode de reçu\u00a0: ${code}\n\nCe code permet de relire, de corriger ou d’annuler votre inscription.\n`,
  eraseSure:
    'Votre place reste réservée. Sans ce reçu, vous ne pourrez corriger ou annuler votre inscription que si vous avez noté le code.',
  erased: 'Le reçu est effacé de cet appareil. Votre inscription tient toujours.',
  codeUnknown: 'Ce code ne correspond à aucune inscription. Vérifiez chaque caractère.',
  codeWithdrawn: 'L’inscription qui porte ce code a été annulée.',
  codeReplaced:
    'L’inscription qui porte ce code a déjà été corrigée\u00a0: utilisez le code du dernier reçu.',
  correct: 'Corriger mon inscription',
  withdraw: 'Annuler mon inscription',
  withdrawSure: 'Votre inscription sera effacée et la place redeviendra libre. Voulez-vous l’annuler\u00a0?',
  withdrawConfirm: 'Oui, annuler mon inscription',
  withdrawn: 'Votre inscription est annulée\u00a0: la place redevient libre.',
  cancel: 'Revenir',
};
