import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { consultation } from './consultation.js';
import { ContractError } from './contract-error.js';
import { readAs, type Shape } from './shape.js';
import { challengeShape } from './shapes/challenge.js';
import { commentPageShape } from './shapes/commentPage.js';
import { countsShape } from './shapes/counts.js';
import { foundPlacesShape } from './shapes/foundPlaces.js';
import { meetingDetailsShape } from './shapes/meetingDetails.js';
import { meetingListShape } from './shapes/meetingList.js';
import { meetingRulesShape } from './shapes/meetingRules.js';
import { problemShape } from './shapes/problem.js';
import { proposalShape } from './shapes/proposal.js';
import { proposalPageShape } from './shapes/proposalPage.js';
import { proposalRulesShape } from './shapes/proposalRules.js';
import { publishedShape } from './shapes/published.js';
import { questionnaireShape } from './shapes/questionnaire.js';
import { receiptShape } from './shapes/receipt.js';
import { registrationDetailsShape } from './shapes/registrationDetails.js';
import { resultsShape } from './shapes/results.js';
import { retrievedShape } from './shapes/retrieved.js';
import { supportCountsShape } from './shapes/supportCounts.js';
import { change, changed, places } from './shapes-changes.fixture.js';
import { rightValues } from './shapes-values.fixture.js';
import { moduleOf, READ_ON_THE_DEVICE } from './shapes.fixture.js';

const committed: Record<string, Shape> = {
  published: publishedShape,
  questionnaire: questionnaireShape,
  receipt: receiptShape,
  retrieved: retrievedShape,
  counts: countsShape,
  results: resultsShape,
  problem: problemShape,
  proposalRules: proposalRulesShape,
  proposalPage: proposalPageShape,
  proposal: proposalShape,
  commentPage: commentPageShape,
  supportCounts: supportCountsShape,
  challenge: challengeShape,
  meetingRules: meetingRulesShape,
  meetingList: meetingListShape,
  meetingDetails: meetingDetailsShape,
  registrationDetails: registrationDetailsShape,
  foundPlaces: foundPlacesShape,
};

/** A program without what Prettier decides. */
const unformatted = (program: string) => program.replace(/[\s,'"]/g, '');

describe('the committed shapes', () => {
  for (const [name, schema] of Object.entries(READ_ON_THE_DEVICE)) {
    it(`say of ${name} what its schema says now`, () => {
      const message = 'run `npm run shapes` and commit what it writes';
      const module = readFileSync(new URL(`../src/shapes/${name}.ts`, import.meta.url), 'utf8');
      assert.equal(unformatted(module), unformatted(moduleOf(name, schema)), message);
    });
  }

  it('are each compared with the schema on values', () => {
    const names = Object.keys(READ_ON_THE_DEVICE);
    assert.deepEqual([Object.keys(committed), Object.keys(rightValues(demos))], [names, names]);
  });

  it('cannot be made of what the reader does not know', () => {
    const unknown = [
      z.string().check(z.minLength(1)),
      z.record(z.string(), z.string()),
      z.enum({ one: 1 }),
      z.nullable(z.tuple([z.string()])),
      z.number().check(z.multipleOf(2)),
    ];
    for (const schema of unknown) assert.throws(() => moduleOf('odd', schema), /does not know/);
  });
});

/** Messages of an issue and of the members of a union that it tried. */
function reasons(issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.flatMap((issue) =>
    issue.code === 'invalid_union' && issue.errors.length > 0
      ? issue.errors.flatMap(reasons)
      : [reason(issue)],
  );
}

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'too_big') return `${issue.code} ${issue.origin}`;
  return issue.code === 'invalid_format' ? `${issue.code} ${issue.format}` : issue.code;
}

/** What the schema refuses and a device lets through, besides unknown members, which a device drops. */
const ONLY_THE_SERVER_CHECKS = [
  'blank-text',
  'unstorable-text',
  'too_big string',
  'invalid_format uuid',
  // As far as a browser reads it: what is refused of a date is in shape.test.ts.
  'invalid_format date',
  'invalid_format datetime',
];

/** Reads a value both ways. @returns whether a device accepts it */
function agree(name: string, value: unknown): boolean {
  const schema = READ_ON_THE_DEVICE[name]!;
  const byZod = z.safeParse(schema, value);
  let read: unknown;
  try {
    read = readAs(committed[name]!, name, value);
  } catch (error) {
    assert.ok(error instanceof ContractError, String(error));
    // An absent member passes for an unknown one with zod, which no JSON could show.
    if (!/(questionnaire|parameters): missing$/.test(error.message)) {
      assert.equal(byZod.success, false, `only the device refuses: ${error.message}`);
    }
    return false;
  }
  if (byZod.success) {
    // As JSON: zod keeps an optional member that is there and undefined, a device does not.
    assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(byZod.data)));
    return true;
  }
  const again = z.safeParse(schema, read);
  const refused = again.success ? [] : reasons(again.error.issues);
  assert.ok(
    refused.every((reason) => ONLY_THE_SERVER_CHECKS.includes(reason)),
    `only the schema refuses: ${refused.join()}`,
  );
  return true;
}

const folder = new URL('../../../demo/consultations/', import.meta.url);
const demos = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => z.parse(consultation, JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

describe('a device and the schema agree', () => {
  for (const [name, values] of Object.entries(rightValues(demos))) {
    it(`on every right ${name}`, () => {
      fc.assert(
        fc.property(values, (value) => agree(name, value)),
        { numRuns: 50 },
      );
    });

    it(`on a ${name} that was changed at up to three places`, () => {
      let accepted = 0;
      let refused = 0;
      const drawn = fc.tuple(values, fc.array(change, { minLength: 1, maxLength: 3 }));
      fc.assert(
        fc.property(drawn, ([value, changes]) => {
          if (agree(name, changed(value, changes))) accepted += 1;
          else refused += 1;
        }),
        { numRuns: 600, endOnFailure: true },
      );
      assert.ok(accepted > 20 && refused > 20, `${accepted} accepted, ${refused} refused`);
    });

    it(`on anything at all as a ${name}`, () => {
      fc.assert(fc.property(fc.anything(), (value) => void agree(name, value)));
    });
  }

  it('on each member of a demo, left out or changed to each odd value', () => {
    const value = demos[0]!.questionnaire;
    const count = places({ root: value }).length;
    for (let at = 0; at < count; at += 1) {
      agree('questionnaire', changed(value, [[at, 'drop', null]]));
      for (const by of [null, 0, 'é', {}]) agree('questionnaire', changed(value, [[at, 'replace', by]]));
    }
  });

  const real = new URL('../../../../shared/data/agora-consultations.json', import.meta.url);
  const skip =
    !existsSync(real) && process.env.CNR_REAL_DATA !== 'required' && 'no folder ../shared/data here';
  it('on nine questionnaires that the State asked', { skip }, () => {
    const asked = JSON.parse(readFileSync(real, 'utf8')) as {
      questions: { id: number; title: string; choices: { id: number; label: string }[] }[];
    }[];
    assert.equal(asked.length, 9);
    for (const { questions } of asked) {
      const items = questions.map(({ id, title, choices }) => ({
        id: `q${id}`,
        kind: 'single',
        title,
        choices: choices.map((choice) => ({ id: `c${choice.id}`, label: choice.label })),
      }));
      assert.ok(agree('questionnaire', { items }));
    }
  });
});
