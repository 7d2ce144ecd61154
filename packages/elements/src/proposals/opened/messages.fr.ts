import { failureFr } from '../../failure.messages.fr.js';
import type { Noun } from '../forum.js';

/** French sentences of `<cnr-proposal>`. */
export const fr = {
  loading: 'Chargement du texte…',
  failure: failureFr,
  failedTitle: 'Le texte ne peut pas s’afficher',
  gone: ([one]: Noun) => `Cette ${one} n’est plus publiée.`,
  status: { published: '', selected: 'Retenue', answered: 'Réponse publiée', archived: 'Archivée' },
  by: (name: string) => `par ${name}`,

  answer: 'La réponse',
  answeredBy: (author: string, date: string) => `${author}, le ${date}`,
  video: (author: string) => `Réponse en vidéo\u00a0: ${author}`,
  transcript: 'Lire la transcription de la vidéo',
  next: 'Ce qui va suivre',
  answerLink: 'Lire la réponse sur le site de l’organisateur',

  history: 'Les étapes',
  step: {
    published: 'Publiée',
    selected: 'Retenue par l’organisateur',
    answered: 'L’organisateur a répondu',
    archived: 'Archivée',
  },
  comments: (count: number) => `Commentaires (${count})`,
  report: 'Signaler un contenu qui ne devrait pas être ici',
  partFailed: 'Cette partie ne s’affiche pas. Vérifiez votre réseau, puis fermez et rouvrez-la.',
};

export type ProposalMessages = typeof fr;
