// The least that such a map can be: one path of land, one of borders, a circle and a number for each group. No names, no
// keyboard, no overseas frames, nothing beside it.
import { readContours } from '@cnr-widgets/contract';
import Supercluster from 'supercluster';
import { CONTOURS } from '../../../packages/elements/dist/meetings/map/contours.data.js';
import { box, painted } from './page.js';

const SVG = 'http://www.w3.org/2000/svg';
const [WEST, NORTH, WIDTH, HEIGHT] = [-5.5, 51.5, 15.5, 14.5];
const at = ([longitude, latitude]) => [(longitude - WEST) * 40, (NORTH - latitude) * 40 * 1.45];

export async function draw(meetings) {
  const { departments, borders } = readContours(CONTOURS);
  const line = (places) =>
    `M${places.map((place) => at(place).map((number) => number.toFixed(1))).join('L')}`;
  const svg = document.createElementNS(SVG, 'svg');
  const add = (name, attributes, text = '') => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    svg.append(element);
    return element;
  };
  add('path', {
    d: [...departments.values()].flat().map(line).join(''),
    fill: '#ddd',
    'fill-rule': 'evenodd',
  });
  add('path', { d: borders.map(({ line: places }) => line(places)).join(''), fill: 'none', stroke: '#fff' });
  const index = new Supercluster({ radius: 42, extent: 512, maxZoom: 10 });
  index.load(
    meetings.map((meeting) => {
      const { longitude, latitude } = meeting.place.point;
      return {
        type: 'Feature',
        properties: meeting,
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      };
    }),
  );
  let zoom = 0;
  let shown = [];
  const show = () => {
    const part = 2 ** -zoom;
    const [width, height] = [WIDTH * part, HEIGHT * part];
    const [west, north] = [WEST + (WIDTH - width) / 2, NORTH - (HEIGHT - height) / 2];
    const [x, y] = at([west, north]);
    svg.setAttribute('viewBox', [x, y, width * 40, height * 58].join(' '));
    for (const element of shown) element.remove();
    shown = index.getClusters([west, north - height, west + width, north], zoom + 5).flatMap((feature) => {
      const [cx, cy] = at(feature.geometry.coordinates);
      const count = feature.properties.point_count ?? 1;
      return [
        add('circle', { cx, cy, r: 14 * part, fill: '#1b4f9c' }),
        add(
          'text',
          { x: cx, y: cy, fill: '#fff', 'font-size': 10 * part, 'text-anchor': 'middle' },
          String(count),
        ),
      ];
    });
  };
  show();
  box.append(svg);
  await painted();
  return {
    zoom: async (closer) => {
      zoom += closer ? 1 : -1;
      show();
      await painted();
    },
    markers: () => shown.length / 2,
  };
}
