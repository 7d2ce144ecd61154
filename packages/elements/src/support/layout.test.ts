import { expect } from '@open-wc/testing';
import '../define/support.js';
import { part } from '../testing/fixtures.js';
import { narrow, READERS, unreadable } from '../testing/layout.js';
import { BENCHES, announced, button, counted, supportable } from '../testing/supports.js';

describe('<cnr-support>, as a reader sets the page', () => {
  for (const { who, setting } of READERS) {
    it(`can be read by ${who}`, async () => {
      const seeds = [{ ...BENCHES, supports: 12_345 }];
      for (const compact of [false, true]) {
        const backend = supportable({ seeds, perPerson: 3 });
        // With the link to the notice, which a backend of its own has.
        const descriptor = { adapter: 'http', url: `https://${crypto.randomUUID()}.example` } as const;
        const element = await button({ ...backend, descriptor }, { compact });
        const inner = await counted(element, /12/);
        narrow(element, setting);
        expect(unreadable(element)).to.deep.equal([]);
        inner.click();
        await announced(element, 'Soutien compté.');
        expect(unreadable(element)).to.deep.equal([]);
        const { width, height } = inner.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });
  }

  it('turns round where the page reads from right to left', async () => {
    const element = await button(supportable());
    const inner = await counted(element, 12);
    const words = await part(element, '.words');
    const left = (one: Element | null) => one?.getBoundingClientRect().left ?? NaN;
    const icon = inner.querySelector('svg');
    const count = inner.querySelector('.count');
    expect(left(icon)).to.be.below(left(count));
    expect(left(inner)).to.be.below(left(words));
    if (element.parentElement) element.parentElement.dir = 'rtl';
    expect(left(icon)).to.be.above(left(count));
    expect(left(inner)).to.be.above(left(words));
  });

  it('says which language it speaks, on a page in another one', async () => {
    const element = await button(supportable(), { locale: 'en' });
    await counted(element, 12);
    expect((await part(element, 'button')).closest('[lang]')?.getAttribute('lang')).to.equal('en');
  });
});
