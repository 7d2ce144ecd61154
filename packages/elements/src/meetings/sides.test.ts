import { expect, fixture } from '@open-wc/testing';
import type { MemoryMeeting } from '@cnr-widgets/client/memory';
import { html } from 'lit';
import '../define/meeting-map.js';
import { backendOf, eventually, inDays, part, partNow, press, publishedOf } from '../testing/fixtures.js';
import type { CnrMap } from './map/map.js';
import type { CnrMeetingMap } from './meeting-map.js';

const meetings: readonly MemoryMeeting[] = Array.from({ length: 30 }, (_, number) => ({
  ...{ id: `m-${number}`, title: `Réunion ${number}`, timeZone: 'Europe/Paris' },
  sessions: [{ start: inDays(number + 1), end: inDays(number + 1.1) }],
  place: {
    ...{ city: 'Laval', departement: '53', located: 'exact' as const },
    point: { latitude: 45 + number / 10, longitude: 2 },
  },
}));

describe('<cnr-meeting-map>: list and map', () => {
  async function element(width: number, calendars?: string): Promise<CnrMeetingMap> {
    const published = publishedOf({ territory: { level: 'national' }, meetings: {} });
    const backend = backendOf(published, { meetings: { 'la-salle': meetings }, calendars });
    const list = await fixture<CnrMeetingMap>(
      html`<cnr-meeting-map
        .backend=${backend}
        consultation="la-salle"
        style="inline-size: ${width}px; max-inline-size: none"
      ></cnr-meeting-map>`,
    );
    await part(list, '#count', '30 réunions');
    return list;
  }

  const select = (map: CnrMap, ...ids: string[]) =>
    map.dispatchEvent(new CustomEvent('map-select', { detail: { meetings: ids } }));
  const focused = (list: Element) => list.shadowRoot?.activeElement;
  const sees = (found: Element | undefined) => (found?.getClientRects().length ?? 0) > 0;

  it('fetches the map where there is room for it, and hands it what the list shows', async () => {
    const list = await element(1200);
    const map = await part<CnrMap>(list, 'cnr-map');
    await eventually(() => map.meetings.length === 30, 'all of them');
    expect(sees(partNow(list, '#to-map'))).to.equal(false);
    (await part<HTMLInputElement>(list, '#hearingLoop')).click();
    await eventually(() => map.meetings.length === 0, 'what fits');
    await part(list, '.empty');
  });

  it('keeps the map in view beside the list, where the window has room for all of it', async () => {
    const list = await element(1200);
    const side = await part(list, '.map-side');
    await part(list, 'cnr-map');
    const fits = () => side.offsetHeight + parseFloat(getComputedStyle(side).fontSize) <= innerHeight;
    side.style.minBlockSize = `${2 * innerHeight}px`;
    await eventually(() => getComputedStyle(side).position === 'static', 'what is too high to go along');
    side.style.minBlockSize = '0';
    side.style.blockSize = `${innerHeight / 2}px`;
    await eventually(() => fits() && getComputedStyle(side).position === 'sticky', 'what fits to stay');
  });

  it('draws the map no wider than the smallest screen', async () => {
    const list = await element(280);
    await press(list, 'Voir la carte');
    const map = await part<CnrMap>(list, 'cnr-map');
    const stage = await part(map, '.stage');
    const right = (one: Element) => one.getBoundingClientRect().right;
    for (const one of [map, stage]) expect(right(one)).to.be.below(right(list));
  });

  it('brings the list first on a narrow screen, and the map in its place on demand', async () => {
    const list = await element(360);
    expect(partNow(list, 'cnr-map')).to.equal(undefined);
    await press(list, 'Voir la carte');
    const map = await part<CnrMap>(list, 'cnr-map');
    await eventually(() => sees(map) && !partNow(list, '#open-m-0'), 'the map alone');
    select(map, 'm-3', 'm-4');
    await part(list, '#picked', '2 réunions à cet endroit');
    await expect(list).to.be.accessible();
    await press(list, 'Réunion 4');
    await part(await part(list, 'cnr-meeting'), '#step', 'Réunion 4');
    expect(sees(map)).to.equal(false);
    await press(list, 'Retour à la liste');
    await eventually(() => focused(list)?.id === 'open-m-4', 'the focus');
    await press(list, 'Voir la liste');
    await part(list, '#open-m-0');
    expect(sees(map)).to.equal(false);
  });

  it('marks what the map chose and brings it into view, and leaves the focus where it is', async () => {
    const list = await element(1200);
    const map = await part<CnrMap>(list, 'cnr-map');
    // Nobody presses on a map that is not drawn: until then the page still moves.
    await part(map, '.credits');
    (await part(list, '#place')).focus();
    select(map, 'm-2');
    await part(list, '#item-m-2.marked', 'Choisie sur la carte');
    await part(list, '[role=status]', 'Réunion choisie sur la carte');
    await eventually(() => map.selected === 'm-2', 'the mark on the map');
    // Beyond the first page: the list grows to it.
    select(map, 'm-27');
    const item = await part(list, '#item-m-27.marked');
    await eventually(() => {
      const { top, bottom } = item.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, 'it in view');
    expect(focused(list)?.id).to.equal('place');
    await expect(list).to.be.accessible();
  });

  it('marks on the map what stands open', async () => {
    const list = await element(1200);
    const map = await part<CnrMap>(list, 'cnr-map');
    await press(list, 'Réunion 5');
    await eventually(() => map.selected === 'm-5', 'the mark on the map');
    expect(sees(map)).to.equal(true);
    // Another marker leads back to the list.
    select(map, 'm-6');
    await part(list, '#item-m-6.marked');
    expect(partNow(list, 'cnr-meeting')).to.equal(undefined);
  });

  it('shows the part that was searched for, and stays where the citizen went on the map', async () => {
    const list = await element(1200);
    list.departement = '53';
    const map = await part<CnrMap>(list, 'cnr-map');
    map.dispatchEvent(new CustomEvent('map-area', { detail: { departement: '75' } }));
    list.requestUpdate();
    await list.updateComplete;
    expect(map.area).to.equal('75');
  });
});
