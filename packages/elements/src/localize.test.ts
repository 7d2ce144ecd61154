import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import type { Locale } from './context.js';
import { Localize } from './localize.js';

const french = { hello: 'Bonjour', bye: 'Au revoir' };
const english = { hello: 'Hello', bye: 'Goodbye' };

/** An element as `Localize` knows one; `updated` resolves at its next update. */
class Host {
  activeLocale: Locale = 'fr';
  sentences = <M extends object>(_element: string, catalogue: M): M => catalogue;
  readonly updateComplete = Promise.resolve(true);
  readonly controllers: ReactiveController[] = [];
  #told: (() => void) | undefined;
  readonly updated = new Promise<void>((resolve) => (this.#told = resolve));

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }
  removeController(): void {
    this.controllers.length = 0;
  }
  requestUpdate(): void {
    this.#told?.();
  }
  update(): void {
    for (const controller of this.controllers) controller.hostUpdate?.();
  }
}

describe('the sentences of an element', () => {
  it('are French at once', () => {
    const host = new Host();
    const sentences = new Localize(host, 'greeting', french, { en: async () => english });
    host.update();
    expect(sentences.ready).to.equal(true);
    expect(sentences.t.hello).to.equal('Bonjour');
  });

  it('are English once that is loaded, and not French until then', async () => {
    const host = new Host();
    host.activeLocale = 'en';
    const sentences = new Localize(host, 'greeting', french, { en: async () => english });
    host.update();
    expect(sentences.ready).to.equal(false);
    await host.updated;
    expect(sentences.ready).to.equal(true);
    expect(sentences.t.hello).to.equal('Hello');
  });

  it('are French where English does not arrive', async () => {
    const host = new Host();
    host.activeLocale = 'en';
    const sentences = new Localize(host, 'greeting', french, {
      en: () => Promise.reject(new Error('offline')),
    });
    host.update();
    await host.updated;
    expect(sentences.ready).to.equal(true);
    expect(sentences.t.hello).to.equal('Bonjour');
  });
});
