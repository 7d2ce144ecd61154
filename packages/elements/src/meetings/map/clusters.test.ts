import { expect } from '@open-wc/testing';
import { BREST, LAVAL, manyMeetings, meetingAt } from '../../testing/map-meetings.js';
import { Clusters, type Group } from './clusters.js';
import { builtInContours } from './contours.js';
import { Placing } from './placing.js';
import { MAINLAND } from './region.js';
import { centred } from './view.js';

const NARROWEST = 8;

/** Some metres from Laval's, and three hundred: what no view tells apart, or the deepest alone. */
const NEAR = [0.0001, 0.003, 0.007].map((aside) =>
  meetingAt(`near-${aside}`, { latitude: 48.0733 + aside, longitude: -0.7689 }),
);

describe('the groups of meetings', () => {
  const meetings = [...manyMeetings(600), LAVAL, ...NEAR, ...BREST];
  const placing = new Placing(meetings, builtInContours().contours, false);
  const { whole } = placing.region(MAINLAND);
  const clusters = new Clusters(placing.placed(MAINLAND), whole, 600, NARROWEST);
  const deepest = clusters.zoomOf(centred(whole, NARROWEST));
  const depths = Array.from({ length: deepest + 1 }, (_, zoom) => zoom);
  const groupsAt = depths.map((zoom) => clusters.in(whole, zoom));
  const idsOf = (group: Group) => clusters.meetingsOf(group).map(({ meeting }) => meeting.id);

  it('hold every meeting once at each zoom', () => {
    for (const groups of groupsAt) {
      const held = groups.flatMap(idsOf);
      expect(held).to.have.length(placing.placed(MAINLAND).length);
      expect(new Set(held).size).to.equal(held.length);
    }
  });

  it('come apart where they are said to, and those that never do are said to', () => {
    const told = new Set<boolean>();
    for (const zoom of depths) {
      for (const group of groupsAt[zoom] ?? []) {
        const factor = clusters.opensBy(group, zoom);
        told.add(factor !== undefined);
        expect(clusters.opens(group), group.key).to.equal(factor !== undefined);
        const nearer = factor === undefined ? deepest : zoom + Math.log2(factor);
        const ids = idsOf(group);
        const stays = groupsAt[nearer]?.some((other) => {
          const held = new Set(idsOf(other));
          return ids.every((id) => held.has(id));
        });
        expect(stays, `${group.key} at ${nearer}`).to.equal(factor === undefined);
      }
    }
    expect(told.size).to.equal(2);
  });

  it('keep their key at every zoom that leaves them whole, so that the focus stays', () => {
    const keyOfBrest = (groups: readonly Group[]) =>
      groups.find((group) => group.count === 2 && idsOf(group).includes('brest-1'))?.key;
    const keys = groupsAt.map(keyOfBrest).filter((key) => key !== undefined);
    expect(keys.length).to.be.above(deepest / 2);
    expect(new Set(keys).size).to.equal(1);
    for (const groups of groupsAt) expect(new Set(groups.map(({ key }) => key)).size).to.equal(groups.length);
  });
});
