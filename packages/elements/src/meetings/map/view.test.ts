import { expect } from '@open-wc/testing';
import { between, boxOf, framed, kept, moved, placeAt, within, zoomed } from './view.js';

const whole = { x: 0, y: 0, width: 150, height: 140 };

describe('a view of the map', () => {
  it('holds a box with room around, in the stage’s proportions', () => {
    const view = framed({ x: 0, y: 0, width: 10, height: 100 }, 0.1);
    expect(view.height).to.be.closeTo(120, 1e-9);
    expect(view.width / view.height).to.be.closeTo(15 / 14, 1e-9);
    expect(view.x + view.width / 2).to.be.closeTo(5, 1e-9);
  });

  it('keeps the place under two fingers where it is', () => {
    const at = { x: 0.25, y: 0.75 };
    const before = placeAt(whole, at);
    const after = placeAt(zoomed(whole, 3, at), at);
    expect(after.x).to.be.closeTo(before.x, 1e-9);
    expect(after.y).to.be.closeTo(before.y, 1e-9);
  });

  it('shows nothing outside of the region, and no less than there is to see', () => {
    const narrow = zoomed(whole, 2);
    expect(kept(moved(narrow, { x: -9, y: 9 }), whole, 5)).to.deep.equal({ ...narrow, x: 0, y: 70 });
    expect(kept(zoomed(whole, 0.5), whole, 5)).to.deep.equal(whole);
    expect(kept(zoomed(whole, 1000), whole, 5).width).to.equal(5);
  });

  it('flies from one view to another', () => {
    const to = { x: 100, y: 100, width: 15, height: 14 };
    expect(between(whole, to, 0)).to.deep.equal(whole);
    const end = between(whole, to, 1);
    expect(end.x).to.be.closeTo(100, 1e-9);
    expect(end.width).to.be.closeTo(15, 1e-9);
    expect(between(whole, { ...whole, x: 10 }, 0.5).x).to.equal(5);
  });

  it('is asked where places are', () => {
    expect(within(whole, { x: 75, y: 35 })).to.deep.equal({ x: 0.5, y: 0.25 });
    expect(boxOf([])).to.equal(undefined);
    expect(
      boxOf([
        { x: 3, y: 1 },
        { x: 1, y: 5 },
      ]),
    ).to.deep.equal({ x: 1, y: 1, width: 2, height: 4 });
  });
});
