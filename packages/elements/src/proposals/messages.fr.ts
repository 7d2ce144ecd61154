import type { Phase } from '@cnr-widgets/contract';
import { counted } from '../counted.fr.js';
import { failureFr } from '../failure.messages.fr.js';
import type { Noun } from './forum.js';

/** French sentences of `<cnr-proposals>`. */
export const fr = {
  failedTitle: 'La liste ne peut pas s’afficher',
  failure: failureFr,
  loading: 'Chargement de la liste…',
  skip: 'Passer la liste',

  nouns: {
    proposals: ['proposition', 'propositions'],
    questions: ['question', 'questions'],
  } as Readonly<Record<'proposals' | 'questions', Noun>>,
  title: ([, many]: Noun) => `Les ${many}`,
  deposit: { proposals: 'Déposer une proposition', questions: 'Poser une question' },
  mine: 'Mes contributions sur cet appareil',
  phase: (phase: Phase, opens: string, closes: string) =>
    phase === 'upcoming'
      ? `Les dépôts et les soutiens ouvrent le ${opens}.`
      : `Les dépôts et les soutiens sont fermés depuis le ${closes}. Vous pouvez toujours lire.`,

  filters: 'Chercher et trier',
  searchLabel: 'Rechercher des mots',
  search: 'Rechercher',
  theme: 'Thème',
  territory: 'Département',
  all: 'Tous',
  order: 'Afficher',
  orders: {
    trending: 'Les tendances',
    supported: 'Les plus soutenues',
    latest: 'Les plus récentes',
    answered: 'Celles qui ont une réponse',
    mine: 'Les miennes, sur cet appareil',
  },
  trendingTitle: 'Comment les tendances sont-elles calculées\u00a0?',
  trendingText:
    'Seuls comptent les soutiens des sept derniers jours. Un soutien vaut 1 au début, puis deux fois moins tous les deux jours. La somme fait le rang.',
  clear: 'Effacer la recherche et les filtres',

  count: (total: number, [one, many]: Noun) => counted(total, one, many),
  shown: (shown: number, total: number, [, many]: Noun) =>
    `${counted(shown, 'affichée', 'affichées')} sur ${counted(total, many, many)}`,
  more: (left: number) => `Voir plus (encore ${counted(left, 'autre', 'autres')})`,
  moreLoading: 'Chargement de la suite…',
  listFailed: 'La liste n’est pas à jour. Vérifiez votre réseau, puis réessayez.',
  retry: 'Réessayer',

  empty: ([one]: Noun, open: boolean) =>
    open ? `Aucune ${one} pour l’instant. Vous pouvez écrire la première.` : `Aucune ${one} n’a été publiée.`,
  noMatch: ([one]: Noun) => `Aucune ${one} ne correspond. Essayez d’autres mots, ou moins de filtres.`,
  noAnswer: ([one]: Noun) => `Aucune ${one} n’a encore de réponse.`,
  noMine: ([one]: Noun) => `Aucune ${one} soutenue ou écrite sur cet appareil n’est publiée.`,
  showAll: 'Tout voir',

  status: {
    published: '',
    selected: 'Retenue',
    answered: 'Réponse publiée',
    archived: 'Archivée',
  },
  by: (name: string) => `par ${name}`,
  comments: (count: number) => counted(count, 'commentaire', 'commentaires'),
  back: 'Retour à la liste',
  backToMine: 'Retour à mes contributions',
  noticeTitle: 'Vos données',
  partFailed: 'Cette partie ne s’affiche pas. Vérifiez votre réseau, puis réessayez.',
};

export type ProposalsMessages = typeof fr;
