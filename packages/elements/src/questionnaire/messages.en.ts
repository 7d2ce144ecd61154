import { counted, number } from '../counted.en.js';
import { failureEn } from '../failure.messages.en.js';
import type { FaultSentence, QuestionnaireMessages } from './messages.fr.js';

const choose: QuestionnaireMessages['choose'] = (min, max) => {
  const count = (many?: number) => counted(many ?? 0, 'answer', 'answers');
  if (!max) return `Choose at least ${count(min)}.`;
  if (!min) return `Choose at most ${count(max)}.`;
  return min === max ? `Choose ${count(min)}.` : `Choose from ${number.format(min)} to ${count(max)}.`;
};

const between: QuestionnaireMessages['dateBetween'] = (min, max) => {
  if (min === undefined) return max === undefined ? '' : ` up to ${max}`;
  return max === undefined ? ` from ${min} on` : ` from ${min} to ${max}`;
};

const numberBetween: QuestionnaireMessages['numberBetween'] = (min, max, unit) =>
  `Write a number${between(min, max)}${unit ? ` (${unit})` : ''}.`;

const dateBetween: QuestionnaireMessages['dateBetween'] = (min, max) => `Choose a date${between(min, max)}.`;

const tooLong: FaultSentence = (_, { max, length }) =>
  `Your text is too long: take out ${counted(Number(length) - Number(max), 'character', 'characters')}.`;

/** English sentences of `<cnr-questionnaire>`. */
export const en: QuestionnaireMessages = {
  loading: 'Loading the questionnaire…',
  skipAll: 'Skip this questionnaire',
  failedTitle: 'The questionnaire cannot be shown',
  failure: failureEn,
  notOpenYet: 'This consultation is not open yet.',
  closed: 'This consultation is over.',

  introTitle: 'Before you start',
  introLength: (questions, minutes) =>
    `${counted(questions, 'question', 'questions')} at most, about ${counted(minutes, 'minute', 'minutes')}.`,
  introOptional: 'All questions are optional, except those marked “required”.',
  introOffline: 'Without a network, your answer stays on this device. It leaves when the network is back.',
  introShared: 'This device is shared: nothing is kept on it. Send your answer before you close this page.',
  start: 'Start',
  noticeTitle: 'Your data',
  noticeShort: (controller, purpose) => `Responsible for your data: ${controller}. Purpose: ${purpose}`,

  answeredTitle: 'You have already answered',
  answerAgain: 'Answer for another person',
  codeTitle: 'I have already answered and have a receipt code',
  withdrawn: 'Your answer is withdrawn: it is erased and no longer counts.',

  question: (position, total) => `Question ${position} of ${total}`,
  questions: (from, to, total) => `Questions ${from} to ${to} of ${total}`,
  totalChanged: (total) => `The questionnaire now has ${counted(total, 'question', 'questions')}.`,
  chapter: 'Information',
  required: 'required',
  next: 'Continue',
  back: 'Back',
  skip: 'Skip this question',
  errorSummary: (count) =>
    count === 1 ? 'One answer needs another look' : `${number.format(count)} answers need another look`,

  other: 'Please specify',
  chooseSeveral: 'Several answers possible.',
  choose,
  charactersLeft: (left) =>
    left < 0
      ? counted(-left, 'character too many', 'characters too many')
      : counted(left, 'character left', 'characters left'),
  textNumber: (index, count) => `Answer ${index} of ${count}`,
  scaleHint: (min, max, minLabel, maxLabel) =>
    `From ${min}${minLabel === undefined ? '' : ` (${minLabel})`} to ${max}${maxLabel === undefined ? '' : ` (${maxLabel})`}.`,
  rankHint: 'Choose what you prefer first. You can change the order afterwards.',
  rankYours: 'Your ranking',
  rankOthers: 'To be ranked',
  rankNone: 'You have not ranked anything yet.',
  rankAdd: (label, position) => `Rank in position ${position}: ${label}`,
  rankUp: (label) => `Move up: ${label}`,
  rankDown: (label) => `Move down: ${label}`,
  rankRemove: (label) => `Remove from the ranking: ${label}`,
  rankMoved: (label, position) => `${label}: position ${position}`,
  rankRemoved: (label) => `${label}: removed from the ranking`,
  numberBetween,
  dateBetween,
  departementNone: 'Choose',
  postalCodeHint: 'Five digits, for example 72000. Only the code and the département are sent.',
  postalCodeFound: (name) => `Département: ${name}`,
  transcript: 'Read the transcript',

  profileTitle: 'Your profile (optional)',
  profileHint: 'It helps to understand who speaks. You can leave it empty.',
  profileAs: 'You answer as',
  profiles: {
    individual: 'An individual',
    elected: 'An elected representative',
    association: 'An association',
  },
  profileDepartement: 'Your département',
  profileUnsaid: 'I prefer not to say',

  reviewTitle: 'Check before you send',
  reviewEmpty: 'No answer',
  change: 'Change',
  changeNamed: (title) => `Change: ${title}`,
  send: 'Send my answer',
  sendCorrection: 'Send my corrected answer',
  sending: 'Sending…',

  receivedTitle: 'Your answer has been received',
  receivedText: (date) => `Received on ${date}.`,
  thanks: 'Thank you for taking part.',
  receivedLate: 'It arrived after the end: it is marked “late”.',

  queuedTitle: 'Saved on this device, not sent yet',
  unsavedTitle: 'Not saved on this device, not sent yet',
  unsaved: 'This device cannot keep your answer.',
  notSent: 'It could not be sent. Please try again.',
  erased: 'Your answer is erased from this device. It was not sent.',

  refusedTitle: 'Your answer was not accepted',

  faults: {
    required: () => 'This question is required: give an answer.',
    unreadable: (kind) =>
      kind === 'date'
        ? 'Write a whole date, for example 14/07/2026.'
        : kind === 'territory'
          ? 'Write a postal code of five digits, for example 72000.'
          : 'Write a number in figures, for example 12.',
    'too-few': (_, { min }) => choose(Number(min)),
    'too-many': (_, { max }) => choose(undefined, Number(max)),
    exclusive: () => 'This choice does not go with the others: keep it alone, or take it out.',
    'too-long': tooLong,
    'other-too-long': tooLong,
    'out-of-range': (_, { min, max }) => numberBetween(min, max),
    'not-an-integer': () => 'Write a whole number, for example 12.',
    'incomplete-rows': (_, { missing }) => `Answer each row: ${number.format(Number(missing))} missing.`,
    'date-out-of-range': (_, { min, max }) => dateBetween(min, max),
  },
  faultOther: 'This answer does not fit: answer again.',
};
