import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { payloadOf, type AnswerPayload, type AnswerValue, type QuestionResult } from '@cnr-widgets/contract';
import fc from 'fast-check';
import { testApp, type TestApp } from './app.fixture.js';
import { contribution, definition, DURING, type Asking } from './definition.fixture.js';
import { importConsultation } from './publishing.js';
import { tallyOf } from './results.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

const choices = (...ids: string[]) => ids.map((id) => ({ id, label: `Choix ${id}` }));

/** Every kind, with a branch, so that some questions are not shown to some. */
const first = (id: string): Asking =>
  definition({
    id,
    questionnaire: {
      profile: true,
      items: [
        {
          id: 'un',
          kind: 'single',
          title: 'Un',
          choices: [...choices('a', 'b'), { id: 'autre', label: 'Autre', other: true }],
        },
        {
          id: 'plusieurs',
          kind: 'multiple',
          title: 'Plusieurs',
          choices: choices('a', 'b', 'c'),
          showIf: { question: 'un', includes: ['a', 'autre'] },
        },
        { id: 'note', kind: 'scale', title: 'Note', min: 0, max: 4 },
        { id: 'ordre', kind: 'ranking', title: 'Ordre', choices: choices('x', 'y', 'z') },
        {
          id: 'grille',
          kind: 'matrix',
          title: 'Grille',
          rows: choices('l1', 'l2'),
          columns: choices('c1', 'c2'),
          showIf: { question: 'note', atLeast: 2 },
        },
        { id: 'nombre', kind: 'number', title: 'Nombre' },
        { id: 'texte', kind: 'text', title: 'Texte' },
        { id: 'mots', kind: 'texts', title: 'Mots', count: 3 },
        { id: 'jour', kind: 'date', title: 'Jour' },
        { id: 'lieu', kind: 'territory', title: 'Lieu', ask: 'departement' },
      ],
    },
  });

/** Two choices gone, a label changed, one question of another kind under the same id. */
function second(id: string): Asking {
  const { questionnaire, ...rest } = first(id);
  const items = questionnaire.items.map((item) => {
    if (item.id === 'un' && item.kind === 'single') {
      return { ...item, title: 'Un, redit', choices: [{ id: 'a', label: 'A' }, ...choices('d')] };
    }
    return item.id === 'texte' ? { id: 'texte', kind: 'date' as const, title: 'Un jour' } : item;
  });
  return definition({ ...rest, questionnaire: { ...questionnaire, items } });
}

const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const subset = (...ids: string[]) => fc.shuffledSubarray(ids, { minLength: 1 });
const blankOrNot = fc.constantFrom('', ' \n', '\u00a0\u2003', 'mot', ' é 🌳 ');

const answers = fc.record({
  un: perhaps(fc.constantFrom('a', 'b', 'autre', 'd')),
  plusieurs: perhaps(subset('a', 'b', 'c')),
  note: perhaps(fc.integer({ min: 0, max: 4 })),
  ordre: perhaps(subset('x', 'y', 'z')),
  grille: perhaps(fc.record({ l1: fc.constantFrom('c1', 'c2'), l2: perhaps(fc.constantFrom('c1', 'c2')) })),
  nombre: perhaps(fc.constantFrom(-2, 0, 1.5, 3, 1e6)),
  texte: perhaps(blankOrNot),
  mots: perhaps(fc.tuple(blankOrNot, blankOrNot, blankOrNot)),
  jour: perhaps(fc.constantFrom('2026-01-01', '2026-12-31')),
  lieu: perhaps(fc.constantFrom('72', '2A', '974', '75')),
  departement: perhaps(fc.constantFrom('72', '53', '61')),
  version: fc.constantFrom(1, 2),
});
type Given = typeof answers extends fc.Arbitrary<infer T> ? T : never;

/** The payload as a device would send it, but for blank texts, which are left as they are. */
function payload(given: Given, consultation: Asking): AnswerPayload {
  const { un, plusieurs, note, ordre, grille, nombre, texte, mots, jour, lieu, departement, version } = given;
  const known = version === 1 ? ['a', 'b', 'autre'] : ['a', 'd'];
  const values = new Map<string, AnswerValue | null>([
    ['un', un !== null && known.includes(un) ? { kind: 'single', choice: un } : null],
    ['plusieurs', plusieurs && { kind: 'multiple', choices: plusieurs }],
    ['note', note === null ? null : { kind: 'scale', value: note }],
    ['ordre', ordre && { kind: 'ranking', order: ordre }],
    [
      'grille',
      grille && {
        kind: 'matrix',
        rows: Object.entries(grille).flatMap(([row, column]) => (column === null ? [] : [{ row, column }])),
      },
    ],
    ['nombre', nombre === null ? null : { kind: 'number', value: nombre }],
    ['texte', version === 2 || texte === null ? null : { kind: 'text', text: texte }],
    ['mots', mots && { kind: 'texts', texts: mots }],
    ['jour', jour === null ? null : { kind: 'date', date: jour }],
    ['lieu', lieu === null ? null : { kind: 'territory', departement: lieu }],
  ]);
  const profile = departement === null ? {} : { departement };
  const sent = payloadOf(consultation.questionnaire, values, profile);
  return {
    ...sent,
    answers: sent.answers.map((one) => ({ ...one, value: values.get(one.question) ?? null })),
  };
}

type Sent = { version: number; payload: AnswerPayload };

/** Counts by looking at every answer in turn: slow, and plainly right. */
function recount(result: QuestionResult, sent: Sent[]): Partial<QuestionResult> {
  const kindIn = (version: number) => (result.question === 'texte' && version === 2 ? 'date' : undefined);
  const values = sent
    .filter(
      ({ version }) =>
        (kindIn(version) ?? (result.question === 'texte' ? 'text' : result.kind)) === result.kind,
    )
    .flatMap(({ payload: { answers: given } }) =>
      given.filter(({ question }) => question === result.question),
    )
    .map(({ value }) => value);
  const written = values.filter((value) => {
    if (value === null) return false;
    if (value.kind === 'text') return value.text.trim() !== '';
    return value.kind !== 'texts' || value.texts.some((text) => text.trim() !== '');
  });
  const holding = (test: (value: AnswerValue) => boolean) =>
    written.filter((value) => value && test(value)).length;
  const counts = result.counts?.map(({ id, label }) => ({
    id,
    label,
    count: holding((value) => {
      if (value.kind === 'single') return value.choice === id;
      if (value.kind === 'multiple') return value.choices.includes(id);
      if (value.kind === 'scale') return String(value.value) === id;
      return value.kind === 'territory' && value.departement === id;
    }),
  }));
  const rows = result.rows?.map((row) => ({
    ...row,
    counts: row.counts.map((column) => ({
      ...column,
      count: holding(
        (value) =>
          value.kind === 'matrix' && value.rows.some((one) => one.row === row.id && one.column === column.id),
      ),
    })),
  }));
  const ranks = result.ranks?.map(({ id, label }) => {
    const positions = [0, 1, 2].map((place) =>
      holding((value) => value.kind === 'ranking' && value.order[place] === id),
    );
    return {
      id,
      label,
      positions,
      score: positions.reduce((sum, count, place) => sum + count * (3 - place), 0),
    };
  });
  return {
    shown: values.length,
    answered: written.length,
    skipped: values.length - written.length,
    ...(counts && { counts }),
    ...(rows && { rows }),
    ...(ranks && { ranks }),
  };
}

test('tallies are those of a count by hand, whatever was answered, skipped or not shown', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 25 }), async (all) => {
      run += 1;
      const id = `tally-${run}`;
      const versions = [first(id), second(id)];
      for (const one of versions) await importConsultation(t.db, one, DURING);
      const sent = all.map((given): Sent => {
        const asked = versions[given.version - 1] ?? first(id);
        return { version: given.version, payload: payload(given, asked) };
      });
      for (const { version, payload } of sent) {
        const { status, text } = await t.put({
          ...contribution(undefined, { version }),
          consultation: id,
          payload,
        });
        assert.equal(status, 201, text);
      }
      const results = await tallyOf(t.db, id);
      assert.equal(results.participants, sent.length);
      for (const result of results.questions) {
        assert.deepEqual({ ...result, ...recount(result, sent) }, result);
        if (result.counts && result.kind !== 'multiple') {
          assert.equal(
            result.counts.reduce((sum, { count }) => sum + count, 0),
            result.answered,
          );
        }
      }
      const numbers = sent
        .flatMap(({ payload }) => payload.answers)
        .flatMap(({ value }) => (value?.kind === 'number' ? [value.value] : []))
        .sort((a, b) => a - b);
      const number = results.questions.find(({ question }) => question === 'nombre');
      if (numbers.length === 0) assert.deepEqual([number?.mean, number?.median], [null, null]);
      else {
        const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
        assert.ok(Math.abs((number?.mean ?? NaN) - mean) < 1e-6);
        const [low, high] = [(numbers.length - 1) >> 1, numbers.length >> 1];
        assert.equal(number?.median, ((numbers[low] ?? NaN) + (numbers[high] ?? NaN)) / 2);
      }
      for (const departement of ['72', '53', '61', null]) {
        const counted = results.territories.find((one) => one.departement === departement)?.participants ?? 0;
        const by = sent.filter(
          ({ payload }) => (payload.profile?.departement ?? null) === departement,
        ).length;
        assert.equal(counted, by);
      }
    }),
    { numRuns: 25 },
  );
});

test('a question is followed through its versions; another kind is another question', async () => {
  for (const one of [first('suite'), second('suite')]) await importConsultation(t.db, one, DURING);
  const put = (version: number, values: Record<string, AnswerValue>) =>
    t.put(contribution(values, { consultation: version === 1 ? first('suite') : second('suite'), version }));
  await put(1, { un: { kind: 'single', choice: 'a' } });
  await put(1, { un: { kind: 'single', choice: 'b' }, texte: { kind: 'text', text: 'ici' } });
  await put(2, { un: { kind: 'single', choice: 'a' } });
  const { questions } = await tallyOf(t.db, 'suite');
  const one = questions.find(({ question }) => question === 'un');
  assert.equal(one?.title, 'Un, redit');
  assert.deepEqual(one.counts, [
    { id: 'a', label: 'A', count: 2 },
    { id: 'd', label: 'Choix d', count: 0 },
    { id: 'b', label: 'Choix b', count: 1 },
  ]);
  const texts = questions.filter(({ question }) => question === 'texte');
  assert.deepEqual(
    texts.map(({ kind, shown, answered }) => [kind, shown, answered]),
    [
      ['date', 1, 0],
      ['text', 2, 1],
    ],
  );
});

test('what is withdrawn or replaced no longer counts', async () => {
  await importConsultation(t.db, definition({ id: 'moins' }), DURING);
  const about = { consultation: definition({ id: 'moins' }) };
  const { code } = (await t.put(contribution(undefined, about))).receipt();
  const no: AnswerValue = { kind: 'single', choice: 'non' };
  await t.put(contribution({ medecin: no }, { ...about, replaces: code }));
  const gone = contribution(undefined, about);
  const receipt = (await t.put(gone)).receipt();
  const path = `/v1/consultations/moins/contributions/${gone.id}`;
  assert.equal((await t.call('DELETE', path, { 'Cnr-Receipt-Code': receipt.code })).status, 204);
  const { participants, questions } = await tallyOf(t.db, 'moins');
  assert.equal(participants, 1);
  assert.deepEqual(
    questions[0]?.counts?.map(({ count }) => count),
    [0, 1],
  );
  const counts = await t.call('GET', '/v1/consultations/moins/counts');
  assert.deepEqual(JSON.parse(counts.text), { participants: 1 });
});
