import { counted } from '../counted.en.js';
import { failureEn } from '../failure.messages.en.js';
import { factsEn } from './facts.messages.en.js';
import type { MeetingsMessages } from './messages.fr.js';
import { knownEn } from './registering/known.messages.en.js';
import { whenEn } from './when.messages.en.js';

const meetings = (count: number) => counted(count, 'meeting', 'meetings');

/** English sentences of `<cnr-meeting-map>`. */
export const en: MeetingsMessages = {
  failedTitle: 'The list of meetings cannot be shown',
  failure: failureEn,
  loading: 'Loading the meetings…',
  skip: 'Skip the meetings',
  when: whenEn,
  facts: factsEn,
  known: knownEn,

  title: 'Public meetings',
  kept: (date) => `The service does not reply. This is the list of ${date}: it may have changed.`,
  retry: 'Try again',
  refresh: 'Refresh the list',

  searchLabel: 'Town, postal code or département',
  search: 'Search',
  searching: 'Searching…',
  near: 'Near me',
  locating: 'Looking for your position…',
  nearHint: 'Your position sorts the list on this device. It is sent to nobody.',
  here: 'Near me',
  choose: (query) => `Several places match “${query}”. Which one?`,
  commune: (name, departement, code) => `${name}, ${departement} (${code})`,
  departement: (name, code) => `${name} (département ${code})`,
  trouble: {
    empty: 'Write the name of a town, a postal code or a département, for example “Laval” or “53000”.',
    unknown: 'No place of this name. Check the spelling, or try the postal code.',
    offline:
      'Without a network only départements are found. Write a département or a postal code, for example “Mayenne” or “53”.',
    unreachable: 'The search for towns does not reply. Write a département, for example “Mayenne” or “53”.',
    denied: 'Your browser does not give your position. Write your town or your postal code instead.',
    unlocated: 'Your position was not found. Write your town or your postal code instead.',
  },

  filters: 'Filter the meetings',
  filtersOn: (count) => ` (${counted(count, 'filter', 'filters')})`,
  theme: 'Theme',
  all: 'All',
  period: 'Period',
  periods: { '': 'Any date', week: 'This week', month: 'This month', dates: 'Choose dates' },
  from: 'From',
  to: 'To',
  since: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  range: (from, to) => `from ${from} to ${to}`,
  attendance: 'How to take part',
  attendances: { '': 'On site or online', 'on-site': 'On site', remote: 'Online' },
  access: 'Accessibility',
  needs: { stepFree: 'Step-free access', hearingLoop: 'Hearing loop', signLanguage: 'Sign language' },
  available: 'Places available',
  held: 'Show past meetings',
  active: 'Filters chosen',
  remove: (filter) => `Remove: ${filter}`,
  reset: 'Clear the search and the filters',

  count: (total, shown) =>
    shown < total ? `${counted(shown, 'shown', 'shown')} of ${meetings(total)}` : meetings(total),
  nearest: (place) => `the nearest first, in a straight line from ${place}`,
  nearestHere: 'the nearest first, in a straight line from your position',
  inside: (count, place) => `${meetings(count)} for ${place}, then the others`,
  noneInside: (place) => `none for ${place}; here are the others`,
  more: (left) => `Show more (${counted(left, 'other', 'others')})`,
  none: 'No meeting has been announced yet.',
  allHeld: 'All meetings have taken place. Their reports are below where they are published.',
  noMatch: 'No meeting fits these filters.',
  heldMatch: (count) => (count === 1 ? 'One past meeting does.' : `${meetings(count)} of the past do.`),
  suggestions: { near: 'The nearest meetings', soon: 'The next meetings' },

  toMap: 'Show the map',
  toList: 'Show the list',
  mapFailed: 'The map cannot be shown. The list gives the same information.',
  picked: (count) => (count === 1 ? 'Meeting chosen on the map' : `${meetings(count)} at this place`),
  marked: 'Chosen on the map',
  back: 'Back to the list',
  partFailed: 'This meeting could not be loaded. Check your network, then try again.',
};
