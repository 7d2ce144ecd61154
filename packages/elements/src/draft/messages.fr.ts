/** French sentences of `<cnr-draft>`. */
export const fr = {
  found: (date: string) => `Un brouillon du ${date} est gardé sur cet appareil.`,
  resume: 'Reprendre mon brouillon',
  erase: 'Effacer le brouillon',
  erased: 'Le brouillon est effacé de cet appareil.',
  eraseFailed: 'Le brouillon n’est pas effacé de cet appareil.',
  keep: 'Garder mon brouillon sur cet appareil',
  keepHint: 'Il y reste 24 heures. À éviter sur un ordinateur partagé.',
  saved: 'Brouillon gardé sur cet appareil.',
  unsaved: 'Cet appareil ne peut pas garder le brouillon.',
};

export type DraftMessages = typeof fr;
