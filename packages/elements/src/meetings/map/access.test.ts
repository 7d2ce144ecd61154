import { expect, oneEvent } from '@open-wc/testing';
import { eventually, part, partNow } from '../../testing/fixtures.js';
import { narrow, READERS, unreadable } from '../../testing/layout.js';
import { focused, mapOf, markers, names, pressNamed, settled, viewOf, widthOf } from '../../testing/map.js';
import {
  BREST,
  LAVAL,
  LILLE,
  NICE,
  SAINT_DENIS,
  manyMeetings,
  meetingAt,
} from '../../testing/map-meetings.js';
import type { CnrMap } from './map.js';

const ALL = [LAVAL, LILLE, NICE, SAINT_DENIS, ...BREST];

async function key(element: CnrMap, name: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  (focused(element) ?? markers(element)[0])?.dispatchEvent(event);
  await settled(element);
  return event;
}

interface Pixel {
  readonly clientX: number;
  readonly clientY: number;
}

/** @param x and y in parts of the stage */
function spotOn(stage: Element, x: number, y: number): Pixel {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { clientX: left + width * x, clientY: top + height * y };
}

function point(target: Element, at: Pixel): void {
  target.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', ...at }));
}

describe('<cnr-map>, for everybody', () => {
  for (const { who, setting } of [{ who: 'who has a narrow screen', setting: {} }, ...READERS]) {
    it(`can be read by ${who}`, async () => {
      const status = 'cancelled' as const;
      const element = await mapOf([
        ...ALL,
        meetingAt('off', {}, { status }),
        { ...LAVAL, id: 'x', place: undefined },
      ]);
      narrow(element, setting);
      await settled(element);
      expect(unreadable(element)).to.deep.equal([]);
      await pressNamed(element, 'La Réunion');
      expect(unreadable(element)).to.deep.equal([]);
    });
  }

  it('keeps east on the right where the page reads from right to left', async () => {
    const element = await mapOf([LILLE, ...BREST]);
    const left = (marker: Element) => marker.getBoundingClientRect().left;
    const before = markers(element).map(left);
    if (element.parentElement) element.parentElement.dir = 'rtl';
    await settled(element);
    expect(markers(element).map(left)).to.deep.equal(before);
  });

  it('has nothing that axe finds, in each state', async () => {
    const held = meetingAt('held', { departement: '13', latitude: 43.4, longitude: 5.2 }, { status: 'held' });
    const element = await mapOf([...ALL, held, { ...LAVAL, id: 'x', place: undefined }]);
    await expect(element).to.be.accessible();
    element.selected = 'laval';
    element.area = '53';
    await settled(element);
    await expect(element).to.be.accessible();
    await pressNamed(element, 'La Réunion');
    await expect(element).to.be.accessible();
    element.meetings = [];
    element.area = undefined;
    await settled(element);
    await expect(element).to.be.accessible();
  });

  it('has targets of 24 pixels at least', async () => {
    const element = await mapOf([...ALL, ...manyMeetings(300)], { area: '53' });
    const buttons = [...element.renderRoot.querySelectorAll('button, select')];
    expect(buttons.length).to.be.above(15);
    for (const button of buttons) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.outerHTML).to.be.at.least(24);
    }
  });

  it('makes fewer groups where text is larger', async () => {
    const element = await mapOf(manyMeetings(2000));
    const before = markers(element).length;
    element.style.fontSize = '32px';
    await eventually(() => markers(element).length < before, 'larger groups');
  });

  it('moves by keys once it is zoomed, and leaves them to the page before', async () => {
    const element = await mapOf(ALL);
    markers(element)[0]?.focus();
    expect((await key(element, 'ArrowDown')).defaultPrevented).to.be.false;
    const whole = widthOf(element);
    expect((await key(element, '+')).defaultPrevented).to.be.true;
    expect(widthOf(element)).to.be.closeTo(whole / 2, 1);
    const [x = NaN, y = NaN] = viewOf(element);
    await key(element, 'ArrowLeft');
    await key(element, 'ArrowUp');
    expect(viewOf(element)[0]).to.be.below(x);
    expect(viewOf(element)[1]).to.be.below(y);
    expect((await key(element, '+', { ctrlKey: true })).defaultPrevented).to.be.false;
    await key(element, '-');
    expect(widthOf(element)).to.equal(whole);
  });

  it('does by buttons what gestures do', async () => {
    const element = await mapOf(ALL);
    expect(partNow(element, '.arrow')).to.equal(undefined);
    await pressNamed(element, 'Agrandir la carte');
    const [x = NaN, y = NaN] = viewOf(element);
    await pressNamed(element, 'vers l’est');
    await pressNamed(element, 'vers le sud');
    expect(viewOf(element)[0]).to.be.above(x);
    expect(viewOf(element)[1]).to.be.above(y);
    await pressNamed(element, 'vers l’ouest');
    await pressNamed(element, 'vers le nord');
    expect(viewOf(element)).to.deep.equal([x, y, ...viewOf(element).slice(2)]);
    await pressNamed(element, 'Réduire la carte');
    expect(partNow(element, '.arrow')).to.equal(undefined);
  });

  it('says by words that nothing is nearer or farther, and keeps the focus there', async () => {
    const element = await mapOf(ALL);
    const farther = await part<HTMLButtonElement>(element, 'button', 'Réduire la carte');
    expect(farther.ariaDisabled).to.equal('true');
    const closer = await part<HTMLButtonElement>(element, 'button', 'Agrandir la carte');
    closer.focus();
    for (let press = 0; closer.ariaDisabled !== 'true'; press += 1) {
      expect(press).to.be.below(12);
      closer.click();
      await settled(element);
    }
    expect(focused(element)).to.equal(closer);
    expect(farther.ariaDisabled).to.equal('false');
  });

  it('keeps the focus on its marker while others come and go', async () => {
    const element = await mapOf([LAVAL, NICE]);
    const laval = markers(element).find(({ ariaLabel }) => ariaLabel?.startsWith('Laval'));
    laval?.focus();
    element.meetings = [LILLE, LAVAL, ...BREST];
    await settled(element);
    expect(focused(element)).to.equal(laval);
    expect(names(element).map((name) => name?.split(',')[0])).to.deep.equal([
      'Lille',
      '2 réunions au même endroit',
      'Laval',
    ]);
    element.meetings = [LILLE, ...BREST];
    await settled(element);
    expect(markers(element).indexOf(focused(element) as HTMLButtonElement)).to.equal(1);
    element.meetings = [];
    await settled(element);
    expect(focused(element)?.ariaLabel).to.equal('Réduire la carte');
  });

  it('keeps the focus when the arrows go', async () => {
    const element = await mapOf(ALL);
    await pressNamed(element, 'Agrandir la carte');
    (await part(element, 'button', 'vers l’est')).focus();
    await key(element, '-');
    expect(focused(element)?.ariaLabel).to.equal('Réduire la carte');
  });

  it('takes no focus that it was not given', async () => {
    const element = await mapOf(ALL);
    element.area = '53';
    element.selected = 'nice';
    await settled(element);
    expect(focused(element)).to.equal(null);
  });

  it('can be passed', async () => {
    const element = await mapOf(ALL);
    const skip = await part<HTMLAnchorElement>(element, 'a', 'Passer la carte');
    skip.focus();
    expect(skip.getBoundingClientRect().width).to.be.above(24);
    skip.click();
    expect(focused(element)?.id).to.equal('after');
    expect(element.renderRoot.lastElementChild).to.equal(focused(element));
  });

  it('shows by the mouse and the focus what a marker and a département are', async () => {
    const element = await mapOf(ALL);
    const laval = markers(element).find(({ ariaLabel }) => ariaLabel?.startsWith('Laval'));
    laval?.focus();
    await part(element, '.tip', 'Laval, jeudi 3 décembre');
    await key(element, 'Escape');
    expect(partNow(element, '.tip')).to.equal(undefined);
    laval?.blur();
    const stage = await part(element, '.stage');
    point(stage, spotOn(stage, 0.47, 0.45));
    await part(element, '.tip', /, aucune réunion/);
    stage.dispatchEvent(new PointerEvent('pointerleave'));
    await settled(element);
    expect(partNow(element, '.tip')).to.equal(undefined);
  });

  it('lets the mouse onto what it shows, beside what that is about, and Escape take it away from anywhere', async () => {
    const element = await mapOf(ALL);
    const stage = await part(element, '.stage');
    const at = spotOn(stage, 0.47, 0.45);
    point(stage, at);
    const tip = await part(element, '.tip', /, aucune réunion/);
    const words = tip.textContent;
    const frame = stage.getBoundingClientRect();
    const { left, top, right, bottom, width } = tip.getBoundingClientRect();
    expect(left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom).to.equal(
      true,
    );
    // From the pointed place straight down onto the tip, nothing else is pointed at.
    const x = Math.min(Math.max(at.clientX, left + 1), right - 1);
    expect(Math.abs(left + width / 2 - at.clientX)).to.be.below(width / 2);
    expect(top - at.clientY).to.be.within(0, 24);
    for (let y = at.clientY; y < top; y += 2) point(stage, { clientX: at.clientX, clientY: y });
    point(tip, { clientX: x, clientY: (top + bottom) / 2 });
    await settled(element);
    expect((await part(element, '.tip')).textContent).to.equal(words);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled(element);
    expect(partNow(element, '.tip')).to.equal(undefined);
    point(stage, at);
    await settled(element);
    expect(partNow(element, '.tip')).to.equal(undefined);
    point(stage, spotOn(stage, 0.55, 0.3));
    await part(element, '.tip', /, aucune réunion/);
    // Behind who goes down, so that it does not lie over what they go to.
    const lower = spotOn(stage, 0.55, 0.5);
    point(stage, lower);
    await settled(element);
    expect(partNow(element, '.tip')?.getBoundingClientRect().bottom).to.be.below(lower.clientY);
  });

  it('keeps what the focus shows when the mouse came and went, and goes where a tip says', async () => {
    const element = await mapOf(ALL);
    const stage = await part(element, '.stage');
    markers(element)
      .find(({ ariaLabel }) => ariaLabel?.startsWith('Laval'))
      ?.focus();
    await part(element, '.tip', 'Laval, jeudi 3 décembre');
    point(stage, spotOn(stage, 0.47, 0.45));
    const named = (await part(element, '.tip', /, aucune réunion/)).textContent;
    stage.dispatchEvent(new PointerEvent('pointerleave'));
    await part(element, '.tip', 'Laval, jeudi 3 décembre');
    point(stage, spotOn(stage, 0.47, 0.45));
    await part(element, '.tip', named);
    const asked = oneEvent(element, 'map-area');
    partNow(element, '.tip')?.click();
    expect((await asked).detail).to.deep.equal({ departement: '18' });
  });

  it('flies to a place where motion is not reduced, and is there at once where it is', async () => {
    const element = await mapOf(ALL);
    const whole = widthOf(element);
    // The tests’ browser asks for reduced motion.
    element.area = '53';
    await element.updateComplete;
    const near = widthOf(element);
    expect(near).to.be.below(whole / 4);
    const matchMedia = window.matchMedia.bind(window);
    window.matchMedia = (query) =>
      query.includes('reduced-motion') ? matchMedia('not all') : matchMedia(query);
    try {
      element.area = undefined;
      await element.updateComplete;
      expect(widthOf(element)).to.equal(near);
      await eventually(() => widthOf(element) === whole, 'the end of the flight');
    } finally {
      window.matchMedia = matchMedia;
    }
  });
});
