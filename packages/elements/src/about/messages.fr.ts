import { noticeFr } from '../notice.messages.fr.js';

/** French sentences of `<cnr-about>`. */
export const fr = {
  summary: 'Présentation',
  objectives: 'Objectifs',
  modalities: 'Modalités',
  noticeTitle: 'Vos données',
  notice: noticeFr,
  share: 'Partager cette consultation',
  copied: 'L’adresse de cette page est copiée.',
  shareYourself: 'Voici l’adresse de cette page, à copier\u00a0:',
};

export type AboutMessages = typeof fr;
