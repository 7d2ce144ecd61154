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
  unknown: 'place not located, put in the middle of the département',
  when: whenEn,
  origin: 'Place searched for',
  centred: (where) => `Map centred on ${where}`,
  shown: (count, where) => `${where}: ${meetings(count)} on the map`,
  remote: (count) =>
    count === 1
      ? 'One meeting takes place from afar only: it is not on the map, but in the list.'
      : `${counted(count, 'meeting', 'meetings')} take place from afar only: they are not on the map, but in the list.`,
  middle: (count) =>
    count === 1
      ? 'One meeting whose place is not located stands in the middle of its département.'
      : `${counted(count, 'meeting', 'meetings')} whose place is not located stand in the middle of their département.`,
  contours: (author) => `Contours: after ${author}, simplified`,
  help: 'Moving on the map',
  helpText:
    'Choose a département or a group of meetings to zoom in. The buttons + and − and the arrows do it too, and so do the keyboard, two fingers, or the wheel with the Ctrl or ⌘ key.',
};
