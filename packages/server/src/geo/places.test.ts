import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { departementName, parsePlaces, type FoundPlace } from '@cnr-widgets/contract';
import type { RawBuilder } from 'kysely';
import { testApp, type TestApp } from '../app.fixture.js';
import { isInFrance } from './france.js';
import { loadCommunes } from './load-communes.js';
import { comparedName } from './place-words.js';
import { namesAlike, namesLike } from './places.js';

let t: TestApp;
before(async () => {
  t = await testApp();
  await loadCommunes(t.db, t.clock.now);
});
after(() => t.drop());

const find = async (typed: string): Promise<FoundPlace[]> => {
  const { text } = await t.post('/v1/places', { q: typed });
  return parsePlaces(JSON.parse(text)).places;
};
const codes = async (typed: string) => (await find(typed)).map(({ code }) => code);

/** Postal code, INSEE's code, département, a name as somebody may misspell it. */
const TOWNS = [
  ['72000', '72181', '72', 'le manns'],
  ['13001', '13055', '13', 'Marseile'],
  ['31000', '31555', '31', 'toulose'],
  ['33000', '33063', '33', 'Bordaux'],
  ['38000', '38185', '38', 'Grenobel'],
  ['35000', '35238', '35', 'rennnes'],
  ['34070', '34172', '34', 'Monpellier'],
  ['68100', '68224', '68', 'mulouse'],
  ['67000', '67482', '67', 'Strasbourgh'],
  ['42000', '42218', '42', 'st etiene'],
  ['59650', '59009', '59', 'Villeneuve d’Asq'],
  ['94240', '94038', '94', 'lhay les rose'],
  ['20000', '2A004', '2A', 'Ajacio'],
  ['20200', '2B033', '2B', 'Bastiia'],
  ['97110', '97120', '971', 'Pointe a Pitrre'],
  ['97200', '97209', '972', 'Fort de Frnace'],
  ['97300', '97302', '973', 'cayene'],
  ['97400', '97411', '974', 'saint-denys 974'],
  ['97600', '97611', '976', 'mamoutzou'],
  ['98800', '98818', '988', 'Numéa'],
] as const;

describe('twenty towns', () => {
  for (const [postalCode, code, department, misspelt] of TOWNS) {
    test(`${misspelt} (${postalCode})`, async () => {
      const [found] = await find(postalCode);
      assert.ok(found?.kind === 'commune', postalCode);
      assert.deepEqual([found.code, found.department], [code, department]);
      assert.ok(found.postalCodes.includes(postalCode));
      assert.ok(found.latitude !== undefined && found.longitude !== undefined);
      assert.equal(found.located, 'commune');
      assert.ok((await codes(found.name)).includes(code), found.name);
      assert.equal((await codes(misspelt))[0], code, misspelt);
    });
  }
});

describe('by code', () => {
  test('two digits are a département, then its towns', async () => {
    const [first, ...towns] = await find('72');
    assert.deepEqual(first, { kind: 'department', code: '72', name: 'Sarthe' });
    assert.equal(towns.length, 9);
    assert.ok(towns.every((one) => one.kind === 'commune' && one.department === '72'));
    assert.deepEqual((await codes('974')).slice(0, 2), ['974', '97411']);
    assert.deepEqual((await codes('2a')).slice(0, 2), ['2A', '2A004']);
    assert.deepEqual((await codes('20')).slice(0, 4), ['2A', '2B', '2A004', '2B033']);
    assert.deepEqual(await codes('7'), []);
  });

  test('either apostrophe finds it, and the curly one is shown', async () => {
    for (const typed of ["l'aigle", 'L’Aigle', "val d'oise", 'Val-d’Oise']) {
      const [first] = await find(typed);
      assert.match(first?.name ?? '', /^(L’Aigle|Val-d’Oise)$/, typed);
    }
  });

  test('all communes that share a postal code are told', async () => {
    const found = await find('51300');
    assert.equal(found.length, 46);
    assert.equal(found[0]?.name, 'Vitry-le-François');
  });

  test('an arrondissement is found as its commune', async () => {
    for (const typed of [
      '75011',
      '75 011',
      '75116',
      '75111',
      'Paris 11e',
      '75011 Paris',
      'paris 1er arrondissement',
    ]) {
      assert.ok((await codes(typed)).slice(0, 2).includes('75056'), typed);
    }
    assert.deepEqual(await codes('69003'), ['69123']);
    assert.deepEqual(await codes('13008'), ['13055']);
  });

  test('a code that is for firms alone leads to the département; INSEE’s code to the commune, too', async () => {
    assert.equal((await codes('72040'))[0], '72');
    assert.deepEqual(await codes('72181'), ['72', '72181']);
    assert.deepEqual(await codes('2A004'), ['2A004']);
    // Overseas many of those are postal codes of other communes, which is what people know.
    assert.deepEqual(await codes('97411'), ['97415']);
  });
});

describe('by name', () => {
  test('a département, by its name', async () => {
    for (const [typed, code] of [
      ['Sarthe', '72'],
      ['la sarthe', '72'],
      ['finis', '29'],
      ['cote d or', '21'],
      ['La Réunion', '974'],
      ['seine st denis', '93'],
      ['st pierre et miquelon', '975'],
    ] as const) {
      const [found] = await find(typed);
      assert.deepEqual(found, { kind: 'department', code, name: departementName(code) }, typed);
    }
  });

  test('homonyms are all there, and a code beside the name chooses', async () => {
    const both = await codes('Saint-Denis');
    assert.deepEqual(both.slice(0, 2), ['97411', '93066']);
    assert.equal((await codes('Saint-Denis 93'))[0], '93066');
    assert.equal((await codes('saint denis (974)'))[0], '97411');
    assert.equal((await codes('Saint-Denis 93200'))[0], '93066');
    assert.equal((await codes('Saint-Denis 72'))[0], '72278');
  });

  test('as it is typed: beginnings, words within, without article, without blanks', async () => {
    for (const [typed, code] of [
      ['mans', '72181'],
      ['lemans', '72181'],
      ['marsei', '13055'],
      ['ol', undefined],
      ['oleron', '17385'],
      ['ste marie', '97418'],
      ['steenv', '59580'],
      ['Y', '80829'],
      ['oeuilly', '51410'],
    ] as const) {
      const found = await codes(typed);
      if (code === undefined) assert.ok(found.length > 0, typed);
      else assert.equal(found[0], code, typed);
    }
  });

  test('a commune that was joined to another leads to it', async () => {
    assert.equal((await codes('Cherbourg-Octeville'))[0], '50129');
    assert.equal((await codes('Lomme'))[0], '59350');
  });

  test('what resembles nothing finds nothing', async () => {
    for (const typed of ['xyzzyx', '%%%', "' --", '<>', 'wxyzwxyz']) {
      assert.deepEqual(await find(typed), [], typed);
    }
  });
});

describe('the road', () => {
  const elsewhere = { Origin: 'https://ailleurs.example' };

  test('every site may ask it, and no cache keeps what was asked', async () => {
    const preflight = await t.call('OPTIONS', '/v1/places', {
      ...elsewhere,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-methods'), 'POST');
    assert.equal(preflight.headers.get('access-control-allow-headers'), 'Content-Type');
    assert.ok(Number(preflight.headers.get('access-control-max-age')) > 0);
    const asked = await t.post('/v1/places', { q: '72' }, elsewhere);
    assert.deepEqual([asked.status, asked.headers.get('cache-control')], [200, 'no-store']);
    for (const { headers } of [preflight, asked]) {
      assert.equal(headers.get('access-control-allow-origin'), '*');
    }
  });

  test('what cannot be asked is refused, for every site to read', async () => {
    for (const q of [undefined, 72, '7\u00002', 'a'.repeat(101)]) {
      const reply = await t.post('/v1/places', { q }, elsewhere);
      assert.deepEqual([reply.status, reply.problem().code], [400, 'invalid-request'], String(q));
      assert.equal(reply.headers.get('access-control-allow-origin'), '*');
    }
    const inAddress = await t.call('GET', '/v1/places?q=72', elsewhere);
    assert.deepEqual([inAddress.status, inAddress.headers.get('allow')], [405, 'POST']);
  });

  test('what somebody looked for is in no log', async () => {
    t.logged.length = 0;
    await find('Hénin-Beaumont');
    await find('53210');
    assert.equal(t.logged.length, 2);
    assert.match(t.logged.join(''), /"route":"\/v1\/places"/);
    assert.doesNotMatch(t.logged.join(''), /nin|beaumont|53210/i);
  });
});

test('every search goes by an index', async () => {
  const plan = async (query: RawBuilder<unknown>) => {
    const { sql, parameters } = query.compile(t.db);
    const rows = await t.query<Record<string, string>>(`explain ${sql}`, [...parameters]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const name = comparedName('le mans');
  for (const query of [
    namesLike({ kind: 'name', names: [name] }),
    namesLike({ kind: 'name', names: [comparedName('oleron'), name], hint: '72' }),
    namesAlike(comparedName('marseile')),
  ]) {
    const text = await plan(query);
    assert.match(text, /Bitmap Index Scan on place_names_/);
    assert.doesNotMatch(text, /Seq Scan/);
  }
});

describe('the table', () => {
  test('each inhabited commune has a point in France, most people one of their own', async () => {
    const rows = await t.query<{ located: string | null; communes: number; people: number }>(
      'select located, count(*)::integer as communes, sum(population)::integer as people from communes group by 1',
    );
    const of = (located: string) => rows.find((row) => row.located === located);
    assert.deepEqual(rows.map(({ located }) => located).sort(), ['commune', 'nearby']);
    assert.ok(of('commune')!.communes > 8_500 && of('commune')!.people > 57_000_000);
    const all = await t.query<{ code: string; department: string; latitude: number; longitude: number }>(
      'select code, department, latitude, longitude from communes',
    );
    assert.ok(all.length > 34_900);
    for (const { code, department, latitude, longitude } of all) {
      assert.ok(departementName(department), code);
      assert.ok(isInFrance({ latitude, longitude }), code);
    }
  });

  test('processes that start together load it once, and a second time nothing is done', async () => {
    await t.query('delete from loaded_communes');
    await t.query("insert into communes values ('99999', 'Ancienne', '72', '{}', null, null, null, 0)");
    const both = await Promise.all([loadCommunes(t.db, t.clock.now), loadCommunes(t.db, t.clock.now)]);
    assert.deepEqual(both.map(({ loaded }) => loaded).sort(), [false, true]);
    assert.equal((await loadCommunes(t.db, t.clock.now)).loaded, false);
    assert.deepEqual(await t.query("select 1 from communes where code = '99999'"), []);
    assert.deepEqual(await codes('72000'), ['72181']);
  });
});
