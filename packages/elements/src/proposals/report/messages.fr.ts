import type { ReportReason } from '@cnr-widgets/contract';
import { counted } from '../../counted.fr.js';

/** French sentences of `<cnr-report>`. */
export const fr = {
  legend: 'Pourquoi ce texte ne devrait-il pas être ici\u00a0? (obligatoire)',
  reasons: {
    insult: 'Il insulte ou menace quelqu’un',
    'personal-data': 'Il révèle des données personnelles',
    'off-topic': 'Il est hors sujet',
    spam: 'C’est de la publicité',
    illegal: 'Il est contraire à la loi',
    other: 'Pour une autre raison',
  } as Readonly<Record<ReportReason, string>>,
  more: 'Préciser (facultatif)',
  left: (left: number) =>
    left < 0
      ? `${counted(-left, 'caractère', 'caractères')} de trop`
      : counted(left, 'caractère restant', 'caractères restants'),
  missing: 'Choisissez une raison, par exemple «\u00a0Il est hors sujet\u00a0».',
  send: 'Signaler aux modérateurs',
  sending: 'Envoi en cours…',
  unsaved: 'Ni enregistré ni envoyé. Réessayez.',
};

export type ReportMessages = typeof fr;
