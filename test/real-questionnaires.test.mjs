// The questionnaires that were really asked, CNR 2022 and Agora: converted, completed by this test's own notice and
// dates, checked, imported, opened, answered in a browser with awkward text, and read back from PostgreSQL unchanged.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { answersOf } from '@cnr-widgets/contract';
import { AWKWARD, participate, receiptCode, typicalAnswer } from './citizen.mjs';
import { demoDefinition, openStage } from './stage.mjs';

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const files = { cnr2022: 'cnr-2022-questionnaires.json', agora: 'agora-consultations.json' };
const skip =
  process.env.CNR_REAL_DATA !== 'required' &&
  !existsSync(path.join(data, files.agora)) &&
  'the folder of real questionnaires is not beside the project';

let stage;
let folder;
before(async () => {
  if (skip) return;
  stage = await openStage();
  folder = mkdtempSync(path.join(stage.folder, 'real-'));
  for (const [form, file] of Object.entries(files)) {
    await stage.cnr('convert', '--from', form, path.join(data, file), '--out', folder);
  }
});
after(() => stage?.close());

for (const [form, expected] of [
  ['cnr2022', 7],
  ['agora', 9],
]) {
  test(`${form}: each questionnaire, from the file to the database`, { skip }, async (t) => {
    const drafts = readdirSync(folder).filter((name) => name.startsWith(form === 'agora' ? 'agora' : 'cnr'));
    assert.equal(drafts.length, expected);
    const { notice, opensAt, closesAt } = demoDefinition('acces-aux-soins-sarthe');
    const definitions = drafts.map((name) => {
      const draft = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      assert.equal(draft.draft, true);
      const complete = { ...draft, draft: false, notice, opensAt, closesAt, origins: [stage.host.url] };
      writeFileSync(path.join(folder, name), JSON.stringify(complete));
      return complete;
    });
    await stage.cnr('check', ...drafts.map((name) => path.join(folder, name)));
    await stage.publish(...definitions);

    const context = await stage.device(t);
    for (const definition of definitions) {
      await t.test(definition.id, async () => {
        const page = await context.newPage();
        const faults = [];
        page.on('pageerror', (error) => faults.push(error.stack));
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
        await page.goto(stage.host.card(definition.id));
        const given = await participate(page, definition.questionnaire, {
          // Every seventh question is passed.
          answer: (question, place) => (place % 7 === 6 ? null : typicalAnswer(question, place, AWKWARD)),
          onStep: (name) => assertAsked(page, definition, name),
        });
        const rows = await stage.rows(definition.id);
        assert.equal(rows.length, 1);
        assert.equal(rows[0].code, await receiptCode(page));
        assert.deepEqual(answersOf(rows[0].contribution.payload), given);
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  });
}

/** The question and its choices are on the screen as the file has them. */
async function assertAsked(page, { questionnaire }, name) {
  const question = questionnaire.items.find(({ id }) => id === name);
  if (!question) return;
  const field = page.locator(`[id="field-${name}"]`);
  assert.equal(await field.locator('.title').textContent(), question.title);
  const labels = question.choices?.map(({ label }) => label) ?? [];
  assert.deepEqual(await field.locator('.choice > span').allTextContents(), labels);
}
