import type { NoticeMessages } from './notice.js';

/** English words around a notice. */
export const noticeEn: NoticeMessages = {
  controller: 'Responsible for your data',
  purpose: 'Purpose',
  legalBasis: 'Legal basis',
  recipients: 'Who reads them',
  retention: 'Kept for',
  rights: 'Your rights',
  dpo: 'Data protection officer',
  openData: 'Open data',
  openDataYes:
    'The answers will be published as open data, without names. They will be grouped so that nobody is recognised.',
  openDataNo: 'The answers will not be published as open data.',
  cnil: 'You can also lodge a complaint with the CNIL, the French data protection authority.',
};
