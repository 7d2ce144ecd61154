import { expect } from '@open-wc/testing';
import '../define/meeting-map.js';
import { eventually, inDays, part, partNow, press } from '../testing/fixtures.js';
import { focused, meetingMap, position, search, set, titles, written } from '../testing/meetings.js';

describe('<cnr-meeting-map>', () => {
  it('lists the meetings to come, with all that is known of them in words, and passes axe', async () => {
    const list = await meetingMap([
      written(2, {
        ...{ remote: {}, places: { onSite: 12, remote: 300 }, registration: {} },
        accessibility: { stepFree: true, hearingLoop: false, signLanguage: true },
      }),
      written(3, { status: 'cancelled' }),
      written(4, { place: undefined, remote: {} }),
      written(-3),
    ]);
    await part(list, '#count', '3 réunions');
    expect(titles(list)).to.deep.equal(['Réunion 2', 'Réunion 3', 'Réunion 4']);
    await part(list, '#item-reunion-2', 'Laval, Mayenne (53) · aussi à distance');
    await part(
      list,
      '#item-reunion-2',
      '12 places libres sur place · 300 places libres à distance · accès de plain-pied · langue des signes',
    );
    await part(list, '#item-reunion-3', 'Annulée');
    await part(list, '#item-reunion-4', 'À distance');
    await expect(list).to.be.accessible();
  });

  it('leaves nothing on the device that only read, and asks for no position', async () => {
    const before = (await indexedDB.databases()).length;
    let asked = 0;
    const restore = position(() => (asked += 1));
    try {
      const list = await meetingMap();
      await part(list, '#count', '3 réunions');
      await search(list, 'Le Mans');
      await part(list, '#count', 'depuis Le Mans');
      expect(asked).to.equal(0);
      await press(list, 'Près de chez moi');
      await eventually(() => asked === 1, 'the question');
    } finally {
      restore();
    }
    expect((await indexedDB.databases()).length).to.equal(before);
    expect([document.cookie, localStorage.length, sessionStorage.length]).to.deep.equal(['', 0, 0]);
  });

  it('filters, shows what stands, and proposes the next where nothing fits', async () => {
    const list = await meetingMap();
    await set(list, 'theme', 'École');
    await part(list, '#count', '1 réunion');
    (await part(list, '#hearingLoop')).click();
    await part(list, '.empty', 'Aucune réunion ne correspond');
    await part(list, 'h3', 'Les prochaines réunions');
    expect(titles(list)).to.have.length(3);
    await part(list, 'summary', '2 filtres');
    await expect(list).to.be.accessible();
    await press(list, /Retirer.*École/);
    await eventually(() => !partNow(list, '.chip', 'École'), 'one filter less');
    await press(list, 'Effacer la recherche');
    await part(list, '#count', '3 réunions');
    await eventually(() => focused(list) === 'count', 'the focus');
  });

  it('filters by dates of one’s own choice', async () => {
    const list = await meetingMap();
    await set(list, 'period', 'dates');
    const field = await part<HTMLInputElement>(list, '#from');
    field.value = inDays(2.5).slice(0, 10);
    field.dispatchEvent(new Event('change'));
    await part(list, '.chip', 'à partir du');
    await eventually(() => !titles(list).includes('Réunion 1'), 'fewer');
  });

  it('shows past ones on demand, with their reports', async () => {
    const list = await meetingMap([written(1), written(-2, { report: 'Beaucoup de monde.' })]);
    await part(list, '#count', '1 réunion');
    (await part(list, '#held')).click();
    await part(list, '#count', '2 réunions');
    await part(list, 'li', 'compte rendu publié');
    await part(list, 'li', 'Passée');
  });

  it('shows them at once where there are no others, and says when there is none at all', async () => {
    const over = await meetingMap([written(-2)]);
    await part(over, '#count', '1 réunion');
    await part(over, '.note', 'Toutes les réunions ont eu lieu');
    const none = await meetingMap([]);
    await part(none, '#count', 'Aucune réunion n’est annoncée');
    expect(partNow(none, 'form')).to.equal(undefined);
    await expect(none).to.be.accessible();
  });

  it('comes page by page; the first of those that came takes the focus', async () => {
    const many = Array.from({ length: 45 }, (_, number) => written(number + 1));
    const list = await meetingMap(many);
    await part(list, '#count', '20 affichées sur 45 réunions');
    await press(list, 'Voir plus (encore 25 autres)');
    await eventually(() => focused(list) === 'open-reunion-21', 'the focus');
    await press(list, 'Voir plus (encore 5 autres)');
    await eventually(() => titles(list).length === 45, 'all of them');
    expect(partNow(list, '.more')).to.equal(undefined);
  });

  it('takes ten thousand', async () => {
    const many = Array.from({ length: 10_000 }, (_, number) =>
      written(1 + (number % 60), { id: `m-${number}` }),
    );
    const list = await meetingMap(many);
    await part(list, '#count', '20 affichées sur 10 000 réunions');
    expect(titles(list)).to.have.length(20);
    await search(list, '72000');
    await part(list, '#count', 'depuis Le Mans');
  });

  it('prints every one of them', async () => {
    const list = await meetingMap(Array.from({ length: 25 }, (_, number) => written(number + 1)));
    await part(list, '#count', '20 affichées');
    window.dispatchEvent(new Event('beforeprint'));
    expect(titles(list)).to.have.length(25);
    window.dispatchEvent(new Event('afterprint'));
    expect(titles(list)).to.have.length(20);
  });

  it('opens one in place, tells the host, and comes back to where one was', async () => {
    const list = await meetingMap();
    const opened: string[] = [];
    list.addEventListener('cnr-meeting-opened', (event) =>
      opened.push(`${event.consultation} ${event.meeting}`),
    );
    await press(list, 'Réunion 2');
    const meeting = await part(list, 'cnr-meeting');
    await part(meeting, '#step', 'Réunion 2');
    await eventually(() => meeting.shadowRoot?.activeElement?.id === 'step', 'the focus');
    expect(opened).to.deep.equal(['la-salle reunion-2']);
    await expect(list).to.be.accessible();
    await press(list, 'Retour à la liste');
    await eventually(() => focused(list) === 'open-reunion-2', 'the focus');
  });

  it('opens the one that the page’s address names', async () => {
    history.replaceState(null, '', '#cnr-meeting=reunion-3');
    try {
      const list = await meetingMap();
      await part(await part(list, 'cnr-meeting'), '#step', 'Réunion 3');
    } finally {
      history.replaceState(null, '', location.pathname + location.search);
    }
  });
});
