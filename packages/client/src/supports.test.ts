import { expect } from '@open-wc/testing';
import { pseudonymFor } from './pseudonyms.js';
import { pseudonymsOf } from './supports.js';
import { databaseNames } from './testing/faults.js';
import { AFTER } from './testing/fixtures.js';
import { OTHER, seeds, SUBJECT } from './testing/kinds.js';
import { down, lostAnswer, refusing, SupportStage, up } from './testing/support-stage.js';

const proposal = seeds[0]?.id ?? '';

describe('toggleSupport', () => {
  let stage: SupportStage;

  beforeEach(() => {
    stage = new SupportStage();
  });
  afterEach(() => stage.close());

  it('supports and takes back, and keeps the receipt of the last press alone', async () => {
    expect(await stage.told()).to.deep.equal([false, undefined, 'none']);
    expect((await stage.toggle(stage.outbox, { title: 'Un mur' })).state).to.equal('received');
    expect(await stage.told()).to.deep.equal([true, true, 'received']);
    expect(await stage.count()).to.equal(1);
    const [entry] = await stage.outbox.entries();
    expect(entry?.keep).to.deep.equal({ subject: SUBJECT, title: 'Un mur', on: true, revision: 1 });
    expect(entry?.contribution).to.equal(null);
    expect((await stage.toggle()).state).to.equal('received');
    expect(await stage.told()).to.deep.equal([false, false, 'received']);
    expect(await stage.count()).to.equal(0);
    await stage.toggle();
    expect(await stage.count()).to.equal(1);
    expect((await stage.outbox.entries()).map(({ keep }) => keep?.revision)).to.deep.equal([3]);
  });

  it('leaves nothing on the device before the first press', async () => {
    await stage.told();
    await stage.outbox.flush({ force: true });
    expect(await databaseNames()).not.to.include(stage.name);
  });

  it('is one person for all subjects of a consultation, and another for what one writes there', async () => {
    await stage.toggle();
    await stage.toggle(stage.outbox, { subject: OTHER });
    const people = new Set(stage.backend.rows('support').map(({ payload }) => payload.pseudonym));
    expect(people.size).to.equal(1);
    const author = await pseudonymFor(
      { descriptor: stage.backend.descriptor, consultation: 'le-gymnase' },
      'proposal',
      { store: pseudonymsOf(stage.outbox) },
    );
    expect(people.has(author)).to.equal(false);
  });

  it('cancels out before anything left, and sends nothing', async () => {
    stage.offline();
    expect((await stage.toggle()).state).to.equal('queued');
    expect(await stage.told()).to.deep.equal([true, undefined, 'waiting']);
    expect((await stage.toggle()).state).to.equal('cancelled');
    expect(await stage.told()).to.deep.equal([false, undefined, 'none']);
    let calls = 0;
    stage.back();
    stage.network = ({ name: call }) => {
      if (call === 'put') calls++;
    };
    await stage.outbox.flush({ force: true });
    expect([calls, await stage.count()]).to.deep.equal([0, 0]);
  });

  it('cancels the removal of a support that was counted', async () => {
    await stage.toggle();
    stage.offline();
    expect((await stage.toggle()).state).to.equal('queued');
    expect(await stage.told()).to.deep.equal([false, true, 'waiting']);
    expect((await stage.toggle()).state).to.equal('cancelled');
    expect(await stage.told()).to.deep.equal([true, true, 'received']);
    stage.back();
    await stage.outbox.flush({ force: true });
    expect(await stage.count()).to.equal(1);
  });

  it('sends the removal of what may have been received', async () => {
    stage.network = lostAnswer;
    expect((await stage.toggle()).state).to.equal('queued');
    expect(await stage.count()).to.equal(1);
    stage.network = down; // And not known to be offline.
    expect((await stage.toggle()).state).to.equal('queued');
    expect((await stage.outbox.entries()).map(({ keep }) => keep?.revision)).to.deep.equal([2]);
    stage.back();
    await stage.outbox.flush({ force: true });
    expect(await stage.count()).to.equal(0);
    expect(await stage.told()).to.deep.equal([false, false, 'received']);
  });

  it('cancels nothing out over a press that may have been received, however many took its place since', async () => {
    stage.network = lostAnswer;
    await stage.toggle();
    stage.offline();
    for (const wish of [false, true, false]) {
      expect((await stage.toggle()).state).to.equal('queued');
      expect((await stage.told())[0]).to.equal(wish);
    }
    expect(await stage.outbox.entries()).to.have.length(1);
    stage.back();
    await stage.outbox.flush({ force: true });
    expect(await stage.count()).to.equal(0);
    expect(await stage.told()).to.deep.equal([false, false, 'received']);
  });

  it('does not take a device for offline that was so at one end of the call only', async () => {
    stage.network = ({ name: call, moment }) => {
      if (call !== 'put' || moment === 'before') return;
      stage.online = false;
      down();
    };
    await stage.toggle();
    expect(await stage.count()).to.equal(1);
    expect((await stage.toggle()).state).to.equal('queued');
    stage.back();
    await stage.outbox.flush({ force: true });
    expect(await stage.count()).to.equal(0);
  });

  it('says that a refused support does not stand, and sends it anew when it is pressed again', async () => {
    stage.network = refusing(403, 'limit-reached');
    const outcome = await stage.toggle();
    if (outcome.state !== 'refused') throw new Error(outcome.state);
    expect(outcome.error.code).to.equal('limit-reached');
    expect(await stage.told()).to.deep.equal([false, undefined, 'refused']);
    stage.network = up;
    expect((await stage.toggle()).state).to.equal('received');
    expect(await stage.told()).to.deep.equal([true, true, 'received']);
    expect(await stage.outbox.entries()).to.have.length(1);
    stage.network = refusing(403, 'closed');
    await stage.toggle();
    expect(await stage.told()).to.deep.equal([true, true, 'refused']);
  });

  it('does what is wished where that is said, once', async () => {
    await stage.toggle(stage.outbox, { on: true });
    const again = await stage.toggle(stage.open(), { on: true });
    expect(again.state).to.equal('received');
    expect(stage.backend.rows('support')).to.have.length(1);
    expect((await stage.toggle(stage.outbox, { subject: OTHER, on: false })).state).to.equal('cancelled');
    expect(stage.backend.rows('support')).to.have.length(1);
  });

  it('still has the higher revision after its receipt was erased here', async () => {
    await stage.toggle();
    await stage.toggle();
    for (const { id } of await stage.outbox.entries()) await stage.outbox.erase(id);
    await stage.toggle();
    expect(await stage.count()).to.equal(1);
  });

  it('takes back a support of a proposal that was answered, and refuses one', async () => {
    await stage.toggle();
    stage.backend.moderate(proposal, 'answered');
    expect((await stage.toggle()).state).to.equal('received');
    expect(await stage.count()).to.equal(0);
    const outcome = await stage.toggle();
    expect(outcome.state === 'refused' && outcome.error.code).to.equal('subject-closed');
  });

  it('does not count after closing what was pressed then', async () => {
    stage.site.now = AFTER;
    const outcome = await stage.toggle();
    expect(outcome.state === 'refused' && outcome.error.code).to.equal('closed');
  });
});
