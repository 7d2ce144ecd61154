/** Right values of all that a device reads. */
import fc from 'fast-check';
import { cancelledMeeting, fullMeeting, listedMeetings } from './meeting.fixture.js';
import type { Consultation } from './consultation.js';
import { payloadOf } from './payload.js';
import { answeredQuestionnaire } from './questionnaire.fixture.js';

const receipt = {
  id: '0b0e7f6e-5d7c-4d0e-9c55-0a2f0b7d3b11',
  consultation: 'essai',
  contentHash: '0f'.repeat(32),
  receivedAt: '2026-11-22T10:00:00.250Z',
  late: true,
  code: 'ABCD-EFGH-JKMN-2345',
};
const counted = [{ id: 'x', label: 'X', count: 3 }];
const tallied = { question: 'q', kind: 'k', title: 'T', shown: 5, answered: 3, skipped: 2 };
const results = {
  consultation: 'essai',
  participants: 5,
  questions: [
    { ...tallied, counts: counted },
    { ...tallied, rows: [{ id: 'r', label: 'R', counts: counted }] },
    { ...tallied, ranks: [{ id: 'r', label: 'R', positions: [1, 2], score: 4 }] },
    { ...tallied, mean: 2.5, median: null },
    {
      ...{ ...tallied, shown: null, answered: null, skipped: null },
      counts: [{ id: 'x', label: 'X', count: null }],
      ranks: [{ id: 'r', label: 'R', positions: [null, 5], score: null }],
    },
  ],
  territories: [
    { departement: '72', participants: 3 },
    { departement: null, participants: 2 },
  ],
};
const errors = [
  { path: 'a', code: 'b' },
  { path: 'a', code: 'b', message: 'c' },
];

const envelope = {
  id: receipt.id,
  consultation: 'essai',
  definitionVersion: 1,
  createdAt: '2026-11-22T11:00:00+01:00',
};
const pseudonym = '5b0e7f6e-5d7c-4d0e-8c55-0a2f0b7d3b11';
const subject = `proposal:${receipt.id}`;
/** What citizens send besides answers. */
const citizens: { kind: string; payload: object; standing?: object }[] = [
  { kind: 'support', payload: { pseudonym, subject, on: false, revision: 2 } },
  {
    kind: 'proposal',
    payload: { pseudonym, title: 'Un mur', text: 'Haut.', theme: 'sol', territory: '72', name: 'Ana' },
    standing: { status: 'refused', reason: 'Hors sujet.', date: '2026-11-22' },
  },
  {
    kind: 'comment',
    payload: { pseudonym, subject, text: 'Oui.', replaces: receipt.code },
    standing: { status: 'submitted', date: '2026-11-22' },
  },
  {
    kind: 'report',
    payload: { pseudonym, subject: `comment:${receipt.id}`, reason: 'spam', text: 'Publicité.' },
  },
  {
    kind: 'registration',
    payload: { pseudonym, meeting: 'laval-soir', attendance: 'remote', firstName: 'Ana', people: 2 },
  },
];
const registered = { id: receipt.id, firstName: 'Ana', receivedAt: receipt.receivedAt };
const challenge = {
  altcha: { parameters: { algorithm: 'PBKDF2/SHA-256', cost: 5000 }, signature: '0f'.repeat(32) },
  most: 900,
  waitSeconds: 120,
};
const summary = {
  ...{ id: receipt.id, title: 'Un mur', excerpt: 'Un mur…', status: 'published', publishedOn: '2026-11-19' },
  ...{ supports: 4, comments: 0 },
};
/** What may be absent of a summary. */
const known = { theme: 'sol', territory: '2A', name: 'Ana', status: 'answered' };
const answer = {
  ...{ author: 'La maire', date: '2026-11-20', text: '**Oui.**', next: 'Un appel d’offres.' },
  url: 'https://a.example/reponse',
  video: {
    ...{ src: 'https://a.example/v.mp4', transcript: 'Bonjour.' },
    ...{ captions: 'https://a.example/v.vtt', poster: 'https://a.example/v.jpg' },
  },
};

/** By the name of the table. @param demos definitions that are right and complete */
export const rightValues = (demos: readonly Consultation[]): Record<string, fc.Arbitrary<unknown>> => ({
  published: fc.constantFrom(
    ...demos.map((demo) => ({ version: 2, phase: 'open', consultation: demo })),
    ...demos.map(({ graceDays: _, followUp: __, ...demo }) => ({
      version: 0,
      phase: 'analysis',
      consultation: { ...demo, territory: { level: 'national' } },
    })),
  ),
  questionnaire: fc.oneof(
    fc.constantFrom(...demos.flatMap(({ questionnaire }) => questionnaire ?? [])),
    answeredQuestionnaire.map((drawn) => drawn.questionnaire),
  ),
  receipt: fc.constant(receipt),
  retrieved: fc.oneof(
    answeredQuestionnaire
      .map(({ questionnaire, answers }) => payloadOf(questionnaire, answers, { as: 'elected' }, receipt.code))
      .map((payload) => ({
        contribution: {
          ...envelope,
          kind: 'answer',
          payload: payload.answers.length > 0 ? payload : { answers: [{ question: 'q', value: null }] },
        },
        receipt,
      })),
    fc.constantFrom(...citizens).map(({ standing, ...sent }) => ({
      contribution: { ...envelope, ...sent },
      receipt,
      ...(standing && { standing, subject: `${sent.kind}:${receipt.id}` }),
    })),
  ),
  counts: fc.nat().map((participants) => ({ participants })),
  results: fc.constant(results),
  problem: fc.constantFrom(
    { title: 'Closed', status: 403, code: 'closed' },
    { type: 'about:blank', title: 'No', status: 422, code: 'new-code', detail: 'Why', errors },
    { title: 'No', status: 403, code: 'limit-reached', limit: { max: 1, until: '2026-11-29T10:00:00Z' } },
    { title: 'No', status: 428, code: 'proof-required', challenge },
  ),
  proposalRules: fc.constantFrom(
    { moderation: 'after' },
    {
      ...{ asks: 'questions', moderation: 'before', perWeek: 3, titleMaxLength: 90, textMaxLength: 900 },
      ...{
        comments: true,
        supportsPerPerson: 5,
        charter: 'Soyez bref.',
        themes: [{ id: 'sol', label: 'Le sol' }],
      },
    },
  ),
  proposalPage: fc.constantFrom(
    { proposals: [], total: 0 },
    { proposals: [summary, { ...summary, ...known }], total: 40, next: 'WzEsMl0' },
  ),
  proposal: fc.constantFrom(
    { ...summary, text: 'Un mur.', history: [] },
    { ...summary, ...known, text: 'Un mur.', history: [{ status: 'answered', date: '2026-11-20' }], answer },
  ),
  commentPage: fc.constantFrom(
    { comments: [] },
    {
      comments: [
        { id: receipt.id, text: 'Oui.', publishedOn: '2026-11-20' },
        { id: receipt.id, text: 'Non.', name: 'Ana', publishedOn: '2026-11-21' },
      ],
      next: 'WzEsMl0',
    },
  ),
  supportCounts: fc.constantFrom(
    { version: 1, phase: 'analysis', supports: [], countedAt: receipt.receivedAt },
    {
      ...{ version: 2, phase: 'open', supportsPerPerson: 3, countedAt: receipt.receivedAt },
      takenUntil: receipt.receivedAt,
      supports: [{ subject: `proposal:${receipt.id}`, title: 'Un mur', count: 4, open: true }],
    },
  ),
  challenge: fc.constant(challenge),
  meetingRules: fc.constantFrom({}, { retentionDays: 0, peopleMax: 1, contact: false }),
  meetingList: fc.constantFrom(
    { asOf: receipt.receivedAt, meetings: [] },
    { asOf: receipt.receivedAt, contours: '0f0f', meetings: listedMeetings },
  ),
  meetingDetails: fc.constantFrom(fullMeeting, cancelledMeeting),
  registrationDetails: fc.constantFrom(
    {
      registration: { ...registered, attendance: 'remote', people: 1 },
      ...{ meeting: fullMeeting, remoteLink: 'https://visio.example/salle' },
      contact: { email: true, needs: false },
    },
    {
      registration: { ...registered, attendance: 'on-site', people: 4 },
      ...{ meeting: cancelledMeeting, contact: { email: false, needs: true } },
    },
  ),
  foundPlaces: fc.constantFrom(
    { places: [] },
    {
      places: [
        { kind: 'department', code: '2A', name: 'Corse-du-Sud' },
        {
          kind: 'commune',
          code: '2A004',
          name: 'Ajaccio',
          department: '2A',
          postalCodes: ['20000', '20090'],
        },
        {
          ...{
            kind: 'commune',
            code: '97411',
            name: 'Saint-Denis',
            department: '974',
            postalCodes: ['97400'],
          },
          ...{ latitude: -20.88, longitude: 55.45, located: 'commune' },
        },
      ],
    },
  ),
});
