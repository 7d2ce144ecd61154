import { receiptWordsFr } from '../entry/receipt-words.fr.js';
import type { Noun } from '../forum.js';

/** French sentences of `<cnr-mine>`. */
export const fr = {
  title: 'Mes contributions sur cet appareil',
  loading: 'Lecture de cet appareil…',
  shared: 'Cet appareil est partagé\u00a0: rien n’y est gardé.',
  unreadable: 'Ce navigateur ne permet pas de lire ce qui est gardé sur cet appareil.',
  empty: ([one]: Noun) =>
    `Rien n’est gardé sur cet appareil pour cette consultation. Quand vous soutenez ou écrivez une ${one}, elle apparaît ici.`,
  left: 'Aucune contribution n’est gardée sur cet appareil pour cette consultation. Il y reste un identifiant tiré au hasard, qui évite de vous compter deux fois jusqu’à la fin de la consultation, ou un brouillon.',
  kept: 'Cette liste est seulement sur cet appareil. Toute personne qui l’utilise peut la lire.',

  sections: {
    proposal: ([, many]: Noun) => `Mes ${many}`,
    support: () => 'Mes soutiens',
    comment: () => 'Mes commentaires',
    report: () => 'Mes signalements',
  },
  on: (title: string) => `Sur «\u00a0${title}\u00a0»`,
  untitled: 'Sans titre',
  read: 'Lire en ligne',
  readNamed: (title: string) => `Lire en ligne\u00a0: ${title}`,

  receipt: receiptWordsFr,
  codeTitle: 'J’ai un code de reçu d’un autre appareil',
  eraseAll: 'Tout effacer de cet appareil',
  eraseAllSure:
    'Les reçus de cette consultation, ce qui attend d’être envoyé, et l’identifiant tiré au hasard qui évite de vous compter deux fois, seront effacés d’ici. Ce qui a été reçu le reste. Sans les codes, vous ne pourrez plus le corriger ni le retirer. Vos soutiens resteront comptés. Voulez-vous tout effacer\u00a0?',
  eraseAllYes: 'Oui, tout effacer',
  cancel: 'Annuler',
  gone: 'Effacé de cet appareil.',
  withdrawn: 'Retiré\u00a0: ce texte est effacé et n’est plus montré à personne.',
  erased: 'Tout est effacé de cet appareil.',
  eraseFailed: 'Tout n’est pas effacé\u00a0: il reste quelque chose sur cet appareil.',
};

export type MineMessages = typeof fr;
