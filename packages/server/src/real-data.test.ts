import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  isQuestion,
  parseQuestionnaire,
  parsePublished,
  type AnswerValue,
  type Contribution,
  type Question,
  type Questionnaire,
} from '@cnr-widgets/contract';
import { addressOf } from './app.fixture.js';
import { cnr } from './cli/command.fixture.js';
import { testDatabase } from './database.fixture.js';
import { contribution, definition, type Asking } from './definition.fixture.js';
import { startServer } from './server.js';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const CNR = join(DATA, 'cnr-2022-questionnaires.json');
const AGORA = join(DATA, 'agora-consultations.json');
const required = process.env.CNR_REAL_DATA === 'required';
const skip = !required && !existsSync(CNR) && 'the folder of real questionnaires is not beside the project';

test(
  'real questionnaires: converted, completed, checked, imported, answered, read back equal',
  { skip },
  async () => {
    const database = await testDatabase();
    const out = await mkdtemp(join(tmpdir(), 'cnr-real-'));
    const env = { DATABASE_URL: database.url };
    const server = await startServer(
      {
        databaseUrl: database.url,
        host: '127.0.0.1',
        port: 0,
        publicUrl: undefined,
        embedDir: '/nowhere',
        logLevel: 'silent',
        securityContact: undefined,
      },
      { log: () => undefined },
    );
    try {
      for (const args of [
        ['cnr2022', CNR],
        ['agora', AGORA],
      ]) {
        const converted = await cnr(['convert', '--from', ...args, '--out', out]);
        assert.equal(converted.code, 0, converted.err);
      }
      const files = (await readdir(out)).map((name) => join(out, name));
      assert.equal(files.length, 16);

      const drafts = await cnr(['check', ...files]);
      assert.equal(drafts.code, 0, drafts.out);
      for (const missing of ['opensAt', 'closesAt', 'notice.controller', 'origins']) {
        assert.equal(drafts.out.split(`à compléter  ${missing} `).length - 1, 16, missing);
      }
      const hidden = await cnr(['import', ...files], env);
      assert.equal(hidden.code, 0, hidden.err);

      for (const file of files) await complete(file);
      const checked = await cnr(['check', ...files]);
      assert.deepEqual([checked.code, checked.out], [0, 'Aucune erreur.\n']);
      const imported = await cnr(['import', ...files], env);
      assert.equal(imported.code, 0, imported.err);

      let questions = 0;
      for (const file of files) {
        const written = JSON.parse(await readFile(file, 'utf8')) as Asking;
        const opened = await cnr(['open', written.id], env);
        assert.equal(opened.code, 0, opened.err);
        questions += written.questionnaire.items.length;
        await answerOnce(`http://127.0.0.1:${server.port}`, written, database.query);
      }
      assert.equal(questions, 28 + 91);
      assert.deepEqual(await sentences(files), await sourceSentences());
    } finally {
      await server.stop();
      await rm(out, { recursive: true });
      await database.drop();
    }
  },
);

/** What only an operator knows: here, the test's own notice and dates. */
async function complete(file: string): Promise<void> {
  const draft = JSON.parse(await readFile(file, 'utf8')) as Asking;
  const { notice } = definition();
  const dates = { opensAt: '2020-01-01T00:00:00+01:00', closesAt: '2099-01-01T00:00:00+01:00' };
  await writeFile(file, JSON.stringify({ ...draft, notice, ...dates, origins: [] }, null, 2));
}

async function answerOnce(
  url: string,
  { id, questionnaire: written }: Asking,
  query: Awaited<ReturnType<typeof testDatabase>>['query'],
): Promise<void> {
  const published = parsePublished(await (await fetch(`${url}/v1/consultations/${id}`)).json());
  const questionnaire: Questionnaire = parseQuestionnaire(published.consultation.questionnaire);
  assert.deepEqual(questionnaire, written, 'served as it was written');
  const values = Object.fromEntries(
    questionnaire.items.filter(isQuestion).map((question, place) => [question.id, answerTo(question, place)]),
  );
  const consultation = definition({ id, questionnaire });
  const sent = contribution(values, { consultation, version: published.version });
  assert.equal(sent.payload.answers.length, questionnaire.items.length);
  const response = await fetch(`${url}${addressOf(sent)}`, {
    method: 'PUT',
    body: JSON.stringify(sent),
    headers: { 'Content-Type': 'application/json' },
  });
  assert.equal(response.status, 201, `${id}: ${await response.clone().text()}`);
  const rows = await query<{ contribution: Contribution }>(
    'select contribution from answers where consultation = $1',
    [id],
  );
  assert.deepEqual(
    rows.map((row) => row.contribution),
    [sent],
  );
  const { code } = (await response.json()) as { code: string };
  const read = await fetch(`${url}/v1/consultations/${id}/contributions/mine`, {
    headers: { 'Cnr-Receipt-Code': code },
  });
  assert.deepEqual(((await read.json()) as { contribution: Contribution }).contribution, sent);
}

const WORDS = ' L’été à « Saint-Éloi », c’est 👩🏽‍⚕️ 🌳 œuf ﬁn\u00a0! ';

function answerTo(question: Question, place: number): AnswerValue | null {
  switch (question.kind) {
    case 'text':
      return { kind: 'text', text: `${WORDS}\n${question.title}` };
    case 'texts':
      return {
        kind: 'texts',
        texts: Array.from({ length: question.count }, (_, n) => (n === 1 ? '' : `${WORDS}${n}`)),
      };
    case 'single': {
      const choice = question.choices[place % question.choices.length];
      if (!choice || place % 5 === 4) return null;
      return { kind: 'single', choice: choice.id, ...(choice.other && { other: WORDS }) };
    }
    case 'multiple': {
      const chosen = question.choices.filter((_, n) => n % 2 === place % 2);
      return {
        kind: 'multiple',
        choices: chosen.map(({ id }) => id),
        ...(chosen.some(({ other }) => other) && { other: WORDS }),
      };
    }
    default:
      throw new Error(`the real questionnaires ask no ${question.kind}`);
  }
}

/** Every title and label of the definitions, in order. */
async function sentences(files: string[]): Promise<string[]> {
  const definitions = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Asking),
  );
  return definitions
    .flatMap(({ questionnaire }) => questionnaire.items)
    .flatMap((item) => [item.title, ...('choices' in item ? item.choices.map(({ label }) => label) : [])])
    .sort();
}

/** The same from the files as they were found. */
async function sourceSentences(): Promise<string[]> {
  const cnr2022 = JSON.parse(await readFile(CNR, 'utf8')) as {
    model: string;
    fields: { hr_label: string };
  }[];
  const agora = JSON.parse(await readFile(AGORA, 'utf8')) as {
    questions: { title: string; choices: { label: string }[] }[];
  }[];
  return [
    ...cnr2022.filter(({ model }) => model === 'surveys.surveyquestion').map(({ fields }) => fields.hr_label),
    ...agora.flatMap(({ questions }) =>
      questions.flatMap(({ title, choices }) => [title, ...choices.map(({ label }) => label)]),
    ),
  ].sort();
}
