import { counted } from '../counted.fr.js';

/** As coarsely as a countdown can be read: tens of seconds, then minutes; never less than it takes. */
const duration = (seconds: number) =>
  seconds > 50
    ? counted(Math.ceil(seconds / 60), 'minute', 'minutes')
    : counted(Math.ceil(seconds / 10) * 10, 'seconde', 'secondes');

/** French sentences of `<cnr-proof>`. */
export const fr = {
  working:
    'Avant l’envoi, votre appareil fait un calcul. Il protège la consultation des envois automatiques, sans vous identifier.',
  kept: 'Votre contribution est enregistrée sur cet appareil\u00a0: si vous fermez la page, l’envoi reprendra à votre prochaine visite.',
  progress: 'Calcul avant l’envoi',
  percent: (share: number) => `${Math.floor(share * 100)}\u00a0%`,
  waitInstead: (seconds: number) =>
    `Mon appareil est lent\u00a0: envoyer sans calcul dans ${duration(seconds)}`,
  waiting: (seconds: number) => `Plus de calcul\u00a0: l’envoi part dans ${duration(seconds)} au plus.`,
  wait: 'Attente avant l’envoi',
};

export type ProofMessages = typeof fr;
