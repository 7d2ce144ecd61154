import { expect } from '@open-wc/testing';
import '../define/meeting-map.js';
import { inDays, part, press } from '../testing/fixtures.js';
import { assertReadable } from '../testing/layout.js';
import { LAVAL, meetingMap, search, set, written } from '../testing/meetings.js';

const long = written(2, {
  title: 'Anticonstitutionnellement : une réunion au centre hospitalier intercommunal',
  organiser: 'Préfecture de la Sarthe, présidente de la commission des mobilités',
  ...{ remote: {}, places: { onSite: 12, remote: 12_345 }, registration: {} },
  accessibility: { stepFree: true, hearingLoop: true, signLanguage: true },
  place: {
    ...{ name: 'Salle polyvalente Désoxyribonucléique', address: '3 place de Hercé', postalCode: '53000' },
    ...{ city: 'Laval', departement: '53', point: LAVAL, located: 'commune' },
  },
  sessions: [1, 2, 3].map((day) => ({ start: inDays(day), end: inDays(day + 0.1) })),
  description: 'On y parle **des soins**.\n\n- De nuit\n- De jour',
  documents: [{ title: 'Le dossier de la réunion', url: 'https://prefecture.example/dossier.pdf' }],
});

describe('<cnr-meeting-map>, as a reader sets the page', () => {
  it('can be read: the list, its filters, several places, nothing found, and one opened', async () => {
    const list = await meetingMap([long, written(3, { status: 'cancelled' })], {
      calendars: 'https://participation.example/v1',
    });
    await part(list, '#count', '2 réunions');
    assertReadable(list, 'the list');
    (await part<HTMLDetailsElement>(list, '.narrowing')).open = true;
    await set(list, 'period', 'dates');
    await part(list, '#from');
    await search(list, 'Saint-Denis');
    await press(list, 'Saint-Denis, La Réunion');
    await set(list, 'theme', 'École');
    assertReadable(list, 'the filters');
    (await part(list, '#hearingLoop')).click();
    (await part(list, '#signLanguage')).click();
    await set(list, 'theme', 'Santé');
    await part(list, '.empty');
    assertReadable(list, 'nothing found');
    await press(list, 'Effacer la recherche');
    await press(list, 'Anticonstitutionnellement');
    const opened = await part(list, 'cnr-meeting');
    (await part<HTMLDetailsElement>(opened, '.follow')).open = true;
    await part(opened, 'strong', 'des soins');
    assertReadable(list, 'one opened');
    assertReadable(opened, 'the meeting');
  });

  it('keeps its room while the list is on its way', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const list = await meetingMap([], {
      intercept: ({ name, moment }) => (name === 'meetings' && moment === 'before' ? held : undefined),
    });
    await part(list, '.skeleton');
    const before = list.getBoundingClientRect().height;
    answer();
    await part(list, '#count', 'Aucune réunion');
    expect(list.getBoundingClientRect().height).to.equal(before);
  });
});
