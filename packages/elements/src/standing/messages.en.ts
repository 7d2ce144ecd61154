import type { StandingMessages } from './messages.fr.js';

/** English sentences of `<cnr-standing>`. */
export const en: StandingMessages = {
  opensOn: (date) => `Opens on ${date}.`,
  closedOn: (date) => `The consultation ended on ${date}. The answers are being analysed.`,
  results: 'The results are published.',
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
  draftOpen: 'Go on with my answer',
  haveCode: 'I have a receipt code',
};
