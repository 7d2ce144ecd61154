import {
  asking,
  choice,
  choices,
  info,
  multiple,
  number,
  onText,
  scale,
  single,
  text,
} from './definition.fixture.js';
import type { FaultCode } from './fault.js';

/** Each questionnaire has exactly this fault, at this path. */
export const questionnaireFaults: [code: FaultCode, path: string, definition: unknown][] = [
  ['no-question', 'questionnaire.items', asking(info)],
  ['duplicate-id', 'questionnaire.items.1.id', asking(text, text)],
  ['duplicate-id', 'questionnaire.items.0.choices.1.id', asking({ ...single, choices: choice({ id: 'x' }) })],
  [
    'duplicate-id',
    'questionnaire.items.0.rows.1.id',
    asking({ id: 'a', kind: 'matrix', title: 'A', rows: choice({ id: 'x' }), columns: choices }),
  ],
  [
    'duplicate-id',
    'questionnaire.items.0.columns.1.id',
    asking({ id: 'a', kind: 'matrix', title: 'A', rows: choices, columns: choice({ id: 'x' }) }),
  ],
  ['reserved-id', 'questionnaire.items.0.id', asking({ ...text, id: 'end' })],
  ['unknown-target', 'questionnaire.items.0.next', asking({ ...text, next: 'gone' })],
  [
    'unknown-target',
    'questionnaire.items.0.choices.1.next',
    asking({ ...single, choices: choice({ next: 'gone' }) }),
  ],
  ['backward-jump', 'questionnaire.items.0.next', asking({ ...text, next: 't' })],
  [
    'backward-jump',
    'questionnaire.items.2.choices.1.next',
    asking(text, number, { ...single, choices: choice({ next: 't' }) }),
  ],
  ['unreachable', 'questionnaire.items.1', asking({ ...text, next: 's' }, number, single)],
  ['unreachable', 'questionnaire.items.1', asking({ ...text, next: 'end' }, number)],
  [
    'unreachable',
    'questionnaire.items.1',
    asking(
      { ...single, required: true, choices: choices.map((each) => ({ ...each, next: 'n' })) },
      text,
      number,
    ),
  ],
  [
    'never-shown',
    'questionnaire.items.1.showIf',
    asking(
      { ...single, choices: choice({ next: 'n' }) },
      { ...text, showIf: { question: 's', includes: ['y'] } },
      number,
    ),
  ],
  [
    'never-shown',
    'questionnaire.items.1.showIf',
    onText(
      {
        all: [
          { question: 's', includes: ['x'] },
          { question: 's', includes: ['y'] },
        ],
      },
      single,
    ),
  ],
  [
    'never-shown',
    'questionnaire.items.1.showIf',
    onText({ question: 's', answered: false }, { ...single, required: true }),
  ],
  [
    'never-shown',
    'questionnaire.items.1.showIf',
    onText({ all: [{ question: 'n', atLeast: 3 }, { not: { question: 'n', atLeast: 2 } }] }, number),
  ],
  ['never-shown', 'questionnaire.items.1.showIf', onText({ question: 'e', atLeast: 6 }, scale)],
  [
    'next-not-here',
    'questionnaire.items.0.choices.1.next',
    asking({ ...multiple, choices: choice({ next: 'end' }) }),
  ],
  [
    'other-not-here',
    'questionnaire.items.0.choices.1.other',
    asking({ ...multiple, kind: 'ranking', choices: choice({ other: true }) }),
  ],
  [
    'exclusive-not-here',
    'questionnaire.items.0.choices.1.exclusive',
    asking({ ...single, choices: choice({ exclusive: true }) }),
  ],
  [
    'several-others',
    'questionnaire.items.0.choices.1.other',
    asking({ ...single, choices: choices.map((each) => ({ ...each, other: true })) }),
  ],
  [
    'exclusive-alone',
    'questionnaire.items.0.choices',
    asking({ ...multiple, choices: choices.map((each) => ({ ...each, exclusive: true })) }),
  ],
  ['min-over-max', 'questionnaire.items.0.min', asking({ ...multiple, min: 2, max: 1 })],
  ['min-over-max', 'questionnaire.items.0.min', asking({ ...number, min: 2, max: 1 })],
  ['min-over-max', 'questionnaire.items.0.min', asking({ ...scale, min: 6 })],
  [
    'min-over-max',
    'questionnaire.items.0.min',
    asking({ id: 'd', kind: 'date', title: 'D', min: '2026-02-01', max: '2026-01-01' }),
  ],
  [
    'min-over-max',
    'questionnaire.items.1.showIf.atLeast',
    onText({ question: 'n', atLeast: 2, atMost: 1 }, number),
  ],
  [
    'min-above-choices',
    'questionnaire.items.0.min',
    asking({ ...multiple, choices: choice({ exclusive: true }), min: 2 }),
  ],
  [
    'no-possible-answer',
    'questionnaire.items.0.min',
    asking({ ...number, integer: true, min: 1.2, max: 1.8 }),
  ],
  ['scale-too-short', 'questionnaire.items.0.max', asking({ ...scale, max: 1 })],
  ['scale-too-long', 'questionnaire.items.0.max', asking({ ...scale, min: 0, max: 20 })],
  ['scale-labels', 'questionnaire.items.0.labels', asking({ ...scale, labels: ['Non', 'Oui'] })],
  [
    'image-without-alternative',
    'questionnaire.items.1.image.alt',
    asking(text, { ...info, image: { src: 'https://a.example/i.png' } }),
  ],
  [
    'video-without-transcript',
    'questionnaire.items.1.video.transcript',
    asking(text, { ...info, video: { src: 'https://a.example/v.mp4' } }),
  ],
  [
    'condition-unknown-question',
    'questionnaire.items.1.showIf.question',
    onText({ question: 'gone', answered: true }, single),
  ],
  [
    'condition-on-itself',
    'questionnaire.items.1.showIf.question',
    onText({ question: 't', answered: true }, single),
  ],
  [
    'condition-on-later',
    'questionnaire.items.0.showIf.any.0.question',
    asking({ ...text, showIf: { any: [{ question: 's', answered: true }] } }, single),
  ],
  [
    'condition-on-info',
    'questionnaire.items.1.showIf.question',
    onText({ question: 'i', answered: true }, info),
  ],
  [
    'condition-kind',
    'questionnaire.items.1.showIf.not.includes',
    onText({ not: { question: 'n', includes: ['x'] } }, number),
  ],
  ['condition-kind', 'questionnaire.items.1.showIf.atMost', onText({ question: 's', atMost: 3 }, single)],
  [
    'condition-unknown-choice',
    'questionnaire.items.1.showIf.includes.1',
    onText({ question: 's', includes: ['x', 'z'] }, single),
  ],
  [
    'condition-unknown-choice',
    'questionnaire.items.1.showIf.includes.0',
    onText(
      { question: 'p', includes: ['20'] },
      { id: 'p', kind: 'territory', title: 'P', ask: 'departement' },
    ),
  ],
  ['condition-without-test', 'questionnaire.items.1.showIf', onText({ question: 's' }, single)],
];
