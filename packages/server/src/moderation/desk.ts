import { calendarDay } from '@cnr-widgets/contract';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { toForm, type AnswerFault, type AnswerForm } from './answer-form.js';
import { answerContent } from './answer-page.js';
import { decide, ModerationError, type Decision } from './decide.js';
import { itemContent, type TypedReason } from './item-page.js';
import { address, message, moment, note, page, type Markup, type SignedView, type View } from './page.js';
import { doneIn } from './done.js';
import { nextInQueue } from './list-queue.js';
import { findOwnItem, ownPart } from './own-items.js';
import { countQueues, findItem, openReports, readJournal, type Item } from './queue.js';
import { doneNote, itemTitle, placeQuery } from './queue-page.js';
import { numberOf, placeOf, seenIn, type Form, type ModerationOptions } from './request.js';

/** Entries of its own history that an item shows. */
const HISTORY = 25;

interface Shown {
  status?: 200 | 409 | 422;
  /** Said above it. */
  remark?: Markup | undefined;
  /** As it was typed, and what is wrong with it. */
  reason?: TypedReason;
}

interface Written {
  status?: 200 | 409 | 422;
  remark?: Markup;
  faults?: readonly AnswerFault[];
  form?: AnswerForm;
}

/** Where one text after another is read and decided upon. */
export class Desk {
  constructor(private readonly options: ModerationOptions) {}

  /** Decides, and goes on to what stands behind in the queue. */
  async attempt(
    c: Context,
    view: SignedView,
    form: Form,
    decision: Pick<Decision, 'act' | 'reason' | 'answer'>,
    otherwise: (error: ModerationError, item: Item) => Promise<Response>,
  ): Promise<Response> {
    const place = placeOf(c, view);
    const subject = form['subject'] ?? '';
    const item = await findOwnItem(this.options.db, view, subject);
    if (!item) return message(c, view, 404, view.words.gone);
    // Before it is decided upon: afterwards it may be in that queue no more.
    const next = await nextInQueue(this.options.db, ownPart(view, place), subject);
    try {
      const { entry } = await decide(this.options.db, {
        actor: view.operator,
        consultation: item.consultation,
        subject,
        seen: seenIn(form),
        now: this.options.now(),
        ...decision,
      });
      const query = { ...placeQuery(place), done: entry };
      if (next === undefined) return c.redirect(address(view, '', query, '#done'), 303);
      return c.redirect(address(view, '/item', { subject: next, ...query }, '#done'), 303);
    } catch (error) {
      if (!(error instanceof ModerationError)) throw error;
      const found = error.item;
      return found ? otherwise(error, found) : message(c, view, 404, view.words.gone);
    }
  }

  async showItem(c: Context, view: View, item: Item, shown: Shown = {}): Promise<Response> {
    const place = placeOf(c, view);
    const { subject } = item;
    const content = itemContent(view, {
      item,
      place,
      reports: await openReports(this.options.db, subject),
      history: await readJournal(this.options.db, { subject, limit: HISTORY }),
      waiting: (await countQueues(this.options.db, ownPart(view, place).consultation))[place.queue],
      next: await nextInQueue(this.options.db, ownPart(view, place), subject),
      remark: shown.remark,
      ...(shown.reason && { reason: shown.reason }),
    });
    return page(c, view, {
      title: itemTitle(view, item),
      content,
      status: shown.status ?? 200,
      current: 'queue',
    });
  }

  async showAnswer(c: Context, view: View, item: Item, written: Written = {}): Promise<Response> {
    const asked = view.consultations.get(item.consultation);
    const date = calendarDay(this.options.now(), asked?.timeZone ?? 'Europe/Paris');
    const form = written.form ?? toForm(item.answer ?? { author: asked?.organiser ?? '', date });
    const faults = written.faults ?? [];
    const place = placeOf(c, view);
    const content = answerContent(view, { item, place, form, faults, remark: written.remark });
    const title = view.words.answerTitle(item.title);
    return page(c, view, { title, content, status: written.status ?? 200, current: 'queue' });
  }

  /** What the moderator has just done, when the address says so. */
  async justDone(c: Context, view: View, last: boolean): Promise<Markup | undefined> {
    const done = numberOf(c, 'done');
    if (done === undefined) return undefined;
    const [entry] = await readJournal(this.options.db, {
      ...ownPart(view, {}),
      before: done + 1,
      limit: 1,
    });
    if (entry?.id !== done) return undefined;
    const item = await findItem(this.options.db, entry.subject);
    return item && doneNote(view, entry, itemTitle(view, item), { ...placeOf(c, view), last });
  }
}

/** Somebody was faster: what they did, and that nothing was overwritten. */
export function tooLate(view: View, { code, last }: ModerationError): Markup {
  const { words } = view;
  const said =
    last && words.lastAct(last.actor, doneIn(words, last), moment(view, last.at, last.consultation));
  return note(
    'faults',
    'error',
    html`<p class="strong">${code === 'changed-since' ? words.changedSince : words.notPossible}</p>
      ${said === undefined ? '' : html`<p>${said}</p>`}
      ${last?.reason ? html`<p class="written">${last.reason}</p>` : ''}
      <p>${words.readAgain}</p>`,
  );
}
