import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PROBLEM_CODES } from '@cnr-widgets/contract';
import { testApp, type TestApp } from './app.fixture.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const document = async () => JSON.parse((await t.call('GET', '/v1/openapi.json')).text) as Document;

function everyRef(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : everyRef(inner),
  );
}

test('every route of the application is described, and nothing else', async () => {
  const { paths } = await document();
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = t.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  assert.deepEqual([...new Set(described)].sort(), [...new Set(routes)].sort());
});

test('it is an OpenAPI 3.1 document whose references all lead somewhere', async () => {
  const whole = await document();
  assert.match(whole.openapi, /^3\.1\.\d$/);
  assert.ok(whole.info.title && whole.info.version && whole.servers[0]?.url);
  const refs = everyRef(whole);
  assert.ok(refs.length > 10);
  for (const ref of refs) {
    assert.match(ref, /^#\//);
    let found: unknown = whole;
    for (const key of ref.slice(2).split('/')) found = (found as Record<string, unknown> | undefined)?.[key];
    assert.equal(typeof found, 'object', ref);
  }
});

test('path parameters are declared, and each answer says what it is', async () => {
  for (const [path, operations] of Object.entries((await document()).paths)) {
    for (const [method, { summary, parameters = [], responses }] of Object.entries(operations)) {
      const name = `${method} ${path}`;
      assert.ok(summary, name);
      const inPath = parameters
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => parameter.name);
      assert.deepEqual(
        inPath,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key),
        name,
      );
      assert.ok(Object.keys(responses).length > 0, name);
      for (const [status, { description }] of Object.entries(responses)) {
        assert.match(status, /^[2-5]\d\d$/);
        assert.ok(description, `${name} ${status}`);
      }
    }
  }
});

test('the schemas are the contract’s own', async () => {
  const { schemas } = (await document()).components;
  assert.deepEqual(Object.keys(schemas).sort(), [
    'CommentPage',
    'Condition',
    'Consultation',
    'Contribution',
    'Counts',
    'FoundPlaces',
    'MeetingDetails',
    'MeetingList',
    'MeetingRules',
    'Problem',
    'Proposal',
    'ProposalPage',
    'ProposalRules',
    'PublishedConsultation',
    'Questionnaire',
    'Receipt',
    'RegistrationContact',
    'RegistrationDetails',
    'Results',
    'Retrieved',
    'SupportCounts',
  ]);
  const text = JSON.stringify(schemas);
  for (const word of ['definitionVersion', 'contentHash', 'showIf', 'exclusive', ...PROBLEM_CODES]) {
    assert.ok(text.includes(`"${word}"`), word);
  }
  for (const name of ['Questionnaire', 'ProposalRules', 'MeetingRules']) {
    assert.ok(everyRef(schemas.PublishedConsultation).includes(`#/components/schemas/${name}`));
  }
});
