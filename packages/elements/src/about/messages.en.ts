import { noticeEn } from '../notice.messages.en.js';
import type { AboutMessages } from './messages.fr.js';

/** English sentences of `<cnr-about>`. */
export const en: AboutMessages = {
  summary: 'Presentation',
  objectives: 'Aims',
  modalities: 'How it works',
  noticeTitle: 'Your data',
  notice: noticeEn,
  share: 'Share this consultation',
  copied: 'The address of this page is copied.',
  shareYourself: 'Here is the address of this page, to copy:',
};
