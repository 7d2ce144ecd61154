import { noticeFr } from '../notice.messages.fr.js';

/** French sentences of `<cnr-about>`. */
export const fr = {
  summary: 'Présentation',
  objectives: 'Objectifs',
  modalities: 'Modalités',
  noticeTitle: 'Vos données',
  notice: noticeFr,
};

export type AboutMessages = typeof fr;
