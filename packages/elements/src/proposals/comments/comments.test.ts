import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../define/proposals.js';
import { backendOf, eventually, part, press, publishedOf, type } from '../../testing/fixtures.js';

const [BUS, FIRST, SECOND] = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`);

describe('<cnr-comments>', () => {
  it('leaves the report that is being written with its comment, when the one before it goes', async () => {
    const publishedOn = '2026-10-02';
    const comments = [
      { id: FIRST!, text: 'Le premier.', publishedOn },
      { id: SECOND!, text: 'Le deuxième.', publishedOn },
    ];
    const published = publishedOf({
      territory: { level: 'national' },
      questionnaire: undefined,
      proposals: { asks: 'questions', moderation: 'after', comments: true },
    });
    const proposals = { 'la-salle': [{ id: BUS!, title: 'Un bus ?', text: 'Aucun ne part.', comments }] };
    const backend = backendOf(published, { proposals });
    const list = await fixture<HTMLElement>(
      html`<cnr-proposals .backend=${backend} consultation="la-salle" proposal=${BUS!}></cnr-proposals>`,
    );
    const page = await part(list, 'cnr-proposal');
    (await part(page, 'summary', 'Commentaires (2)')).click();
    const read = await part(page, 'cnr-comments');
    const item = await part(read, 'li', 'Le deuxième.');
    item.querySelector('summary')?.click();
    const report = await eventually(() => item.querySelector('cnr-report'), 'the report');
    await type(report, '#text', 'Il donne un nom.');

    backend.moderate(FIRST!, 'refused', 'Hors sujet');
    const form = await part(read, 'cnr-comment');
    await type(form, '#text', 'Moi aussi.');
    await press(form, 'Envoyer le commentaire');
    await part(read, 'li', 'Moi aussi.');
    await eventually(
      () => read.shadowRoot?.querySelectorAll('li').length === 2,
      'the list without the first',
    );

    const now = await part(read, 'li', 'Le deuxième.');
    expect(now.querySelector('details')?.open).to.equal(true);
    expect(now.querySelector('cnr-report')).to.equal(report);
    expect(report.subject).to.equal(`comment:${SECOND}`);
    const other = await part(read, 'li', 'Moi aussi.');
    expect(other.querySelector('details')?.open).to.equal(false);
    (await part(report, 'label', 'Il est hors sujet')).querySelector('input')?.click();
    await press(report, 'Signaler aux modérateurs');
    await eventually(() => backend.rows('report').length === 1, 'the report');
    expect(backend.rows('report').map(({ payload: { subject, text } }) => [subject, text])).to.deep.equal([
      [`comment:${SECOND}`, 'Il donne un nom.'],
    ]);
  });
});
