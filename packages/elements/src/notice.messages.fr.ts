import type { NoticeMessages } from './notice.js';

/** French words around a notice. */
export const noticeFr: NoticeMessages = {
  controller: 'Responsable de vos données',
  purpose: 'But',
  legalBasis: 'Base légale',
  recipients: 'Qui les lit',
  retention: 'Durée',
  rights: 'Vos droits',
  dpo: 'Délégué à la protection des données',
  openData: 'Données ouvertes',
  openDataYes:
    'Les réponses seront publiées en données ouvertes, sans nom. Elles seront groupées pour que personne ne soit reconnu.',
  openDataNo: 'Les réponses ne seront pas publiées en données ouvertes.',
  cnil: 'Vous pouvez aussi adresser une plainte à la CNIL.',
};
