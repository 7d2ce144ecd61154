import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkAnswer, checkQuestion } from './check-answer.js';
import { checkQuestionnaire } from './check-questionnaire.js';
import type { FaultCode } from './fault.js';
import { isQuestion, nextItem, pagesOf, pathOf, previousItem, progressOf, statusesOf } from './flow.js';
import { parseContribution } from './parse-contribution.js';
import { answersOf, payloadOf } from './payload.js';
import { answeredQuestionnaire } from './questionnaire.fixture.js';

type Drawn = typeof answeredQuestionnaire extends fc.Arbitrary<infer T> ? T : never;

function holds(check: (drawn: Drawn) => void): void {
  fc.assert(fc.property(answeredQuestionnaire, check), { numRuns: 300 });
}

describe('any questionnaire, however it is answered', () => {
  it('has a path that goes forward only and shows nothing twice', () => {
    holds(({ questionnaire, answers }) => {
      const places = pathOf(questionnaire, answers).map((item) => questionnaire.items.indexOf(item));
      places.forEach((place, index) => assert.ok(index === 0 || place > (places[index - 1] ?? place)));
    });
  });

  it('has a path that answers off the path do not change', () => {
    holds(({ questionnaire, answers }) => {
      const path = pathOf(questionnaire, answers);
      const kept = new Map(path.map(({ id }) => [id, answers.get(id) ?? null]));
      assert.deepEqual(pathOf(questionnaire, kept), path);
    });
  });

  it('shows up to an item what the answers before it decide', () => {
    holds(({ questionnaire, answers, picked }) => {
      const path = pathOf(questionnaire, answers);
      const before = path.slice(0, picked);
      const partly = new Map(before.map(({ id }) => [id, answers.get(id) ?? null]));
      assert.deepEqual(pathOf(questionnaire, partly).slice(0, picked + 1), path.slice(0, picked + 1));
    });
  });

  it('counts its progress from one to the total, one by one', () => {
    holds(({ questionnaire, answers }) => {
      let seen = 0;
      const path = pathOf(questionnaire, answers);
      const total = path.filter(isQuestion).length;
      for (const item of path) {
        if (isQuestion(item)) seen += 1;
        assert.deepEqual(progressOf(questionnaire, answers, item.id), { position: seen, total });
      }
      assert.equal(seen, total);
    });
  });

  it('can be walked forth and back by its neighbours', () => {
    holds(({ questionnaire, answers }) => {
      const path = pathOf(questionnaire, answers);
      path.forEach((item, index) => {
        assert.equal(nextItem(questionnaire, answers, item.id), path[index + 1]);
        assert.equal(previousItem(questionnaire, answers, item.id), path[index - 1]);
      });
    });
  });

  it('is cut into pages that hold the path', () => {
    holds(({ questionnaire, answers }) => {
      const pages = pagesOf(questionnaire, answers);
      assert.deepEqual(
        pages.flatMap(({ items }) => items),
        pathOf(questionnaire, answers),
      );
      for (const { id, items } of pages) {
        assert.equal(id, items[0]?.id);
        if (questionnaire.pageBy === 'chapter') assert.ok(items.slice(1).every(isQuestion));
        else assert.equal(items.length, 1);
      }
    });
  });

  it('gives each question one status, and sends those that were shown', () => {
    holds(({ questionnaire, questions, answers }) => {
      const statuses = statusesOf(questionnaire, answers);
      assert.deepEqual(
        [...statuses.keys()],
        questions.map(({ id }) => id),
      );
      const sent = payloadOf(questionnaire, answers).answers;
      const shown = [...statuses].filter(([, status]) => status !== 'not-shown');
      assert.deepEqual(
        sent.map(({ question, value }) => [question, value === null ? 'skipped' : 'answered']),
        shown,
      );
    });
  });

  it('gives a payload without a fault, that the wire can carry, and that says the same afterwards', () => {
    holds(({ questionnaire, answers }) => {
      const payload = payloadOf(questionnaire, answers);
      assert.deepEqual(checkAnswer(questionnaire, payload), []);
      assert.deepEqual(payloadOf(questionnaire, answersOf(payload)), payload);
      if (payload.answers.length === 0) return;
      const contribution = {
        id: '0b0e7f6e-5d7c-4d0e-9c55-0a2f0b7d3b11',
        kind: 'answer',
        consultation: 'essai',
        definitionVersion: 1,
        createdAt: '2026-11-22T11:00:00+01:00',
        payload,
      };
      assert.deepEqual(parseContribution(JSON.parse(JSON.stringify(contribution))).payload, payload);
    });
  });

  it('shows a fault when a question is left out, sent twice, or answered off the path', () => {
    holds(({ questionnaire, questions, answers, picked }) => {
      const payload = payloadOf(questionnaire, answers);
      const codes = (sent: typeof payload.answers): string[] =>
        checkAnswer(questionnaire, { answers: sent }).map(({ code }) => code);
      const last = payload.answers.at(-1);
      if (last) {
        assert.deepEqual(codes([...payload.answers, last]), ['duplicate-question']);
        assert.ok(codes(payload.answers.slice(0, -1)).includes('missing'));
      }
      const hidden = questions
        .slice(picked)
        .find(({ id }) => !payload.answers.some(({ question }) => question === id));
      if (hidden) {
        assert.deepEqual(codes([...payload.answers, { question: hidden.id, value: null }]), ['not-shown']);
      }
    });
  });

  it('accepts a value for a question of its own kind only', () => {
    holds(({ questions, answers }) => {
      for (const question of questions) {
        for (const value of answers.values()) {
          if (!value || value.kind === question.kind) continue;
          assert.equal(checkQuestion(question, value)?.code, 'wrong-kind');
        }
      }
    });
  });

  it('has no fault but questions that its jumps or conditions rule out, and no path shows those', () => {
    holds(({ questionnaire, answers }) => {
      const expected: FaultCode[] = ['unreachable', 'never-shown'];
      if (!questionnaire.items.some(isQuestion)) expected.push('no-question');
      const ruledOut = new Set<string | number>();
      checkQuestionnaire(questionnaire, [], (code, path, params) => {
        assert.ok(expected.includes(code), `${code} at ${path.join('.')}`);
        if (code !== 'no-question') ruledOut.add(params?.id ?? '');
      });
      for (const { id } of pathOf(questionnaire, answers)) assert.ok(!ruledOut.has(id));
    });
  });
});
