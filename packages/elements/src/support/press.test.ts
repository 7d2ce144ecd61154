import { expect, fixture } from '@open-wc/testing';
import type { MemoryBackend } from '@cnr-widgets/client/memory';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import { peekEntries } from '@cnr-widgets/client/peek';
import { toggleSupport } from '@cnr-widgets/client/supports';
import { html } from 'lit';
import '../define/provider.js';
import '../define/support.js';
import type { CnrProvider } from '../provider/provider.js';
import { eventually, Network, part } from '../testing/fixtures.js';
import {
  announced,
  BENCHES,
  button,
  counted,
  FOUNTAIN,
  isPressed,
  pressed,
  subjectOf,
  supportable,
  supportsHeard,
} from '../testing/supports.js';

const queuedWords = 'Soutien enregistré sur cet appareil, pas encore envoyé.';

/** What the backend counts, by anybody. */
async function countAt(backend: MemoryBackend, of = BENCHES): Promise<number | undefined> {
  const { supports } = await backend.supports('la-salle', [subjectOf(of)]);
  return supports[0]?.count;
}

/** A device that knows it has no network; ended with `restore`. */
function offline(): { restore: () => void } {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return { restore: () => Reflect.deleteProperty(navigator, 'onLine') };
}

describe('<cnr-support>, pressed', () => {
  it('shows it at once, says what it knows, and counts it once it is received', async () => {
    let letGo: () => void = () => expect.fail('nothing was held');
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const backend = supportable({
      intercept: ({ name, moment }) => (name === 'put' && moment === 'before' ? held : undefined),
    });
    const events = supportsHeard();
    const element = await button(backend);
    const inner = await counted(element, 12);
    inner.click();
    await element.updateComplete;
    expect(inner.getAttribute('aria-pressed'), 'at once').to.equal('true');
    await announced(element, 'Soutien enregistré sur cet appareil, envoi en cours.');
    expect(inner.textContent, 'not counted yet').to.include('12\u00a0soutiens');
    await expect(element).to.be.accessible();
    letGo();
    await announced(element, 'Soutien compté. 13 soutiens.');
    expect(inner.textContent).to.include('13\u00a0soutiens');
    await expect(element).to.be.accessible();
    expect(await countAt(backend)).to.equal(13);
    const fields = { consultation: 'la-salle', subject: subjectOf(BENCHES), on: true };
    const carried = events.map((event) => Object.fromEntries(Object.entries(event)));
    expect(carried, 'and not who it was').to.deep.equal([
      { isTrusted: false, ...fields, state: 'queued' },
      { isTrusted: false, ...fields, state: 'received' },
    ]);
    expect(events[0]).to.include({ type: 'cnr-supported', bubbles: true, composed: true });
  });

  it('is undone by another press', async () => {
    const backend = supportable();
    const element = await button(backend);
    await counted(element, 12);
    await pressed(element, true);
    await announced(element, 'Soutien compté. 13 soutiens.');
    await pressed(element, false);
    await announced(element, 'Soutien retiré. 12 soutiens.');
    expect(await countAt(backend)).to.equal(12);
    const presses = backend.rows('support').map(({ payload: { on, revision } }) => [on, revision]);
    expect(presses.at(-1)).to.deep.equal([false, 2]);
  });

  it('may be pressed before it has its count', async () => {
    const backend = supportable();
    const element = document.createElement('cnr-support');
    Object.assign(element, { backend, consultation: 'la-salle', subject: subjectOf(BENCHES) });
    (await fixture<HTMLElement>(html`<p></p>`)).append(element);
    await element.updateComplete;
    element.shadowRoot?.querySelector('button')?.click();
    await announced(element, 'Soutien compté. 13 soutiens.');
    expect(await countAt(backend)).to.equal(13);
  });

  it('stays with what was pressed where the button shows another subject meanwhile', async () => {
    let letGo: () => void = () => expect.fail('nothing was held');
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let asked = false;
    const backend = supportable({
      intercept: ({ name, moment }) => {
        if (name !== 'supports' || moment !== 'before') return undefined;
        asked = true;
        return held;
      },
    });
    const events = supportsHeard();
    const element = await button(backend);
    await eventually(() => asked, 'the question for the count');
    (await part<HTMLButtonElement>(element, 'button')).click();
    element.subject = subjectOf(FOUNTAIN);
    await element.updateComplete;
    expect(isPressed(element), 'nobody pressed this one').to.equal(false);
    letGo();
    await eventually(() => backend.rows('support').length === 1, 'the support');
    await counted(element, 3);
    expect(isPressed(element)).to.equal(false);
    expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).to.equal('');
    const [kept] = await peekEntries({ descriptor: backend.descriptor });
    expect(kept?.keep).to.include({ subject: subjectOf(BENCHES), title: BENCHES.title });
    expect(new Set(events.map(({ subject }) => subject))).to.deep.equal(new Set([subjectOf(BENCHES)]));
    await pressed(element, true);
    await announced(element, 'Soutien compté. 4 soutiens.');
    expect([await countAt(backend), await countAt(backend, FOUNTAIN)]).to.deep.equal([13, 4]);
  });

  it('takes back what a list knows to be supported, before the backend counted', async () => {
    const backend = supportable();
    const draft = { consultation: 'la-salle', definitionVersion: 1, subject: subjectOf(BENCHES) };
    await toggleSupport(sharedOutbox(), backend, draft);
    const element = document.createElement('cnr-support');
    const place = { consultation: 'la-salle', subject: subjectOf(BENCHES), knownOn: true };
    (await fixture<HTMLElement>(html`<p></p>`)).append(Object.assign(element, { backend }, place));
    await element.updateComplete;
    expect(isPressed(element)).to.equal(true);
    element.shadowRoot?.querySelector('button')?.click();
    await announced(element, 'Soutien retiré. 12 soutiens.');
    expect(await countAt(backend)).to.equal(12);
  });

  it('keeps to the last of many presses', async () => {
    const backend = supportable();
    const element = await button(backend);
    const inner = await counted(element, 12);
    for (let press = 0; press < 5; press += 1) inner.click();
    await announced(element, 'Soutien compté. 13 soutiens.');
    expect(isPressed(element)).to.equal(true);
    expect(await countAt(backend)).to.equal(13);
  });

  it('waits on the device without a network, and is counted later', async () => {
    const network = new Network();
    network.cut();
    const backend = supportable(network);
    const element = await button(backend);
    await counted(element, 12);
    await pressed(element, true);
    await announced(element, queuedWords);
    // Another button of the page, and one of a later visit, show the same and announce nothing.
    const later = await button(backend, { compact: true });
    await part(later, '#hint', queuedWords);
    expect(isPressed(later)).to.equal(true);
    expect(later.shadowRoot?.querySelector('[role="status"]')?.textContent).to.equal('');
    await counted(later, 12);
    network.mend();
    await sharedOutbox().flush({ force: true });
    await announced(element, 'Soutien compté. 13 soutiens.');
    await counted(later, 13);
    expect(await countAt(backend)).to.equal(13);
  });

  it('sends nothing of a support that is undone before it left', async () => {
    const { restore } = offline();
    const network = new Network();
    network.cut();
    const backend = supportable(network);
    const events = supportsHeard();
    try {
      const element = await button(backend);
      await counted(element, 12);
      await pressed(element, true);
      await announced(element, queuedWords);
      await pressed(element, false);
      await announced(element, 'Soutien annulé : rien n’a été envoyé.');
      await expect(element).to.be.accessible();
    } finally {
      restore();
    }
    network.mend();
    await sharedOutbox().flush({ force: true });
    expect(backend.rows()).to.deep.equal([]);
    expect(await peekEntries({ descriptor: backend.descriptor })).to.deep.equal([]);
    expect(events.map(({ on, state }) => [on, state])).to.deep.equal([
      [true, 'queued'],
      [false, 'cancelled'],
    ]);
  });

  it('says why it was refused and what to do, and tries again when it is pressed again', async () => {
    const network = new Network();
    network.refuse('limit-reached', 403);
    const events = supportsHeard();
    const backend = supportable(network);
    const element = await button(backend);
    const inner = await counted(element, 12);
    inner.click();
    await announced(element, 'Soutien non accepté. Vous avez atteint la limite');
    expect(isPressed(element)).to.equal(false);
    expect(events.at(-1)?.state).to.equal('refused');
    await expect(element).to.be.accessible();
    network.mend();
    inner.click();
    await announced(element, 'Soutien compté. 13 soutiens.');
  });

  it('says when it leaves, when there were too many in a row', async () => {
    const network = new Network();
    network.refuse('rate-limited', 429);
    const element = await button(supportable(network));
    await counted(element, 12);
    await pressed(element, true);
    await announced(element, /celui-ci partira à \d\d:\d\d\./);
  });

  it('says that nothing was saved when the count never came, and tries again', async () => {
    const network = new Network();
    network.cut('supports');
    const events = supportsHeard();
    const element = await button(supportable(network));
    await part(element, '#hint', 'indisponible');
    (await part<HTMLButtonElement>(element, 'button')).click();
    await announced(element, 'Soutien ni enregistré ni envoyé.');
    expect(isPressed(element)).to.equal(false);
    expect(events.map(({ state }) => state)).to.deep.equal(['unsaved']);
    network.mend();
    await pressed(element, true);
    await announced(element, 'Soutien compté. 13 soutiens.');
  });

  it('says how many are left, and none when there are none', async () => {
    const backend = supportable({ perPerson: 1 });
    const [first, second] = [await button(backend), await button(backend, { of: FOUNTAIN })];
    await part(first, '#hint', 'Il vous reste 1 soutien.');
    await counted(second, 3);
    await pressed(first, true);
    await announced(first, 'Soutien compté. 13 soutiens.');
    await part(second, '#hint', 'Vous avez donné tous vos soutiens.');
    (await part<HTMLButtonElement>(second, 'button')).click();
    await announced(second, 'Retirez-en un pour en donner un autre.');
    expect(isPressed(second)).to.equal(false);
    expect(backend.rows()).to.have.length(1);
    await expect(second).to.be.accessible();
    await pressed(first, false);
    await part(second, '#hint', 'Il vous reste 1 soutien.');
    await pressed(second, true);
    await announced(second, 'Soutien compté. 4 soutiens.');
  });

  it('follows a press in another tab without a word', async () => {
    const backend = supportable();
    const element = await button(backend);
    await counted(element, 12);
    const draft = { consultation: 'la-salle', definitionVersion: 1, subject: subjectOf(BENCHES) };
    await toggleSupport(sharedOutbox(), backend, draft);
    await counted(element, 13);
    expect(isPressed(element)).to.equal(true);
    expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).to.equal('');
  });

  it('counts its own support once, wherever the backend’s count stands', async () => {
    const backend = supportable();
    await toggleSupport(sharedOutbox(), backend, {
      consultation: 'la-salle',
      definitionVersion: 1,
      subject: subjectOf(BENCHES),
    });
    const [receipt] = await peekEntries({ descriptor: backend.descriptor });
    const now = Date.parse(receipt?.receipt?.receivedAt ?? '');
    for (const [countedAt, count] of [
      [now - 2000, 12],
      [now + 2000, 13],
    ] as const) {
      const counts = await backend.supports('la-salle', [subjectOf(BENCHES)]);
      const supports = counts.supports.map((one) => ({ ...one, count }));
      const stale = { ...counts, supports, countedAt: new Date(countedAt).toISOString() };
      const element = await button({ ...backend, supports: () => Promise.resolve(stale) });
      await counted(element, 13);
      await pressed(element, false);
      await announced(element, 'Soutien retiré. 12 soutiens.');
      await pressed(element, true);
      await announced(element, 'Soutien compté. 13 soutiens.');
    }
  });

  it('leaves nothing on a shared device', async () => {
    const backend = supportable();
    const page = await fixture(
      html`<cnr-provider device="shared" .backend=${backend}>
        <cnr-support consultation="la-salle" subject=${subjectOf(BENCHES)}></cnr-support>
      </cnr-provider>`,
    );
    const element = page.querySelector('cnr-support')!;
    await counted(element, 12);
    await pressed(element, true);
    await announced(element, 'Soutien compté. 13 soutiens.');
    expect(await peekEntries({ descriptor: backend.descriptor })).to.deep.equal([]);
    await eventually(() => backend.rows().length === 1, 'the row');
  });

  it('leaves nothing on a device that is said to be shared once it is shown, and tells the page that left it', async () => {
    const network = new Network();
    const backend = supportable({ intercept: network.intercept });
    const events = supportsHeard();
    const page = await fixture<CnrProvider>(
      html`<cnr-provider .backend=${backend}>
        <cnr-support consultation="la-salle" subject=${subjectOf(BENCHES)}></cnr-support>
      </cnr-provider>`,
    );
    const element = page.querySelector('cnr-support')!;
    await counted(element, 12);
    page.device = 'shared';
    await page.updateComplete;
    await element.updateComplete;
    network.cut();
    (await counted(element, 12)).click();
    element.remove();
    await eventually(() => events.length > 0, 'the event');
    expect(await peekEntries({ descriptor: backend.descriptor })).to.deep.equal([]);
  });
});
