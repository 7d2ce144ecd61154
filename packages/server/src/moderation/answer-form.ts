import { officialAnswer, type OfficialAnswer } from '@cnr-widgets/contract';

/** The fields of an answer, as a form and a path name them. */
export const ANSWER_FIELDS = [
  'author',
  'date',
  'text',
  'next',
  'url',
  'video.src',
  'video.transcript',
  'video.captions',
  'video.poster',
] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

/** An answer as it is typed: what is empty is absent. */
export type AnswerForm = Record<AnswerField, string>;

/** `max`: it is longer than that, in UTF-16 code units; else it is missing, or is no such thing. */
export interface AnswerFault {
  field: AnswerField;
  max?: number;
}

/** An answer's fields, to be corrected. */
export function toForm(answer: Partial<OfficialAnswer>): AnswerForm {
  return {
    author: answer.author ?? '',
    date: answer.date ?? '',
    text: answer.text ?? '',
    next: answer.next ?? '',
    url: answer.url ?? '',
    'video.src': answer.video?.src ?? '',
    'video.transcript': answer.video?.transcript ?? '',
    'video.captions': answer.video?.captions ?? '',
    'video.poster': answer.video?.poster ?? '',
  };
}

/** The answer, or what is wrong with it, field by field in the order of the form. */
export function fromForm(form: AnswerForm): { answer: OfficialAnswer } | { faults: AnswerFault[] } {
  const typed = (field: AnswerField) => form[field].trim() || undefined;
  const video = {
    src: typed('video.src'),
    transcript: typed('video.transcript'),
    captions: typed('video.captions'),
    poster: typed('video.poster'),
  };
  const withVideo = Object.values(video).some((value) => value !== undefined);
  return checkAnswer({
    author: typed('author'),
    date: typed('date'),
    text: typed('text'),
    next: typed('next'),
    url: typed('url'),
    video: withVideo ? video : undefined,
  });
}

/** The same for an answer that was written as data. */
export function checkAnswer(value: unknown): { answer: OfficialAnswer } | { faults: AnswerFault[] } {
  const { success, data, error } = officialAnswer.safeParse(value);
  if (success && (data.text !== undefined || data.video)) return { answer: withoutAbsent(data) };
  const faults = new Map<AnswerField, AnswerFault>();
  const { text, video } =
    typeof value === 'object' && value !== null ? (value as Partial<OfficialAnswer>) : {};
  if (text === undefined && video === undefined) faults.set('text', { field: 'text' });
  for (const issue of error?.issues ?? []) {
    const path = issue.path.join('.');
    const field = ANSWER_FIELDS.find((one) => one === path) ?? (path === 'video' ? 'video.src' : 'author');
    const max = issue.code === 'too_big' ? { max: Number(issue.maximum) } : {};
    if (!faults.has(field)) faults.set(field, { field, ...max });
  }
  return {
    faults: ANSWER_FIELDS.map((field) => faults.get(field)).filter((fault) => fault !== undefined),
  };
}

/** As it is stored: nothing in it is `undefined`. */
function withoutAbsent(answer: OfficialAnswer): OfficialAnswer {
  return JSON.parse(JSON.stringify(answer)) as OfficialAnswer;
}
