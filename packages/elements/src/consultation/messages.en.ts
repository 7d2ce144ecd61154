import { counted, number } from '../counted.en.js';
import { failureEn } from '../failure.messages.en.js';
import type { ConsultationMessages } from './messages.fr.js';

/** English sentences of `<cnr-consultation>`. */
export const en: ConsultationMessages = {
  loading: 'Loading the consultation…',
  failedTitle: 'The consultation cannot be shown',
  failure: failureEn,

  phases: {
    upcoming: 'Upcoming',
    open: 'Open',
    analysis: 'Being analysed',
    results: 'Results published',
    'followed-up': 'Followed up',
  },
  organiser: 'Organised by',
  nationwide: 'all of France',
  readMore: 'Read more',
  readLess: 'Read less',
  period: 'Period',
  from: (from, to) => `from ${from} to ${to}`,
  daysLeft: (days) => `${counted(days, 'day', 'days')} left`,
  lastDay: 'Last day',
  duration: 'Duration',
  minutes: (minutes) => `about ${counted(minutes, 'minute', 'minutes')}`,
  participants: 'Participation',
  participantCount: (count) => counted(count, 'participant', 'participants'),
  goal: (goal) => `goal: ${number.format(goal)}`,
  countUnknown: 'number unavailable',

  participate: 'Take part',
  back: 'Back to the presentation',
  opensOn: (date) => `Opens on ${date}.`,
  closedOn: (date) => `The consultation ended on ${date}. The answers are being analysed.`,
  resultsOut: 'The results are published.',
  resultsLink: 'See the results',
  followedUp: 'The organiser says what your answers have changed.',
  followedUpLink: 'See what came of it',
  latestStep: (date, title) => `${date}: ${title}`,

  answered: (date) => `You answered on ${date}.`,
  answeredOpen: 'See my receipt, correct or withdraw',
  waiting: 'Your answer is on this device, not sent yet.',
  waitingOpen: 'See my waiting answer',
  refused: 'Your answer was not accepted. It is still on this device.',
  refusedOpen: 'See why and what to do',
  draft: 'A draft is kept on this device.',
  haveCode: 'My receipt code',

  more: 'Aims, rules and personal data',
};
