import type { ReceiptMessages } from '../../receipt/messages.fr.js';

/** French sentences of `<cnr-receipt>` for a text in place of an answer. */
export const receiptWordsFr: Partial<ReceiptMessages> = {
  hint: 'Gardez-le\u00a0: il permet, ici et plus tard, de savoir où en est votre texte, de le corriger ou de le retirer. Il n’est montré qu’à vous.',
  hintUnkept:
    'Notez-le\u00a0: cet appareil ne le garde pas. Il permet de savoir où en est votre texte, de le corriger ou de le retirer. Il n’est montré qu’à vous.',
  replaces: 'Ce texte remplace le précédent\u00a0; l’ancien code ne sert plus.',
  file: (consultation: string, code: string, date: string) =>
    `${consultation}\nTexte reçu le ${date}\nCode de reçu\u00a0: ${code}\n\nCe code permet de corriger ou de retirer votre texte.\n`,
  eraseSure: 'Sans ce reçu, vous ne pourrez corriger ou retirer votre texte que si vous avez noté le code.',
  erased: 'Le reçu est effacé de cet appareil. Votre texte n’est pas effacé.',
  codeUnknown: 'Ce code ne correspond à aucun texte de cette consultation. Vérifiez chaque caractère.',
  codeWithdrawn: 'Le texte qui porte ce code a été retiré.',
  codeReplaced: 'Le texte qui porte ce code a déjà été corrigé\u00a0: utilisez le code du dernier reçu.',
  correct: 'Corriger ce texte',
  withdraw: 'Retirer ce texte',
  withdrawSure: 'Ce texte sera effacé et ne sera plus montré à personne. Voulez-vous le retirer\u00a0?',
  withdrawConfirm: 'Oui, retirer ce texte',
  withdrawn: 'Ce texte est retiré\u00a0: il est effacé et n’est plus montré à personne.',
};
