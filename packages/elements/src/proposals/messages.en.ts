import { counted } from '../counted.en.js';
import { failureEn } from '../failure.messages.en.js';
import type { ProposalsMessages } from './messages.fr.js';

/** English sentences of `<cnr-proposals>`. */
export const en: ProposalsMessages = {
  failedTitle: 'The list cannot be shown',
  failure: failureEn,
  loading: 'Loading the list…',
  skip: 'Skip the list',

  nouns: { proposals: ['proposal', 'proposals'], questions: ['question', 'questions'] },
  title: ([, many]) => `All ${many}`,
  deposit: { proposals: 'Make a proposal', questions: 'Ask a question' },
  mine: 'My contributions on this device',
  phase: (phase, opens, closes) =>
    phase === 'upcoming'
      ? `Writing and supporting open on ${opens}.`
      : `Writing and supporting closed on ${closes}. You can still read.`,

  filters: 'Search and sort',
  searchLabel: 'Search for words',
  search: 'Search',
  theme: 'Theme',
  territory: 'Département',
  all: 'All',
  order: 'Show',
  orders: {
    trending: 'Trending',
    supported: 'Most supported',
    latest: 'Latest',
    answered: 'Answered',
    mine: 'Mine, on this device',
  },
  trendingTitle: 'How is “trending” computed?',
  trendingText:
    'Only supports of the last seven days count. A support is worth 1 at first, then half as much every two days. The sum makes the rank.',
  clear: 'Clear search and filters',

  count: (total, [one, many]) => counted(total, one, many),
  shown: (shown, total, [one, many]) => `${counted(shown, 'shown', 'shown')} of ${counted(total, one, many)}`,
  more: (left) => `Show more (${counted(left, 'other', 'others')})`,
  moreLoading: 'Loading more…',
  listFailed: 'The list is not up to date. Check your network, then try again.',
  retry: 'Try again',

  empty: ([one], open) => (open ? `No ${one} yet. You can write the first one.` : `No ${one} was published.`),
  noMatch: ([one]) => `No ${one} matches. Try other words, or fewer filters.`,
  noAnswer: ([one]) => `No ${one} has been answered yet.`,
  noMine: ([one]) => `No ${one} supported or written on this device is published.`,
  showAll: 'Show all',

  status: { published: '', selected: 'Selected', answered: 'Answered', archived: 'Archived' },
  by: (name) => `by ${name}`,
  comments: (count) => counted(count, 'comment', 'comments'),
  back: 'Back to the list',
  backToMine: 'Back to my contributions',
  noticeTitle: 'Your data',
  partFailed: 'This part could not be loaded. Check your network, then try again.',
};
