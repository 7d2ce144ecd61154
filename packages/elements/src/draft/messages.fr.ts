/** French sentences of `<cnr-draft>`. */
export const fr = {
  found: (date: string) => `Un brouillon du ${date} est gardé sur cet appareil.`,
  resume: 'Reprendre mon brouillon',
  restart: 'Recommencer',
  erase: 'Effacer le brouillon',
  eraseSure: 'Les réponses de ce brouillon seront perdues. Voulez-vous l’effacer\u00a0?',
  eraseConfirm: 'Oui, effacer',
  cancel: 'Annuler',
  erased: 'Le brouillon est effacé de cet appareil.',
  eraseFailed: 'Le brouillon n’est pas effacé de cet appareil.',
  keep: 'Garder mon brouillon sur cet appareil',
  keepHint: 'Il y reste 24 heures. À éviter sur un ordinateur partagé.',
  replaceSure: (date: string) =>
    `Un brouillon du ${date} est déjà gardé sur cet appareil. Voulez-vous l’effacer pour garder celui-ci à sa place\u00a0?`,
  replaceConfirm: 'Oui, remplacer',
  saved: 'Brouillon gardé sur cet appareil.',
  unsaved: 'Cet appareil ne peut pas garder le brouillon.',
};

export type DraftMessages = typeof fr;
