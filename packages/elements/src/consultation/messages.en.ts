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
  period: 'Period',
  from: (from, to) => `from ${from} to ${to}`,
  daysLeft: (days) => `${counted(days, 'day', 'days')} left`,
  lastDay: 'Last day',
  duration: 'Duration',
  minutes: (minutes) => `about ${counted(minutes, 'minute', 'minutes')}`,
  participants: 'Participation',
  participantCount: (count) => counted(count, 'participant', 'participants'),
  goal: (goal) => `goal: ${number.format(goal)}`,
  countUnknown: 'number unknown',

  openFailed: 'What follows could not be loaded. Check your network, then press again.',
  participate: 'Take part',
  seeProposals: 'See the proposals and support them',
  seeQuestions: 'See the questions and support them',
  seeMeetings: 'See the public meetings',
  back: 'Back to the presentation',
  more: 'Find out more',
};
