import { expect, fixture } from '@open-wc/testing';
import type { Backend } from '@cnr-widgets/client/backend';
import { html } from 'lit';
import '../define/meeting-map.js';
import { backendOf, eventually, part, partNow, press, publishedOf, Network } from '../testing/fixtures.js';
import { announced, focused, meetingMap, set, written } from '../testing/meetings.js';
import type { CnrMeetingMap } from './meeting-map.js';

describe('<cnr-meeting-map>: what may fail', () => {
  let network: Network;

  beforeEach(() => {
    network = new Network();
  });

  it('says why nothing can be shown, and tries again', async () => {
    network.cut('meetings');
    const list = await meetingMap(undefined, network);
    await part(list, '[role=alert]', 'La liste des réunions ne peut pas s’afficher');
    await expect(list).to.be.accessible();
    network.mend();
    await press(list, 'Réessayer');
    await part(list, '#count', '3 réunions');
    await eventually(() => focused(list) === 'title', 'the focus');
  });

  it('shows what the browser still held with its date, and fetches anew on demand', async () => {
    const backend = backendOf(announced(), { meetings: { 'la-salle': [written(1)] } });
    let kept = true;
    const old: Backend = {
      ...backend,
      meetings: async (id, options) => ({
        ...(await backend.meetings(id, options)),
        ...(kept ? { kept, asOf: '2026-11-22T13:05:00Z' } : {}),
      }),
    };
    const list = await fixture<CnrMeetingMap>(
      html`<cnr-meeting-map .backend=${old} consultation="la-salle"></cnr-meeting-map>`,
    );
    await part(list, '#kept', /liste du 22 novembre 2026 à 14 h 05/);
    await set(list, 'theme', 'Santé');
    await expect(list).to.be.accessible();
    kept = false;
    await press(list, 'Actualiser la liste');
    await eventually(() => !partNow(list, '#kept'), 'the fresh list');
    await part(list, '.chip', 'Santé');
    await eventually(() => focused(list) === 'title', 'the focus');
  });

  it('says that a consultation has no meetings, that it is unknown, or badly set up', async () => {
    const without = backendOf(publishedOf());
    const errors: string[] = [];
    const heard = (event: Event) => errors.push((event as Event & { code: string }).code);
    document.addEventListener('cnr-error', heard);
    for (const [id, words] of [
      ['la-salle', 'Cette consultation n’en a pas'],
      ['absente', 'Cette consultation n’existe pas'],
      ['', 'mal installée'],
    ] as const) {
      const list = await fixture(
        html`<cnr-meeting-map .backend=${without} consultation=${id}></cnr-meeting-map>`,
      );
      await part(list, 'p', words);
      list.remove();
    }
    document.removeEventListener('cnr-error', heard);
    expect(errors).to.deep.equal(['not-offered', 'unknown-consultation', 'no-consultation']);
  });

  it('outlives a backend that sends nonsense', async () => {
    const backend = backendOf(announced());
    const bad: Backend = { ...backend, meetings: () => Promise.reject(new TypeError('nonsense')) };
    const list = await fixture(
      html`<cnr-meeting-map .backend=${bad} consultation="la-salle"></cnr-meeting-map>`,
    );
    await part(list, '[role=alert]', 'illisible');
  });

  it('stands again where it was taken away and put back', async () => {
    const list = await meetingMap();
    await part(list, '#count', '3 réunions');
    await set(list, 'theme', 'École');
    const { parentElement } = list;
    list.remove();
    parentElement?.append(list);
    await part(list, '#count', '1 réunion');
    const early = await meetingMap();
    const holder = early.parentElement;
    early.remove();
    holder?.append(early);
    await part(early, '#count', '3 réunions');
  });

  it('speaks English where the page does', async () => {
    const backend = backendOf(announced(), { meetings: { 'la-salle': [written(1)] } });
    const list = await fixture(
      html`<cnr-meeting-map locale="en" .backend=${backend} consultation="la-salle"></cnr-meeting-map>`,
    );
    await part(list, '#count', '1 meeting');
    await part(list, 'button', 'Near me');
  });
});
