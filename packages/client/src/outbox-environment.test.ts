import { expect } from '@open-wc/testing';
import { browserEnvironment } from './outbox-environment.js';
import { until } from './testing/fake-page.js';

describe('browserEnvironment', () => {
  it('hears the network, the page and its visibility come back, and the page go', () => {
    const heard: string[] = [];
    const stop = browserEnvironment().listen((signal) => heard.push(signal));
    dispatchEvent(new Event('online'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    stop();
    dispatchEvent(new Event('online'));
    expect(heard).to.deep.equal(['back', 'back', 'back', 'hidden']);
  });

  it('asks to keep the storage on a gesture only', () => {
    let asked = 0;
    // The page's own: WebKitGTK has no `navigator.storage`.
    const stand = {
      userActivation: { isActive: false },
      storage: { persist: () => Promise.resolve(++asked > 1) },
    };
    for (const [name, value] of Object.entries(stand)) {
      Object.defineProperty(navigator, name, { configurable: true, value });
    }
    try {
      browserEnvironment().persist();
      expect(asked).to.equal(0);
      stand.userActivation.isActive = true;
      browserEnvironment().persist();
      expect(asked).to.equal(1);
    } finally {
      for (const name of Object.keys(stand)) Reflect.deleteProperty(navigator, name);
    }
  });

  it('talks to the other pages of the site, not to itself', async () => {
    const heard: string[] = [];
    const here = browserEnvironment().channel(({ id }) => heard.push(`here ${id}`));
    const there = browserEnvironment().channel(({ id }) => heard.push(`there ${id}`));
    here?.post({ id: 'a' });
    await until(() => heard.length > 0);
    there?.post({ id: 'b' });
    await until(() => heard.length > 1);
    expect(heard).to.deep.equal(['there a', 'here b']);
    here?.close();
    there?.close();
  });

  it('talks to nobody where the browser refuses it, as Firefox does where it keeps nothing', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'BroadcastChannel')!;
    const Refused = function () {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'BroadcastChannel', { ...own, value: Refused });
    try {
      expect(browserEnvironment().channel(() => undefined)).to.equal(undefined);
    } finally {
      Object.defineProperty(globalThis, 'BroadcastChannel', own);
    }
  });
});
