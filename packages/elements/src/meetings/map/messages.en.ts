import { counted, number } from '../../counted.en.js';
import { whenEn } from '../when.messages.en.js';
import type { MapMessages } from './messages.fr.js';

const meetings = (count: number) => (count === 0 ? 'no meeting' : counted(count, 'meeting', 'meetings'));

/** English sentences of `<cnr-map>`. */
export const en: MapMessages = {
  map: 'Map of the meetings',
  skip: 'Skip the map',
  where: 'Show on the map',
  whole: 'All of France',
  closer: 'Zoom in',
  farther: 'Zoom out',
  left: 'Move the map west',
  up: 'Move the map north',
  down: 'Move the map south',
  right: 'Move the map east',
  overseas: 'Overseas',
  meetings,
  count: (count) => number.format(count),
  territory: (name, count) => `${name}, ${meetings(count)}`,
  cluster: (count, town, zooms) =>
    zooms
      ? `${meetings(count)} around ${town}, zoom in`
      : `${meetings(count)} at the same place, ${town}, show in the list`,
  status: { planned: '', full: 'full', cancelled: 'cancelled', held: 'past' },
  legend: { planned: 'Meeting', full: 'Full', cancelled: 'Cancelled', held: 'Past' },
  holdsSelected: 'with the one that is chosen',
  approximate: 'approximate position',
  unknown: 'place unknown, point in the middle of the département',
  when: whenEn,
  origin: 'Place searched for',
  centred: (where) => `Map centred on ${where}`,
  shown: (count, where) => `${where}: ${meetings(count)} on the map`,
  remote: (count) => `${meetings(count)} online only: in the list, not on the map.`,
  middle: (count) =>
    `${meetings(count)} without a known place: the point is in the middle of the département.`,
  contours: (author) => `Contours: after ${author}, simplified`,
  help: 'Moving on the map',
  helpText:
    'Choose a département or a group of meetings. You can also use the buttons or the keyboard. Touch screen: two fingers. Mouse: the wheel, with Ctrl or ⌘.',
};
