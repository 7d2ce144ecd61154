import { failureFr } from '../failure.messages.fr.js';

/** French sentences of `<cnr-receipt>`. */
export const fr = {
  failedTitle: 'Le code de reçu ne peut pas être demandé',
  failure: failureFr,

  title: 'Votre code de reçu',
  hint: 'Gardez-le\u00a0: il permet, ici et plus tard, de corriger ou de retirer votre réponse. Il n’est montré qu’à vous.',
  hintUnkept:
    'Notez-le\u00a0: cet appareil ne le garde pas. Il permet de corriger ou de retirer votre réponse. Il n’est montré qu’à vous.',
  replaces: 'Cette réponse remplace la précédente\u00a0; l’ancien code ne sert plus.',
  copy: 'Copier le code',
  copied: 'Code copié.',
  copyFailed: 'La copie n’a pas marché\u00a0: notez le code.',
  save: 'Enregistrer le reçu',
  print: 'Imprimer',
  file: (consultation: string, code: string, date: string) =>
    `${consultation}\nRéponse reçue le ${date}\nCode de reçu\u00a0: ${code}\n\nCe code permet de corriger ou de retirer votre réponse.\n`,
  fileName: 'recu',
  erase: 'Effacer de cet appareil',
  eraseSure: 'Sans ce reçu, vous ne pourrez corriger ou retirer votre réponse que si vous avez noté le code.',
  eraseConfirm: 'Oui, effacer le reçu',
  erased: 'Le reçu est effacé de cet appareil. Votre réponse n’est pas effacée.',
  eraseFailed: 'Le reçu n’est pas effacé de cet appareil.',

  codeLabel: 'Code de reçu',
  codeHint: '16 lettres et chiffres, par exemple 7KQF-3MZT-9XRA-2B4C.',
  codeMissing: 'Écrivez votre code de reçu\u00a0: 16 lettres et chiffres, par exemple 7KQF-3MZT-9XRA-2B4C.',
  codeUnknown: 'Ce code ne correspond à aucune réponse à cette consultation. Vérifiez chaque caractère.',
  codeWithdrawn: 'La réponse qui porte ce code a été retirée.',
  codeErased: 'Ce qui porte ce code est effacé\u00a0: le délai annoncé est passé.',
  codeReplaced: 'La réponse qui porte ce code a déjà été corrigée\u00a0: utilisez le code du dernier reçu.',
  unreachable: 'Le service ne répond pas. Rien n’a changé\u00a0: réessayez quand le réseau revient.',
  notOffered: 'Ce site ne permet pas de le faire en ligne. Écrivez à l’organisateur.',

  correct: 'Corriger ma réponse',
  withdraw: 'Retirer ma réponse',
  withdrawSure: 'Votre réponse sera effacée et ne comptera plus. Voulez-vous la retirer\u00a0?',
  withdrawConfirm: 'Oui, retirer ma réponse',
  withdrawn: 'Votre réponse est retirée\u00a0: elle est effacée et ne compte plus.',
  cancel: 'Annuler',
};

export type ReceiptMessages = typeof fr;
