import { expect } from '@open-wc/testing';
import { eventually, part, partNow } from '../../testing/fixtures.js';
import { focused, heard, mapOf, markers, names, pressNamed, settled, widthOf } from '../../testing/map.js';
import {
  BREST,
  LAVAL,
  LILLE,
  NICE,
  SAINT_DENIS,
  manyMeetings,
  meetingAt,
} from '../../testing/map-meetings.js';

describe('<cnr-map>', () => {
  it('names each meeting with its facts, in reading order', async () => {
    const element = await mapOf([NICE, LAVAL, ...BREST, LILLE]);
    expect(names(element)).to.deep.equal([
      'Lille, jeudi 3 décembre, de 18 h 30 à 20 h 30, Se soigner près de chez soi',
      '2 réunions au même endroit, Brest, montrer dans la liste',
      'Laval, jeudi 3 décembre, de 18 h 30 à 20 h 30, Se soigner près de chez soi',
      'Nice, jeudi 3 décembre, de 18 h 30 à 20 h 30, Se soigner près de chez soi',
    ]);
  });

  it('says by shape and words what is full, cancelled, past or only about there', async () => {
    const place = { ...LAVAL.place, city: 'Laval', departement: '53' };
    const element = await mapOf([
      meetingAt('full', { departement: '59', latitude: 50.6, longitude: 3 }, { status: 'full' }),
      meetingAt('cancelled', { departement: '67', latitude: 48.5, longitude: 7.6 }, { status: 'cancelled' }),
      meetingAt('held', { departement: '06', latitude: 43.7, longitude: 7.2 }, { status: 'held' }),
      { ...LAVAL, place: { ...place, located: 'commune' } },
      { ...LAVAL, id: 'somewhere', place: { city: 'Pau', departement: '64' } },
    ]);
    const said = names(element).map((name) => name?.split(', ').slice(4).join(', '));
    expect(said).to.deep.equal([
      'complet',
      'annulée',
      'position approximative',
      'passée',
      'lieu inconnu, point au milieu du département',
    ]);
    const shapes = markers(element).map((marker) => {
      const { borderRadius, content, borderWidth } = getComputedStyle(marker, '::before');
      return `${borderRadius} ${content} ${borderWidth}`;
    });
    expect(new Set([shapes[0], shapes[1], shapes[2], shapes[3]]).size).to.equal(4);
    await part(element, '.legend', /Complet.*Annulée.*Passée/);
    await part(element, 'p', '1 réunion sans lieu connu');
  });

  it('shows a meeting overseas in the frame of its territory, in the hour of its place', async () => {
    const element = await mapOf([SAINT_DENIS, LAVAL]);
    const events = heard(element);
    expect(names(element)).to.have.length(1);
    await pressNamed(element, 'La Réunion, 1 réunion');
    expect(names(element)[0]).to.match(/^Saint-Denis, jeudi 3 décembre, de 21 h 30.*Réunion/);
    expect(partNow(element, '.insets [aria-current="true"]')?.ariaLabel).to.contain('La Réunion');
    expect(events).to.deep.equal([{ departement: '974' }]);
    expect((await part(element, '.whole')).hidden).to.equal(false);
    await pressNamed(element, 'Toute la France');
    expect(names(element)[0]).to.contain('Laval');
    expect(events).to.have.length(2);
  });

  it('gives a frame to a collectivity that has meetings, though no contour is known', async () => {
    const tahiti = meetingAt('tahiti', {
      city: 'Papeete',
      departement: '987',
      latitude: -17.53,
      longitude: -149.57,
    });
    const element = await mapOf([LAVAL, tahiti]);
    await pressNamed(element, 'Polynésie française, 1 réunion');
    expect(names(element)).to.have.length(1);
    expect(names(element)[0]).to.contain('Papeete');
  });

  it('says how many take place from afar only', async () => {
    const afar = { ...LAVAL, id: 'afar', place: undefined, remote: true };
    const element = await mapOf([LAVAL, afar]);
    expect(markers(element)).to.have.length(1);
    await part(element, 'p', '1 réunion à distance seulement');
  });

  it('puts a meeting with a wild point into its département', async () => {
    const element = await mapOf([meetingAt('wild', { latitude: 0, longitude: 0 })]);
    expect(names(element)[0]).to.contain('point au milieu du département');
  });

  it('zooms to a group, which comes apart; the focus goes to the nearest', async () => {
    const near = meetingAt('near', { city: 'Le Mans', departement: '72', latitude: 48.0, longitude: -0.4 });
    const element = await mapOf([LAVAL, near]);
    const [group] = markers(element);
    expect(group?.ariaLabel).to.equal('2\u00a0réunions vers Laval, agrandir');
    const before = widthOf(element);
    group?.focus();
    group?.click();
    await settled(element);
    expect(widthOf(element)).to.be.below(before);
    expect(markers(element)).to.have.length(2);
    expect(markers(element)).to.include(focused(element));
    await part(element, '[role=status]', /: 2 réunions sur la carte/);
  });

  it('opens a group that never comes apart in the list', async () => {
    const element = await mapOf([...BREST, LAVAL]);
    const events = heard(element);
    await pressNamed(element, 'au même endroit');
    expect(events).to.deep.equal([{ meetings: ['brest-1', 'brest-2'] }]);
    await pressNamed(element, 'Laval');
    expect(events[1]).to.deep.equal({ meetings: ['laval'] });
  });

  it('marks the meeting that is chosen, and the group that holds it, by shape too', async () => {
    const element = await mapOf([LAVAL, ...BREST], { selected: 'brest-2' });
    const [brest, laval] = markers(element);
    expect(brest?.ariaLabel).to.contain('dont celle qui est choisie');
    expect([brest?.ariaCurrent, laval?.ariaCurrent]).to.deep.equal(['true', null]);
    expect(getComputedStyle(brest!).borderRadius).not.to.equal('50%');
    element.selected = 'laval';
    await settled(element);
    expect([brest?.ariaCurrent, laval?.ariaCurrent]).to.deep.equal([null, 'true']);
    expect(getComputedStyle(laval!).outlineStyle).to.equal('solid');
  });

  it('brings the chosen meeting into view where it is not', async () => {
    const element = await mapOf([LAVAL, NICE], { area: '53' });
    expect(names(element)).to.have.length(1);
    element.selected = 'nice';
    await settled(element);
    expect(names(element)[0]).to.contain('Nice');
  });

  it('goes to a département by the list of them, and back', async () => {
    const element = await mapOf([LAVAL, LILLE]);
    const events = heard(element);
    const select = await part<HTMLSelectElement>(element, 'select');
    expect([...select.options].map(({ label }) => label)).to.deep.equal(['Toute la France']);
    select.dispatchEvent(new PointerEvent('pointerdown'));
    expect([...select.options].map(({ label }) => label.trim())).to.deep.equal([
      'Toute la France',
      '53 Mayenne',
      '59 Nord',
    ]);
    const before = widthOf(element);
    select.value = '53';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(element);
    expect(widthOf(element)).to.be.below(before / 4);
    expect(events).to.deep.equal([{ departement: '53' }]);
    await part(element, '[role=status]', 'Mayenne : 1 réunion sur la carte');
    const whole = await part(element, '.whole', 'Toute la France');
    whole.focus();
    whole.click();
    await settled(element);
    expect(widthOf(element)).to.equal(before);
    expect(select.value).to.equal('');
    expect(whole.hidden).to.equal(true);
    expect(focused(element)).to.equal(select);
  });

  it('shows what is around a place that was searched for', async () => {
    const element = await mapOf([LAVAL, ...BREST], { origin: { latitude: 48.1, longitude: -0.7 } });
    expect(partNow(element, '.origin')?.ariaLabel).to.equal('Lieu recherché');
    const { left, top } = (await part(element, '.origin')).style;
    expect(parseFloat(left)).to.be.closeTo(50, 1);
    expect(parseFloat(top)).to.be.closeTo(50, 1);
    expect(names(element).some((name) => name?.includes('Laval'))).to.be.true;
    await part(element, '.legend li', 'Lieu recherché');
    element.origin = undefined;
    await eventually(() => !partNow(element, '.sought'), 'the sign without its meaning to go');
  });

  it('draws 10,000 meetings with few nodes', async () => {
    const element = await mapOf(manyMeetings(10_000));
    const counted = markers(element).reduce((sum, { textContent }) => sum + parseInt(textContent, 10), 0);
    // All of the mainland: 12 of 108 territories lie overseas.
    const overseas = manyMeetings(10_000).filter(({ place }) => place?.departement.length === 3).length;
    expect(counted).to.equal(10_000 - overseas);
    expect(element.renderRoot.querySelectorAll('*').length).to.be.below(160);
  });

  it('prints all of France, and goes back', async () => {
    const element = await mapOf([LAVAL, NICE], { area: '53' });
    const near = widthOf(element);
    window.dispatchEvent(new Event('beforeprint'));
    expect(names(element)).to.have.length(2);
    expect(widthOf(element)).to.be.above(near * 4);
    window.dispatchEvent(new Event('afterprint'));
    expect(names(element)).to.have.length(1);
    expect(widthOf(element)).to.equal(near);
  });

  it('goes on where it was when it comes back to the page', async () => {
    const element = await mapOf([LAVAL, NICE], { area: '53' });
    const parent = element.parentElement;
    element.remove();
    element.meetings = [NICE, LAVAL, LILLE];
    parent?.append(element);
    await settled(element);
    expect(names(element)).to.have.length(1);
    await pressNamed(element, 'Toute la France');
    expect(names(element)).to.have.length(3);
  });

  it('is told in English', async () => {
    const element = await mapOf([LAVAL, ...BREST], { locale: 'en' });
    await part(element, '.markers button', '2 meetings at the same place, Brest, show in the list');
    // Some browsers put a comma after the day.
    expect(names(element).map((name) => name?.replace('Thursday,', 'Thursday'))).to.include(
      'Laval, Thursday 3 December, 18:30 to 20:30, Se soigner près de chez soi',
    );
  });
});
