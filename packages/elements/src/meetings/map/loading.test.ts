import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { eventually, part, partNow } from '../../testing/fixtures.js';
import { mapOf, markers, pressNamed, settled, widthOf } from '../../testing/map.js';
import { BREST, LAVAL, NICE } from '../../testing/map-meetings.js';
import { CONTOURS } from './contours.data.js';

const requested = () => performance.getEntriesByType('resource').map(({ name }) => name);

const land = (element: Element) => partNow(element, '.land')?.getAttribute('d') ?? '';

/** Its first département alone, as an operator could not import it: easily told from all of them. */
const SMALL = ['contours 1', '-5 45 1 1', 'XX2(((2)1)) X', '53|X'].join('\n');

describe('what <cnr-map> loads', () => {
  it('asks nobody for anything by default', async () => {
    performance.clearResourceTimings();
    const element = await mapOf([LAVAL, NICE]);
    await pressNamed(element, 'Agrandir la carte');
    const own = requested().filter(
      (name) => !name.includes('/packages/') && !name.includes('/node_modules/'),
    );
    expect(own).to.deep.equal([]);
    expect(element.renderRoot.querySelector('image')).to.equal(null);
    await part(element, '.credits', /svg-maps.*CC BY 4.0/);
  });

  it('draws the picture first, and keeps the room of what comes around it', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'requestIdleCallback');
    const held: (() => void)[] = [];
    Object.assign(window, { requestIdleCallback: (callback: () => void) => held.push(callback) });
    try {
      const element = document.createElement('cnr-map');
      element.meetings = [LAVAL, NICE, ...BREST];
      (await fixture(html`<div style="inline-size: 600px"></div>`)).append(element);
      await eventually(() => held[0], 'the end of the first picture');
      expect(land(element)).not.to.equal('');
      expect(markers(element).map(({ ariaLabel, textContent }) => ariaLabel ?? textContent)).to.have.length(
        3,
      );
      expect(partNow(element, '.insets')).to.equal(undefined);
      await expect(element).to.be.accessible();
      const before = element.offsetHeight;
      held.forEach((callback) => callback());
      await part(element, '.insets');
      expect(element.offsetHeight).to.be.closeTo(before, 16);
      expect(markers(element).every(({ ariaLabel }) => ariaLabel)).to.be.true;
    } finally {
      // Safari has none.
      delete (window as { requestIdleCallback?: unknown }).requestIdleCallback;
      if (own) Object.defineProperty(window, 'requestIdleCallback', own);
    }
  });

  it('draws tiles that the host names, and their attribution', async () => {
    // A picture that is asked of nobody, and says which it is.
    const tiles = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>#/{z}/{x}/{y}.png';
    const element = await mapOf([LAVAL, NICE], { tiles, tilesAttribution: '© Les tuiles' });
    const addresses = () =>
      [...element.renderRoot.querySelectorAll('image')].map((image) => image.getAttribute('href') ?? '');
    const [first = ''] = addresses();
    expect(first).to.match(/#\/\d+\/\d+\/\d+\.png$/);
    expect(addresses().length).to.be.within(4, 40);
    await part(element, '.credits', '© Les tuiles');
    // Paris, 2.35° east and 48.86° north, lies in tile 16 11 of the 32 a side.
    const zoom = Number(/(\d+)\/\d+\/\d+\.png$/.exec(first)?.[1]);
    const column = Math.floor(((2.35 + 180) / 360) * 2 ** zoom);
    expect(addresses().some((address) => address.includes(`/${zoom}/${column}/`))).to.be.true;
    const before = widthOf(element);
    for (let press = 0; press < 9; press += 1) await pressNamed(element, 'Agrandir la carte');
    // Nearer than contours go.
    expect(widthOf(element)).to.be.below(before / 300);
  });

  it('draws the contours that the operator imported', async () => {
    const asked: string[] = [];
    const backend = {
      contours: async (version: string) => {
        asked.push(version);
        const [head, ...lines] = CONTOURS.split('\n');
        return [`${head} IGN, Admin Express`, ...lines.slice(0, 3)].join('\n');
      },
    };
    const element = await mapOf([LAVAL], { contoursFrom: { backend, version: 'v1' } });
    await settled(element);
    expect(asked).to.deep.equal(['v1']);
    // The operator’s own: their source and nobody else is credited, and overseas is not in them.
    await part(element, '.credits', 'IGN, Admin Express');
    expect(element.renderRoot.querySelector('.credits a')).to.equal(null);
    expect(land(element)).not.to.equal('');
    expect(element.renderRoot.querySelectorAll('.insets .dotted')).to.have.length(5);
  });

  it('draws the built-in ones where others do not come, or are no contours', async () => {
    for (const contours of [async () => SMALL, async () => Promise.reject(new Error('a test’s network'))]) {
      const element = await mapOf([LAVAL], { contoursFrom: { backend: { contours }, version: 'v1' } });
      await part(element, '.credits', 'svg-maps');
      expect(markers(element)).to.have.length(1);
    }
  });
});
