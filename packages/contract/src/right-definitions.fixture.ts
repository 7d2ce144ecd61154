import {
  asking,
  card,
  choice,
  choices,
  info,
  multiple,
  notice,
  number,
  onText,
  proposals,
  right,
  scale,
  single,
  text,
  without,
  type Json,
} from './definition.fixture.js';

/** Twenty independent answers that a last condition asks about. */
const manySituations = [
  ...Array.from({ length: 20 }, (_, n) => ({ ...single, id: `s${n}` })),
  {
    ...text,
    showIf: { all: Array.from({ length: 20 }, (_, n) => ({ question: `s${n}`, includes: ['x'] })) },
  },
];

/** Nothing is wrong with these. */
export const fine: [name: string, definition: Json][] = [
  ['a plain definition', right],
  ['no site but its own page', card({ origins: [] })],
  ['proposals beside a questionnaire', card({ proposals })],
  [
    'questions to the organiser alone',
    { ...without('questionnaire'), proposals: { ...proposals, asks: 'questions' } },
  ],
  [
    'a charter with a link that may be followed',
    card({ proposals: { ...proposals, charter: 'Lire [la charte](https://a.example).' } }),
  ],
  [
    'what was refused erased before the rest',
    card({ proposals, notice: { ...notice, retentionMonths: 36, refusedRetentionMonths: 6 } }),
  ],
  [
    'meetings alone, whose registrations have days of their own',
    { ...without('questionnaire'), meetings: {}, notice: { ...notice, retentionMonths: undefined } },
  ],
  ['a proof of work asked for', card({ access: 'proof-of-work' })],
  [
    'two exclusive choices beside an ordinary one',
    asking({
      ...multiple,
      choices: [
        ...choices,
        { id: 'a', label: 'A', exclusive: true },
        { id: 'b', label: 'B', exclusive: true },
      ],
    }),
  ],
  ['a decoration', asking(text, { ...info, image: { src: 'https://a.example/i.png', alt: '' } })],
  [
    'a Likert scale of twelve named points',
    asking({ ...scale, max: 12, labels: Array.from({ length: 12 }, (_, n) => `Point ${n}`) }),
  ],
  [
    'jumps forward, and to the end',
    asking({ ...single, choices: choice({ next: 'n' }) }, { ...text, next: 'end' }, number),
  ],
  [
    'an optional choice that always jumps, which may be left empty',
    asking({ ...single, choices: choices.map((each) => ({ ...each, next: 'n' })) }, text, number),
  ],
  [
    'a follow-up on the day of closing',
    card({ followUp: [{ kind: 'analysis', date: '2026-10-01', title: 'Lecture' }] }),
  ],
  ['an https contact', card({ notice: { ...notice, rightsContact: 'https://prefecture.example/droits' } })],
  [
    'a condition on two choices of a multiple',
    onText(
      {
        all: [
          { question: 'm', includes: ['x'] },
          { question: 'm', includes: ['y'] },
        ],
      },
      multiple,
    ),
  ],
  [
    'a condition between two bounds',
    onText({ all: [{ question: 'n', atLeast: 3 }, { not: { question: 'n', atLeast: 3.5 } }] }, number),
  ],
  [
    'a condition on another département than some',
    onText(
      { not: { question: 'p', includes: ['72', '53'] } },
      { id: 'p', kind: 'territory', title: 'P', ask: 'departement', required: true },
    ),
  ],
  ['more situations than can be tried', asking(...manySituations)],
];
