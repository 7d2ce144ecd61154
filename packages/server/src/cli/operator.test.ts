import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { definition, DURING } from '../definition.fixture.js';
import { operatorOfToken } from '../moderation/operators.js';
import { importConsultation } from '../publishing.js';
import { cnr } from './command.fixture.js';

let t: TestDatabase;
let env: Record<string, string>;
before(async () => {
  t = await testDatabase();
  env = { DATABASE_URL: t.url };
  for (const id of ['soins', 'ecole']) await importConsultation(t.db, definition({ id }), DURING);
});
after(() => t.drop());

const added = async (...args: string[]) => {
  const { code, out, err } = await cnr(['operator', 'add', ...args], env);
  assert.equal(code, 0, err);
  const { id: _, ...operator } = await operatorOfToken(t.db, out.trim(), new Date());
  return { operator, err };
};

test('a token moderates everywhere, and does nothing else, unless it is told to', async () => {
  const { operator, err } = await added('camille');
  assert.deepEqual(operator, {
    name: 'camille',
    consultations: null,
    moderates: true,
    readsNames: false,
    endsAt: null,
  });
  assert.match(err, /Il permet : modération ; consultations : toutes ; jusqu’au : –/);
});

test('it is given for consultations, for registrations, for both, until a day, and the list shows it', async () => {
  const names = await added(
    'sacha',
    '--registrations',
    '--consultation',
    'soins, ecole',
    '--until',
    '2999-06-30',
  );
  assert.deepEqual(names.operator, {
    name: 'sacha',
    consultations: ['soins', 'ecole'],
    moderates: false,
    readsNames: true,
    // The day ends there where it ends last.
    endsAt: new Date('2999-07-01T11:59:59.999Z'),
  });
  const { operator } = await added('lou', '--registrations', '--moderation');
  assert.deepEqual([operator.moderates, operator.readsNames], [true, true]);
  await cnr(['operator', 'revoke', 'lou'], env);
  const { out } = await cnr(['operator', 'list'], env);
  const rows = out.split('\n').map((line) => line.split(/ {2,}/));
  assert.deepEqual(rows[0], ['NOM', 'PERMET', 'CONSULTATIONS', 'DEPUIS', 'JUSQU’AU', 'REPRIS']);
  const [, sacha, lou] = rows.slice(1);
  assert.deepEqual(
    [sacha?.slice(0, 3), sacha?.[4]],
    [['sacha', 'inscriptions', 'soins, ecole'], '2999-06-30'],
  );
  assert.deepEqual(lou?.slice(0, 3), ['lou', 'modération + inscriptions', 'toutes']);
  assert.match(lou[5] ?? '', /^\d{4}-\d\d-\d\d$/);
});

test('what cannot be meant gives no token', async () => {
  const wrong: [args: string[], code: number, said: RegExp][] = [
    [['--consultation', 'absente'], 1, /Aucune consultation « absente »/],
    [['--consultation', ','], 2, /--consultation attend un identifiant/],
    [['--until', '2026-02-30'], 2, /--until attend le dernier jour/],
    [['--until', 'demain'], 2, /--until attend le dernier jour/],
    [['--until', '2020-01-01'], 1, /Le 2020-01-01 est passé/],
  ];
  for (const [args, code, said] of wrong) {
    const ran = await cnr(['operator', 'add', 'eden', ...args], env);
    assert.deepEqual([ran.code, ran.out], [code, ''], args.join(' '));
    assert.match(ran.err, said);
  }
  assert.equal((await cnr(['operator', 'list', '--until', '2999-01-01'], env)).code, 2);
  assert.deepEqual(await t.query("select from operator_tokens where name = 'eden'"), []);
});
