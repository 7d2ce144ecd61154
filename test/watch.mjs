// What a page leaves on the device, and whom it calls.
import assert from 'node:assert/strict';

/** Every place in which a page can leave something, as text. */
export function stored(page) {
  return page.evaluate(async () => {
    const databases = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const all = (method) =>
          new Promise((resolve, reject) => {
            const request = database.transaction(store).objectStore(store)[method]();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        databases[`${name}.${store}`] = { keys: await all('getAllKeys'), values: await all('getAll') };
      }
      database.close();
    }
    const shown = (_, value) => (value instanceof Map ? [...value] : value);
    return {
      cookies: document.cookie,
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      databases: JSON.stringify(databases, shown),
      caches: JSON.stringify(await window.caches.keys()),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      name: window.name,
      address: location.href,
      history: JSON.stringify(window.history.state),
    };
  });
}

export function assertNothing(dump, where) {
  const { address: _address, ...places } = dump;
  assert.deepEqual(
    places,
    {
      cookies: '',
      localStorage: '{}',
      sessionStorage: '{}',
      databases: '{}',
      caches: '[]',
      workers: 0,
      name: '',
      history: 'null',
    },
    where,
  );
}

/** A page that notes whom it calls, and with what. `mark`: a word of the citizen's that must be in no address. */
export async function watched(stage, t, { mark, ...options } = {}) {
  const context = await stage.device(t, options);
  const calls = [];
  context.on('request', (request) => calls.push(request));
  const page = await context.newPage();
  return {
    context,
    page,
    assertCallsStayHome() {
      assert.notEqual(calls.length, 0);
      for (const call of calls) {
        const { origin } = new URL(call.url());
        assert.ok([stage.host.url, stage.proxy.url].includes(origin), `a call to ${call.url()}`);
        if (mark) assert.ok(!call.url().includes(mark) && !decodeURI(call.url()).includes(mark), call.url());
      }
    },
    async assertNoCookies() {
      assert.deepEqual(await context.cookies(), []);
      for (const call of calls) {
        const headers = await call.allHeaders();
        assert.equal(headers.cookie, undefined, call.url());
      }
    },
  };
}
