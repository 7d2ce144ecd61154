import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ContractError } from './contract-error.js';
import { parseContribution } from './parse-contribution.js';
import { parseCounts } from './parse-counts.js';
import { parseProblem } from './parse-problem.js';
import { parsePublished } from './parse-published.js';
import { parseQuestionnaire } from './parse-questionnaire.js';
import { parseReceipt } from './parse-receipt.js';
import { parseResults } from './parse-results.js';
import { parseRetrieved } from './parse-retrieved.js';

const id = '0b0e7f6e-5d7c-4d0e-9c55-0a2f0b7d3b11';
const receipt = {
  id,
  consultation: 'essai',
  contentHash: 'a'.repeat(64),
  receivedAt: '2026-11-22T10:00:00Z',
  late: false,
  code: 'ABCD-EFGH-JKMN-2345',
};
const contribution = {
  id,
  kind: 'answer',
  consultation: 'essai',
  definitionVersion: 1,
  createdAt: '2026-11-22T11:00:00+01:00',
  payload: { answers: [{ question: 'q', value: null }] },
};
const questionnaire = { items: [{ id: 'q', kind: 'text', title: 'Pourquoi ?' }] };
const published = {
  version: 1,
  phase: 'open',
  consultation: {
    id: 'essai',
    locale: 'fr',
    title: 'Essai',
    summary: 'Un essai.',
    theme: 'Essais',
    organiser: 'Nous',
    territory: { level: 'national' },
    timeZone: 'Europe/Paris',
    estimatedMinutes: 2,
    resultsVisible: 'never',
    access: 'open',
    opensAt: '2026-09-01T08:00:00+02:00',
    closesAt: '2027-06-30T18:00:00+02:00',
    notice: {
      controller: 'Nous',
      purpose: 'Essayer',
      legalBasis: 'Mission d’intérêt public',
      recipients: 'Nous',
      retention: 'Un an',
      rightsContact: 'droits@essai.example',
      openData: false,
    },
    questionnaire,
  },
};
const results = { consultation: 'essai', participants: 0, questions: [], territories: [] };

const readers: [
  name: string,
  parse: (value: unknown) => unknown,
  value: Record<string, unknown>,
  needs: string,
][] = [
  ['parsePublished', parsePublished, published, 'consultation'],
  ['parseQuestionnaire', parseQuestionnaire, questionnaire, 'items'],
  ['parseContribution', parseContribution, contribution, 'payload'],
  ['parseReceipt', parseReceipt, receipt, 'code'],
  ['parseRetrieved', parseRetrieved, { contribution, receipt }, 'receipt'],
  ['parseCounts', parseCounts, { participants: 3 }, 'participants'],
  ['parseResults', parseResults, results, 'questions'],
  ['parseProblem', parseProblem, { title: 'Closed', status: 403, code: 'closed' }, 'code'],
];

for (const [name, parse, value, needs] of readers) {
  describe(name, () => {
    it('reads what the contract says', () => {
      assert.ok(parse(value));
    });

    it('says where something is missing', () => {
      const { [needs]: _left, ...rest } = value;
      assert.throws(
        () => parse(rest),
        (error) => {
          assert.ok(error instanceof ContractError);
          assert.equal(error.code, 'malformed');
          assert.deepEqual(error.issues[0]?.path, [needs]);
          assert.match(error.message, new RegExp(`at ${needs}: `));
          return true;
        },
      );
    });

    it('refuses what is no object at all', () => {
      for (const other of [null, undefined, 'x', 3, [], '<html>'])
        assert.throws(() => parse(other), ContractError);
    });
  });
}

describe('parsePublished', () => {
  it('drops what it does not know, so that an old element reads a newer backend', () => {
    const { consultation } = published;
    const step = { kind: 'synthesis', date: '2027-09-01', title: 'Synthèse' };
    const older = { ...published, consultation: { ...consultation, followUp: [step] } };
    const newer = {
      ...published,
      extra: 1,
      consultation: {
        ...consultation,
        extra: 1,
        notice: { ...consultation.notice, extra: 1 },
        territory: { ...consultation.territory, extra: 1 },
        followUp: [{ ...step, extra: 1 }],
      },
    };
    assert.deepEqual(parsePublished(newer), parsePublished(older));
  });

  it('refuses what a card could not show', () => {
    const broken = [
      { territory: { level: 'region', code: '52' } },
      { opensAt: 'hier' },
      { estimatedMinutes: 2.5 },
      { resultsUrl: 'javascript:alert(1)' },
    ];
    for (const more of broken) {
      const consultation = { ...published.consultation, ...more };
      assert.throws(() => parsePublished({ ...published, consultation }), ContractError);
    }
  });

  it('fills in the days of grace and the follow-up', () => {
    const { graceDays, followUp } = parsePublished(published).consultation;
    assert.deepEqual({ graceDays, followUp }, { graceDays: 7, followUp: [] });
  });

  it('leaves the questionnaire unread, and its schema out of the bundle of a card', () => {
    const odd = { ...published, consultation: { ...published.consultation, questionnaire: 'later' } };
    assert.equal(parsePublished(odd).consultation.questionnaire, 'later');
    const modules = reachable('./parse-published.js');
    assert.ok(modules.has('shapes/published.js'));
    assert.deepEqual(
      [...modules].filter((name) => /questionnaire|answer|contribution|results/.test(name)),
      [],
    );
  });
});

describe('what a device carries of the contract', () => {
  const carried = readdirSync(new URL('.', import.meta.url)).filter(
    (file) =>
      /^(parse-(?!contribution)|flow|payload|check-answer|markdown|territories|postal-code|phase|canonical)/.test(
        file,
      ) && /^[a-z-]+\.js$/.test(file),
  );

  it('has no zod in it', () => {
    assert.ok(carried.length > 12, carried.join());
    for (const file of carried) {
      for (const module of reachable(`./${file}`)) {
        assert.doesNotMatch(sourceOf(module), /from 'zod/, `${file} leads to ${module}`);
      }
    }
    assert.match(sourceOf('questionnaire.js'), /from 'zod/);
  });
});

describe('parseContribution', () => {
  it('refuses what nobody asked for', () => {
    const payload = { ...contribution.payload, email: 'a@b.example' };
    assert.throws(
      () => parseContribution({ ...contribution, payload }),
      (error) =>
        error instanceof ContractError && error.message.includes('email') && error.cause instanceof Error,
    );
    assert.throws(() => parseContribution(JSON.parse(`{"__proto__":{},"id":"${id}"}`)), ContractError);
  });

  it('refuses text that PostgreSQL cannot hold, wherever it stands', () => {
    const person = { pseudonym: id, replaces: receipt.code };
    const payloads: Record<string, object> = {
      answer: {
        answers: [
          { question: 'a', value: { kind: 'text', text: 'a' } },
          { question: 'b', value: { kind: 'texts', texts: ['a', 'b'] } },
          { question: 'c', value: { kind: 'single', choice: 'a', other: 'b' } },
          { question: 'd', value: { kind: 'multiple', choices: ['a', 'b'], other: 'c' } },
          { question: 'e', value: { kind: 'ranking', order: ['a', 'b'] } },
          { question: 'f', value: { kind: 'matrix', rows: [{ row: 'a', column: 'b' }] } },
          { question: 'g', value: { kind: 'date', date: '2026-11-22' } },
          { question: 'h', value: { kind: 'territory', departement: '72', postalCode: '72000' } },
        ],
        profile: { as: 'elected', departement: '2A' },
        replaces: receipt.code,
      },
      support: { pseudonym: id, subject: `proposal:${id}`, on: true, revision: 1 },
      proposal: { ...person, title: 'a', text: 'b', theme: 'c', territory: '72', name: 'd' },
      comment: { ...person, subject: `proposal:${id}`, text: 'a', name: 'b' },
      report: { pseudonym: id, subject: `comment:${id}`, reason: 'spam', text: 'a' },
      registration: { ...person, meeting: 'a', attendance: 'remote', firstName: 'a', people: 1 },
    };
    for (const [kind, payload] of Object.entries(payloads)) {
      parseContribution({ ...contribution, kind, payload });
      for (const sign of ['\u0000', '\ud83d', '\ude00']) {
        for (const broken of withSign(payload, sign)) {
          assert.throws(
            () => parseContribution({ ...contribution, kind, payload: broken }),
            ContractError,
            JSON.stringify(broken),
          );
        }
      }
    }
  });
});

/** The value once for each text in it, with that one ending in `sign`. */
function withSign(value: unknown, sign: string): unknown[] {
  if (typeof value === 'string') return [value + sign];
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    return list.flatMap((one, place) => withSign(one, sign).map((broken) => list.with(place, broken)));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    withSign(one, sign).map((broken) => ({ ...value, [name]: broken })),
  );
}

/** The built modules that one of them imports, itself and what those import included. */
function reachable(entry: string, seen = new Set<string>()): Set<string> {
  const name = entry.replace('./', '');
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, from = ''] of sourceOf(name).matchAll(/from '(\.\/[^']+)'/g)) reachable(from, seen);
  return seen;
}

function sourceOf(module: string): string {
  return readFileSync(new URL(module, import.meta.url), 'utf8');
}
