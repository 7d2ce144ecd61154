import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ConfigError, elementsMissing, readConfig } from './config.js';

const DATABASE_URL = 'postgres://cnr@localhost/cnr';

test('the database alone is enough', () => {
  const { host, port, publicUrl, logLevel, securityContact, embedDir } = readConfig({ DATABASE_URL });
  assert.deepEqual(
    [host, port, publicUrl, logLevel, securityContact],
    ['127.0.0.1', 8080, undefined, 'info', undefined],
  );
  assert.match(embedDir, /dist[/\\]embed$/);
});

test('every setting that is wrong is named, in either language', () => {
  const env = {
    DATABASE_URL: 'mysql://localhost',
    PORT: '80 80',
    PUBLIC_URL: 'https://participation.example/chemin',
    LOG_LEVEL: 'verbose',
    SECURITY_CONTACT: 'quelqu’un',
    TRUSTED_PROXIES: '127.0.0.1, mandataire',
    PROOF_ATTEMPTS: '9',
    PROOF_WAIT: '1.5',
    SUPPORTS_PER_MINUTE: '0',
    EMBED_DIR: '/nope',
  };
  for (const locale of ['fr', 'en'] as const) {
    assert.throws(
      () => readConfig(env, locale),
      (error) => {
        assert.ok(error instanceof ConfigError);
        assert.deepEqual(
          Object.keys(env).map((name) => error.problems.filter((problem) => problem.startsWith(name)).length),
          Object.keys(env).map(() => 1),
        );
        assert.equal(error.code, 'wrong-settings');
        return true;
      },
    );
  }
});

test('no database is said with an example', () => {
  assert.throws(() => readConfig({}), /DATABASE_URL est absente.*postgres:\/\//);
  assert.throws(() => readConfig({}, 'en'), /DATABASE_URL is missing.*postgres:\/\//);
});

test('the public address is an origin, written one way', () => {
  const { publicUrl } = readConfig({ DATABASE_URL, PUBLIC_URL: 'https://Participation.Example:443/' });
  assert.equal(publicUrl, 'https://participation.example');
});

test('a folder of elements that was named holds them; where none was, their absence is told', () => {
  const embed = mkdtempSync(path.join(tmpdir(), 'cnr-embed-'));
  try {
    assert.throws(() => readConfig({ DATABASE_URL, EMBED_DIR: embed }), /EMBED_DIR.*cnr\.js/);
    const bare = { ...readConfig({ DATABASE_URL }), embedDir: embed };
    assert.match(elementsMissing(bare, 'fr') ?? '', /cnr\.js manque.*EMBED_DIR/);
    assert.match(elementsMissing(bare, 'en') ?? '', /cnr\.js is missing.*EMBED_DIR/);
    writeFileSync(path.join(embed, 'cnr.js'), '');
    const config = readConfig({ DATABASE_URL, EMBED_DIR: embed });
    assert.equal(config.embedDir, embed);
    assert.equal(elementsMissing(config, 'fr'), undefined);
  } finally {
    rmSync(embed, { recursive: true });
  }
});

test('limits have defaults, and take what is set', () => {
  const { limits } = readConfig({ DATABASE_URL });
  assert.deepEqual([limits?.proofAttempts, limits?.proofWait, limits?.supportsPerMinute], [3000, 120, 30]);
  assert.equal(limits?.proxies?.check('127.0.0.1'), false);
  const set = {
    TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8',
    PROOF_ATTEMPTS: '10',
    PROOF_WAIT: '5',
    SUPPORTS_PER_MINUTE: '7',
  };
  const { limits: changed } = readConfig({ DATABASE_URL, ...set });
  assert.deepEqual([changed?.proofAttempts, changed?.proofWait, changed?.supportsPerMinute], [10, 5, 7]);
  assert.equal(changed?.proxies?.check('10.9.8.7'), true);
});
