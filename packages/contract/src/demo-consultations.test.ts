import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { checkConsultation } from './check-consultation.js';
import { consultation, type Consultation } from './consultation.js';
import { isQuestion, pathOf } from './flow.js';
import { parsePublished } from './parse-published.js';
import { phaseOf } from './phase.js';
import { item } from './questionnaire.js';

const folder = new URL('../../../demo/consultations/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const raw = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const read = (file: string): Consultation => z.parse(consultation, raw(file));

describe("the demo's consultations", () => {
  it('are six, and show each phase that dates alone bring about', () => {
    const phases = files.map((file) => {
      const { opensAt = '', closesAt = '', followUp } = read(file);
      return [file, phaseOf({ opensAt, closesAt, followUp }, new Date('2026-11-22T12:00:00Z'))];
    });
    assert.deepEqual(phases, [
      ['acces-aux-soins-sarthe.json', 'open'],
      ['bilan-transports-mayenne.json', 'followed-up'],
      ['budget-participatif-2027.json', 'upcoming'],
      ['projet-ecole-villeneuve.json', 'open'],
      ['questions-pays-de-la-loire.json', 'open'],
      ['rencontres-services-publics.json', 'open'],
    ]);
  });

  for (const file of files) {
    describe(file, () => {
      it('has no fault, and no warning either', () => {
        assert.deepEqual(checkConsultation(raw(file)), []);
        assert.equal(`${read(file).id}.json`, file);
      });

      it('can be read by an element once it is published', () => {
        const served = { version: 1, phase: 'open', consultation: read(file) };
        assert.equal(parsePublished(served).consultation.title, read(file).title);
      });

      it('is set as French is: curly apostrophes, no plain space where a line must not break', () => {
        for (const sentence of sentences(raw(file))) {
          assert.doesNotMatch(sentence, /[A-Za-zéè]'[a-zéèêh]/i);
          assert.doesNotMatch(sentence, / [:;?!»]|« /);
        }
      });

      it('asks at least one question of whoever answers nothing, for proposals, or to come to meetings', () => {
        const { questionnaire, proposals, meetings } = read(file);
        assert.ok(
          proposals ?? meetings ?? (questionnaire && pathOf(questionnaire, new Map()).some(isQuestion)),
        );
      });
    });
  }

  it('hold every kind of question in the longest one, with conditions, jumps and chapters', () => {
    const { items = [] } = read('acces-aux-soins-sarthe.json').questionnaire ?? {};
    const kinds = new Set<string>(items.map(({ kind }) => kind));
    const every = item.def.options.map((option) => [...option.shape.kind.def.values][0] ?? '');
    assert.deepEqual([...kinds].sort(), [...every].sort());
    assert.ok(items.filter(isQuestion).length >= 14);
    assert.ok(items.some(({ showIf }) => showIf));
    assert.ok(items.some((each) => each.next !== undefined));
    assert.ok(
      items.some((each) => each.kind === 'single' && each.choices.some(({ next }) => next !== undefined)),
    );
  });
});

/** Every text of a definition that has more than one word. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
}
