import type { NoticeMessages } from './notice.js';

/** French words around a notice. */
export const noticeFr: NoticeMessages = {
  controller: 'Responsable du traitement',
  purpose: 'Finalité',
  legalBasis: 'Base légale',
  recipients: 'Destinataires',
  retention: 'Durée de conservation',
  rights: 'Exercer vos droits',
  dpo: 'Délégué à la protection des données',
  openData: 'Données ouvertes',
  openDataYes:
    'Les réponses seront publiées en données ouvertes, sans nom, par groupes assez grands pour que personne ne soit reconnu.',
  openDataNo: 'Les réponses ne seront pas publiées en données ouvertes.',
  cnil: 'Vous pouvez aussi adresser une réclamation à la CNIL.',
};
