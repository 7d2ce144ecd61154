import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkConsultation, parsePublished } from '@cnr-widgets/contract';
import { testApp, type TestApp } from '../app.fixture.js';
import { definition, DURING } from '../definition.fixture.js';
import { cnr } from '../cli/command.fixture.js';
import { importConsultation, openConsultation } from '../publishing.js';
import { meeting, openMeetings, registration } from './meeting.fixture.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

test('a definition with meetings alone is checked, imported and opened', async () => {
  const { questionnaire: _, ...rest } = definition({ id: 'seules', draft: true });
  const alone = { ...rest, meetings: { retentionDays: 30, peopleMax: 5, contact: true } };
  assert.deepEqual(
    checkConsultation(alone).filter(({ severity }) => severity === 'fault'),
    [],
  );
  await importConsultation(t.db, alone, DURING);
  const sent = registration('seules');
  assert.equal((await t.put(sent)).problem().code, 'unknown-consultation', 'a draft stays unreachable');
  assert.equal((await t.call('GET', '/v1/consultations/seules/meetings')).status, 404);
  await openConsultation(t.db, 'seules');
  const { text } = await t.call('GET', '/v1/consultations/seules');
  assert.ok(parsePublished(JSON.parse(text)).consultation.meetings !== undefined);
});

test('counts, results and exports say what there is, and registrants are no participants', async () => {
  const { id } = await openMeetings(t, [meeting()], {}, { resultsVisible: 'always' });
  assert.equal((await t.put(registration(id))).status, 201);
  const counts = await t.call('GET', `/v1/consultations/${id}/counts`);
  assert.deepEqual([counts.status, JSON.parse(counts.text)], [200, { participants: 0 }]);
  const results = await t.call('GET', `/v1/consultations/${id}/results`);
  assert.deepEqual([results.status, results.problem().code], [403, 'not-offered']);
  const env = { DATABASE_URL: t.url };
  for (const args of [
    ['results', id],
    ['export', id, '--raw'],
  ]) {
    const { code, err } = await cnr(args, env);
    assert.equal(code, 1, err);
    assert.match(err, /ne pose pas de questions/);
  }
  const { code, out } = await cnr(['list'], env);
  assert.equal(code, 0);
  assert.match(out, new RegExp(`${id} +ouverte`));
});
