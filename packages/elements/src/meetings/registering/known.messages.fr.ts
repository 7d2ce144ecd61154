import type { KnownMessages } from './code-view.js';
import { receiptWordsFr } from './receipt-words.fr.js';

/** French words of registrations in the list of meetings. */
export const knownFr: KnownMessages = {
  states: {
    received: 'Inscription faite sur cet appareil',
    waiting: 'Inscription en attente sur cet appareil, pas encore confirmée',
    sending: 'Inscription en cours d’envoi',
    refused: 'Inscription non acceptée',
  },
  codeTitle: 'J’ai déjà un code d’inscription',
  codeFailed: 'Ce formulaire ne s’affiche pas. Vérifiez votre réseau, puis fermez et rouvrez cette partie.',
  receipt: { ...receiptWordsFr, correct: 'Lire mon inscription' },
};
