import { counted, number } from '../counted.en.js';
import { failureEn } from '../failure.messages.en.js';
import type { QuestionnaireMessages } from './messages.fr.js';

/** English sentences of `<cnr-questionnaire>`. */
export const en: QuestionnaireMessages = {
  loading: 'Loading the questionnaire…',
  failedTitle: 'The questionnaire cannot be shown',
  failure: failureEn,
  notOpenYet: 'This consultation is not open yet.',
  closed: 'This consultation is over.',

  introTitle: 'Before you start',
  introLength: (questions, minutes) =>
    `${counted(questions, 'question', 'questions')} at most, about ${counted(minutes, 'minute', 'minutes')}.`,
  introOptional: 'You are free to answer. Questions are optional, except those marked “required”.',
  introOffline:
    'If there is no network when you send, your answer is kept on this device and sent when the network is back.',
  introShared:
    'This device is shared: nothing is kept on it. Your answer must be sent before this page is closed.',
  start: 'Start',
  noticeTitle: 'Your data',
  noticeShort: (controller, purpose) => `Your answers are processed by: ${controller}. Purpose: ${purpose}`,

  answeredTitle: 'You have already answered',
  answerAgain: 'Answer for another person',
  codeTitle: 'I have already answered and have a receipt code',
  withdrawn: 'Your answer is withdrawn: it is erased and no longer counts.',

  question: (position, total) => `Question ${position} of ${total}`,
  questions: (from, to, total) => `Questions ${from} to ${to} of ${total}`,
  totalChanged: (total) =>
    `After your answer, the questionnaire now has ${counted(total, 'question', 'questions')}.`,
  chapter: 'Information',
  required: 'required',
  next: 'Continue',
  back: 'Back',
  skip: 'Skip this question',
  errorSummary: (count) =>
    count === 1 ? 'One answer needs another look' : `${number.format(count)} answers need another look`,

  other: 'Please specify',
  chooseSeveral: 'Several answers possible.',
  chooseBetween: (min, max) =>
    min === max
      ? `Choose ${counted(min, 'answer', 'answers')}.`
      : `Choose from ${number.format(min)} to ${counted(max, 'answer', 'answers')}.`,
  chooseAtLeast: (min) => `Choose at least ${counted(min, 'answer', 'answers')}.`,
  chooseAtMost: (max) => `Choose at most ${counted(max, 'answer', 'answers')}.`,
  charactersLeft: (left) =>
    left < 0
      ? counted(-left, 'character too many', 'characters too many')
      : counted(left, 'character left', 'characters left'),
  textNumber: (index, count) => `Answer ${index} of ${count}`,
  scaleHint: (min, max, minLabel, maxLabel) =>
    `From ${min}${minLabel === undefined ? '' : ` (${minLabel})`} to ${max}${maxLabel === undefined ? '' : ` (${maxLabel})`}.`,
  rankHint: 'Choose in the order of your preference, the first one first. You can move them afterwards.',
  rankYours: 'Your ranking',
  rankOthers: 'To be ranked',
  rankNone: 'You have not ranked anything yet.',
  rankAdd: (label, position) => `Rank in position ${position}: ${label}`,
  rankUp: (label) => `Move up: ${label}`,
  rankDown: (label) => `Move down: ${label}`,
  rankRemove: (label) => `Remove from the ranking: ${label}`,
  rankMoved: (label, position) => `${label}: position ${position}`,
  rankRemoved: (label) => `${label}: removed from the ranking`,
  numberBetween: (min, max, unit) => {
    const suffix = unit === undefined ? '' : ` ${unit}`;
    if (min !== undefined && max !== undefined) return `A number from ${min} to ${max}${suffix}.`;
    if (min !== undefined) return `A number from ${min}${suffix} up.`;
    if (max !== undefined) return `A number up to ${max}${suffix}.`;
    return unit === undefined ? 'A number.' : `A number, in ${unit}.`;
  },
  dateBetween: (min, max) => {
    if (min !== undefined && max !== undefined) return `From ${min} to ${max}.`;
    if (min !== undefined) return `From ${min} on.`;
    return max === undefined ? '' : `Up to ${max}.`;
  },
  departementNone: 'Choose',
  postalCodeHint: 'Five digits, for example 72000. Only the code and the département are sent.',
  postalCodeFound: (name) => `Département: ${name}`,
  transcript: 'Read the transcript',

  profileTitle: 'Your profile (optional)',
  profileHint: 'It helps to understand who speaks. You can leave it empty.',
  profileAs: 'You answer as',
  profiles: {
    individual: 'an individual',
    elected: 'an elected representative',
    association: 'an association',
  },
  profileDepartement: 'Your département',
  profileUnsaid: 'I prefer not to say',

  reviewTitle: 'Check before you send',
  reviewHint: 'You can still change each answer.',
  reviewEmpty: 'No answer',
  change: 'Change',
  changeNamed: (title) => `Change: ${title}`,
  send: 'Send my answer',
  sendCorrection: 'Send my corrected answer',
  sending: 'Sending…',

  receivedTitle: 'Your answer has been received',
  receivedText: (date) => `Your answer was received on ${date}.`,
  thanks: 'Thank you for taking part.',
  receivedLate: 'It arrived after the end, within the days of grace: it is marked as such.',

  queuedTitle: 'Saved on this device, not sent yet',
  queuedText:
    'Your answer is waiting for the network. It will leave by itself, here or at your next visit to a page of this site that carries the consultation.',
  unsavedTitle: 'Not saved on this device, not sent yet',
  unsavedText:
    'Your answer is in this page only. It will leave when the network is back, if the page stays open. Do not close it before, or save your answer to a file.',
  unsaved: 'Your answer could not be saved on this device.',
  sendNow: 'Send now',
  stillWaiting: 'Still no reply from the service. Your answer is waiting on this device.',
  erased: 'Your answer is erased from this device. It was not sent.',

  refusedTitle: 'Your answer was not accepted',

  faults: {
    required: () => 'This question is required: give an answer.',
    unreadable: (kind) =>
      kind === 'date'
        ? 'Enter a whole date, for example 14/07/2026.'
        : kind === 'territory'
          ? 'Enter a postal code of five digits, for example 72000.'
          : 'Enter a number, for example 12 or 3.5.',
    'too-few': (_, { min }) => `Choose at least ${counted(Number(min), 'answer', 'answers')}.`,
    'too-many': (_, { max }) => `Choose at most ${counted(Number(max), 'answer', 'answers')}: remove some.`,
    exclusive: () => 'This choice does not go with others: keep either it or them.',
    'too-long': (_, { max, length }) =>
      `Your text is over the limit by ${counted(Number(length) - Number(max), 'character', 'characters')}: shorten it.`,
    'other-too-long': (_, { max, length }) =>
      `Your text is over the limit by ${counted(Number(length) - Number(max), 'character', 'characters')}: shorten it.`,
    'out-of-range': (_, { min, max }) =>
      min !== undefined && max !== undefined
        ? `Enter a number from ${min} to ${max}.`
        : min !== undefined
          ? `Enter a number from ${min} up.`
          : `Enter a number up to ${max}.`,
    'not-an-integer': () => 'Enter a whole number, for example 12.',
    'incomplete-rows': (_, { missing }) => `Answer each row: ${number.format(Number(missing))} missing.`,
    'date-out-of-range': (_, { min, max }) =>
      min !== undefined && max !== undefined
        ? `Choose a date from ${min} to ${max}.`
        : min !== undefined
          ? `Choose a date from ${min} on.`
          : `Choose a date up to ${max}.`,
  },
  faultOther: 'This answer does not fit the question: answer again.',
};
