import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../define/meeting-map.js';
import { backendOf, eventually, part, partNow, press, Network } from '../testing/fixtures.js';
import {
  announced,
  focused,
  LE_MANS,
  meetingMap,
  position,
  search,
  titles,
  written,
} from '../testing/meetings.js';
import type { CnrMeetingMap } from './meeting-map.js';

describe('<cnr-meeting-map>: where', () => {
  let network: Network;

  beforeEach(() => {
    network = new Network();
  });

  const located = [
    written(1),
    written(2, { place: { city: 'Le Mans', departement: '72', point: LE_MANS } }),
    written(3, { place: undefined, remote: {} }),
  ];

  it('sorts by distance from the place that was searched, and says it; the filter can be taken away', async () => {
    const list = await meetingMap(located);
    await search(list, '72000');
    await part(
      list,
      '#count',
      '3 réunions, les plus proches d’abord, en ligne droite depuis Le Mans, Sarthe (72)',
    );
    expect(titles(list)).to.deep.equal(['Réunion 2', 'Réunion 1', 'Réunion 3']);
    await part(list, '#item-reunion-2', 'à moins d’un kilomètre');
    await part(list, '#item-reunion-1', 'à environ 72 kilomètres');
    await press(list, 'Retirer : Le Mans');
    await part(list, '#count', /^\s*3 réunions\s*$/);
    await eventually(() => focused(list) === 'count', 'the focus');
    expect(titles(list)[0]).to.equal('Réunion 1');
    expect(partNow<HTMLInputElement>(list, '#place')?.value).to.equal('');
  });

  it('lets one choose where several places have the name, and says when there is none', async () => {
    const list = await meetingMap(located);
    await search(list, 'Saint-Denis');
    await part(list, 'p[role=status]', 'Plusieurs lieux');
    await expect(list).to.be.accessible();
    await press(list, 'Saint-Denis, La Réunion (974)');
    await part(list, '#count', 'aucune pour Saint-Denis, La Réunion (974)');
    await eventually(() => focused(list) === 'count', 'the focus');
    await search(list, 'Nulle-Part');
    await part(list, '#place-trouble', 'Aucun lieu de ce nom');
    expect(partNow(list, '#place')?.getAttribute('aria-describedby')).to.equal('place-trouble');
    await expect(list).to.be.accessible();
    await search(list, ' ');
    await part(list, '#place-trouble', 'par exemple');
  });

  it('finds départements without the network, and says that communes need it', async () => {
    const list = await meetingMap(located, network);
    await part(list, '#count', '3');
    network.cut('places');
    await search(list, '53000');
    await part(list, '#count', '1 réunion pour Mayenne (département 53), puis les autres');
    await search(list, 'Laval');
    await part(list, '#place-trouble', 'seuls les départements');
  });

  it('sorts by the device’s position, which no call carries', async () => {
    const calls: string[] = [];
    const restore = position((found) => {
      found({ coords: { ...LE_MANS } } as unknown as GeolocationPosition);
    });
    try {
      const list = await meetingMap(located, { intercept: ({ name }) => void calls.push(name) });
      await part(list, '#count', '3');
      calls.length = 0;
      await press(list, 'Près de chez moi');
      await part(list, '#count', 'depuis votre position');
      expect([titles(list)[0], calls.length]).to.deep.equal(['Réunion 2', 0]);
    } finally {
      restore();
    }
  });

  for (const [code, words] of [
    [1, 'ne donne pas votre position'],
    [2, 'n’a pas été trouvée'],
    [3, 'n’a pas été trouvée'],
  ] as const) {
    it(`says kindly that there is no position (${code})`, async () => {
      const restore = position((_found, failed) => failed({ code } as GeolocationPositionError));
      try {
        const list = await meetingMap(located);
        await press(list, 'Près de chez moi');
        await part(list, '#place-trouble', words);
        expect(titles(list)).to.have.length(3);
      } finally {
        restore();
      }
    });
  }

  it('begins at the département that the host names', async () => {
    const backend = backendOf(announced(), { meetings: { 'la-salle': located } });
    const list = await fixture<CnrMeetingMap>(
      html`<cnr-meeting-map .backend=${backend} consultation="la-salle" departement="72"></cnr-meeting-map>`,
    );
    await part(list, '#count', '1 réunion pour Sarthe (département 72), puis les autres');
    expect(titles(list)[0]).to.equal('Réunion 2');
  });
});
