import { failureEn } from '../../failure.messages.en.js';
import type { ProposalMessages } from './messages.fr.js';

/** English sentences of `<cnr-proposal>`. */
export const en: ProposalMessages = {
  loading: 'Loading the text…',
  failure: failureEn,
  failedTitle: 'The text cannot be shown',
  gone: ([one]) => `This ${one} is not public any more.`,
  status: { published: '', selected: 'Selected', answered: 'Answered', archived: 'Archived' },
  by: (name) => `by ${name}`,

  answer: 'The answer',
  answeredBy: (author, date) => `${author}, ${date}`,
  video: (author) => `Answer on video: ${author}`,
  transcript: 'Read the transcript of the video',
  next: 'What follows',
  answerLink: 'Read the answer on the organiser’s site',

  history: 'Steps',
  step: {
    published: 'Published',
    selected: 'Selected by the organiser',
    answered: 'The organiser answered',
    archived: 'Archived',
  },
  comments: (count) => `Comments (${count})`,
  report: 'Report something that should not be here',
  partFailed: 'This part could not be loaded. Check your network, then close and open it again.',
};
