import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkConsultation } from './check-consultation.js';
import {
  asking,
  card,
  multiple,
  notice,
  number,
  right,
  single,
  text,
  without,
} from './definition.fixture.js';
import { cardFaults } from './card-faults.fixture.js';
import { questionnaireFaults } from './questionnaire-faults.fixture.js';
import { fine } from './right-definitions.fixture.js';
import { FAULT_SENTENCES } from './fault-sentences.js';

const faults = [...cardFaults, ...questionnaireFaults];

describe('checkConsultation', () => {
  for (const [name, definition] of fine) {
    it(`accepts ${name}`, () => {
      assert.deepEqual(checkConsultation(definition), []);
    });
  }

  for (const [code, path, definition] of faults) {
    it(`finds ${code} at ${path || 'the root'}`, () => {
      const found = checkConsultation(definition);
      assert.deepEqual(
        found.map((fault) => [fault.severity, fault.code, fault.path.join('.')]),
        [['fault', code, path]],
      );
    });
  }

  it('warns of a limit that limits nothing', () => {
    const [found, ...more] = checkConsultation(asking({ ...multiple, max: 3 }));
    assert.deepEqual([found?.severity, found?.code, more], ['warning', 'max-above-choices', []]);
  });

  it('finds the loop of a jump', () => {
    const loop = asking(text, number, { ...single, next: 't' });
    assert.match(checkConsultation(loop)[0]?.message ?? '', /t → n → s → t/);
  });

  it('tells a draft what it still lacks, and lets it be imported', () => {
    const lacking = without('opensAt', 'closesAt', 'notice', 'origins');
    const { dpoContact: _, retentionMonths: __, ...needed } = notice;
    const keys = [
      ...['opensAt', 'closesAt'],
      ...Object.keys(needed).map((key) => `notice.${key}`),
      'origins',
    ];
    for (const draft of [true, false]) {
      const found = checkConsultation({ ...lacking, draft });
      assert.deepEqual(found.map(({ path }) => path.join('.')).sort(), [...keys].sort());
      const severity = draft ? 'warning' : 'fault';
      assert.ok(found.every((fault) => fault.severity === severity));
    }
    assert.equal(checkConsultation({ ...lacking, draft: true })[0]?.code, 'missing-date');
  });

  const advised: [code: string, path: string, more: object][] = [
    ['no-dpo', 'notice.dpoContact', { dpoContact: undefined }],
    ['choice-not-said', 'notice.legalBasis', { legalBasis: 'Obligation légale du département.' }],
    ['retention-not-carried-out', 'notice.retentionMonths', { retentionMonths: undefined }],
  ];
  for (const [code, path, more] of advised) {
    it(`warns of ${code}, and stops nothing: a public consultation of before must get its follow-up`, () => {
      for (const draft of [true, false]) {
        for (const locale of ['fr', 'en'] as const) {
          const [found, ...others] = checkConsultation(
            card({ draft, notice: { ...notice, ...more } }),
            locale,
          );
          assert.deepEqual([found?.severity, found?.code, found?.path.join('.')], ['warning', code, path]);
          assert.deepEqual(others, []);
          assert.equal(/[«»’]/.test(found?.message ?? ''), locale === 'fr');
          assert.doesNotMatch(found?.message ?? '', / [:;?!»]|« /);
        }
      }
    });
  }

  it('finds the faults of the questionnaire although the rest cannot be read, and the other way round', () => {
    const both = { ...asking({ ...text, next: 't' }), locale: 'br' };
    assert.deepEqual(
      checkConsultation(both).map(({ code }) => code),
      ['unknown-value', 'backward-jump'],
    );
    const other = { ...right, access: 'email', questionnaire: {} };
    assert.deepEqual(
      checkConsultation(other).map(({ code }) => code),
      ['access-not-built', 'missing-key'],
    );
  });

  it('covers every sentence', () => {
    const covered = new Set([
      ...faults.map(([code]) => code),
      'max-above-choices',
      'missing-date',
      ...advised.map(([code]) => code),
    ]);
    assert.deepEqual(
      Object.keys(FAULT_SENTENCES).filter((code) => !covered.has(code)),
      [],
    );
  });

  it('leaves no brace and no word of the other language in a sentence', () => {
    for (const [, , definition] of faults) {
      for (const locale of ['fr', 'en'] as const) {
        for (const { message } of checkConsultation(definition, locale)) {
          assert.doesNotMatch(message, /\{[a-z]+\}|undefined/);
          assert.equal(/[«»’]/.test(message) && locale === 'en', false, message);
          assert.doesNotMatch(message, / [:;?!»]|« /, 'a plain space before French punctuation');
        }
      }
    }
  });
});
