import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { Gestures } from './gestures.js';

interface Call {
  name: string;
  x?: number;
  y?: number;
  factor?: number;
}

const round = (number: number) => Math.round(number * 1000) / 1000;

/** A stage of 200 by 100 pixels with a button on it, and what gestures made of it. */
async function stage({ zoomed = true } = {}): Promise<{ box: HTMLElement; calls: Call[] }> {
  const box = await fixture<HTMLElement>(html`<div><button type="button">Laval</button></div>`);
  box.style.cssText = 'position: fixed; left: 0; top: 0; width: 200px; height: 100px';
  const calls: Call[] = [];
  new Gestures(box, {
    isZoomed: () => zoomed,
    moveBy: ({ x, y }) => calls.push({ name: 'move', x: round(x), y: round(y) }),
    zoomBy: (factor, { x, y }) =>
      calls.push({ name: 'zoom', factor: round(factor), x: round(x), y: round(y) }),
    pressedAt: ({ x, y }) => calls.push({ name: 'press', x: round(x), y: round(y) }),
    pointedAt: () => undefined,
  });
  return { box, calls };
}

function pointer(target: Element, type: string, clientX: number, clientY: number): void {
  const init = { bubbles: true, clientX, clientY, button: 0, pointerId: 1, pointerType: 'mouse' };
  target.dispatchEvent(new PointerEvent(type, init));
}

/** Desktops have no `Touch` to make one of; what is read of it is where it is. */
function touch(target: Element, type: string, ...places: [number, number][]): Event {
  const touches = places.map(([clientX, clientY]) => ({ target, clientX, clientY }));
  const init = { bubbles: true, cancelable: true };
  const event = Object.assign(new Event(type, init), { touches, targetTouches: touches });
  target.dispatchEvent(event);
  return event;
}

function wheel(target: Element, init: WheelEventInit): Event {
  const event = new WheelEvent('wheel', {
    bubbles: true,
    cancelable: true,
    clientX: 50,
    clientY: 50,
    ...init,
  });
  target.dispatchEvent(event);
  return event;
}

describe('gestures on the map', () => {
  it('drag with the mouse, from a marker too, which is not pressed then', async () => {
    const { box, calls } = await stage();
    // No real pointer is down that could be captured.
    box.setPointerCapture = () => undefined;
    const button = box.querySelector('button')!;
    let pressed = 0;
    button.addEventListener('click', () => (pressed += 1));
    pointer(button, 'pointerdown', 100, 50);
    pointer(box, 'pointermove', 102, 50);
    expect(calls).to.deep.equal([]);
    pointer(box, 'pointermove', 80, 60);
    pointer(box, 'pointerup', 80, 60);
    button.click();
    expect(calls).to.deep.equal([{ name: 'move', x: 0.1, y: -0.1 }]);
    expect(pressed).to.equal(0);
    pointer(button, 'pointerdown', 100, 50);
    pointer(button, 'pointerup', 100, 50);
    button.click();
    expect(pressed).to.equal(1);
  });

  it('do not drag where all of it is in view', async () => {
    const { box, calls } = await stage({ zoomed: false });
    pointer(box, 'pointerdown', 100, 50);
    pointer(box, 'pointermove', 10, 10);
    expect(calls).to.deep.equal([]);
  });

  it('press the land', async () => {
    const { box, calls } = await stage();
    box.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 50, clientY: 50 }));
    expect(calls).to.deep.equal([{ name: 'press', x: 0.25, y: 0.5 }]);
  });

  it('leave the bare wheel to the page, and zoom with Ctrl or ⌘', async () => {
    const { box, calls } = await stage();
    expect(wheel(box, { deltaY: -100 }).defaultPrevented).to.be.false;
    expect(calls).to.deep.equal([]);
    expect(wheel(box, { deltaY: -100, ctrlKey: true }).defaultPrevented).to.be.true;
    expect(wheel(box, { deltaY: 3, deltaMode: 1, metaKey: true }).defaultPrevented).to.be.true;
    expect(calls[0]?.factor).to.be.above(1);
    expect(calls[1]?.factor).to.be.below(1);
    expect(calls[0]?.x).to.equal(0.25);
  });

  it('leave one finger to the page, and zoom and drag with two', async () => {
    const { box, calls } = await stage();
    expect(touch(box, 'touchstart', [100, 50]).defaultPrevented).to.be.false;
    expect(touch(box, 'touchmove', [120, 50]).defaultPrevented).to.be.false;
    touch(box, 'touchstart', [80, 50], [120, 50]);
    expect(touch(box, 'touchmove', [60, 50], [140, 50]).defaultPrevented).to.be.true;
    expect(calls.map(({ name }) => name)).to.deep.equal(['move', 'zoom']);
    expect(calls[1]).to.deep.equal({ name: 'zoom', factor: 2, x: 0.5, y: 0.5 });
    touch(box, 'touchend', [60, 50]);
    touch(box, 'touchmove', [90, 50]);
    expect(calls).to.have.length(2);
  });
});
