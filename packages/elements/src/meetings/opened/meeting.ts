import {
  meetingStatus,
  type ListedMeeting,
  type MeetingDetails,
  type MeetingRules,
  type PublishedConsultation,
} from '@cnr-widgets/contract';
import type { CalendarOf } from '@cnr-widgets/client/backend';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { boxes } from '../../boxes.styles.js';
import { renderFailure } from '../../failure.js';
import { readersZone } from '../../format.js';
import { facts } from '../../listing.styles.js';
import { Localize } from '../../localize.js';
import { renderMarkdown } from '../../markdown.js';
import { CnrPart } from '../../part.js';
import { share, type Shared } from '../../share.js';
import { tokens } from '../../tokens.styles.js';
import { addressOf } from '../address.js';
import { Entrance } from '../registering/entrance.js';
import type { Saying } from '../when.js';
import { renderMeetingFacts } from './meeting-facts.js';
import { meetingStyles } from './meeting.styles.js';
import { fr, type MeetingMessages } from './messages.fr.js';
import { renderFollow, renderWays } from './ways.js';

/**
 * One meeting with all that belongs to it: when and where, who can come, its programme, documents and report, and the
 * ways into a calendar.
 *
 * @summary A meeting, opened in `<cnr-meeting-map>`.
 * @tagname cnr-meeting
 */
export class CnrMeeting extends CnrPart {
  static override styles = [tokens, base, boxes, facts, meetingStyles];

  static override properties: PropertyDeclarations = {
    published: { attribute: false },
    rules: { attribute: false },
    meeting: { attribute: false },
    listed: { attribute: false },
    code: { attribute: false },
    others: { attribute: false },
    whole: { state: true },
    failure: { state: true },
    shared: { state: true },
  };

  published: PublishedConsultation | undefined;

  rules: MeetingRules | undefined;

  /** Level of its heading in the host's outline: it stands in the place of the list and its title. */
  override headingLevel = 2;

  /** Its id. */
  meeting: string | undefined;

  /** What the list knows of it already. */
  listed: ListedMeeting | undefined;

  /** The receipt code of a registration for it, as it was typed. */
  code: string | undefined;

  /** Leads to other meetings near by. */
  others: (() => void) | undefined;

  private whole: MeetingDetails | undefined;

  private failure: string | undefined;

  private shared: Shared | undefined;

  readonly #sentences = new Localize<MeetingMessages>(this, 'meeting', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #entrance = new Entrance(this);
  #asked: string | undefined;
  #loading: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
    if (!this.whole) this.#asked = undefined;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { meeting, published, activeBackend: backend } = this;
    if (!published || !backend || meeting === undefined) return;
    void this.#entrance.look({ backend, published }, meeting, this.code);
    if (meeting === this.#asked) return;
    this.#asked = meeting;
    void this.#load(meeting);
  }

  async #load(id: string): Promise<void> {
    const { published, activeBackend } = this;
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.whole = this.failure = this.shared = undefined;
    try {
      const whole = await activeBackend?.meeting(published?.consultation.id ?? '', id, { signal });
      if (!signal.aborted) this.whole = whole;
    } catch (error) {
      if (!signal.aborted) this.failure = clientErrorOf(error, 'malformed-response').code;
    }
  }

  /** Places were taken or given back: what stands stays until it is known anew. */
  readonly #onRegistered = async () => {
    const { meeting, published, activeBackend } = this;
    const call = activeBackend?.meeting(published?.consultation.id ?? '', meeting ?? '', { fresh: true });
    const whole = await call?.catch(() => undefined);
    if (whole && whole.id === this.meeting) this.whole = whole;
  };

  readonly #onRetry = () => {
    this.#asked = undefined;
    // The button that was pressed is gone.
    this.focus();
  };

  #calendar(of: CalendarOf): string | undefined {
    return this.activeBackend?.calendarUrl(this.published?.consultation.id ?? '', of);
  }

  readonly #onShare = async (title: string) => {
    this.shared = await share(title, addressOf(this.meeting ?? ''));
  };

  protected override render(): TemplateResult | typeof nothing {
    const { published, failure } = this;
    const { t, ready } = this.#sentences;
    if (!published || !ready) return nothing;
    if (failure === 'unknown-subject')
      return html`<div class="note warning">${this.renderStep(t.gone)}</div>`;
    const known = this.whole ?? this.listed;
    // Without the network, what the list says is all that is needed to come.
    if (!known && failure !== undefined) {
      return html`<div class="stack">
        ${renderFailure(t.failure, t.failedTitle, failure, this.#onRetry)}
      </div>`;
    }
    // The heading stays the same one when the rest arrives: it may have the focus.
    return html`<article
      class="stack"
      aria-busy=${this.whole || failure ? nothing : 'true'}
      @cnr-registered=${this.#onRegistered}
      @cnr-withdrawn=${this.#onRegistered}
    >
      ${this.renderStep(known?.title ?? t.loading, known && published.consultation.locale)}
      ${known ? this.#renderKnown(known, published) : nothing}
    </article>`;
  }

  #renderKnown(known: ListedMeeting, published: PublishedConsultation): TemplateResult {
    const { t } = this.#sentences;
    const now = new Date();
    const status = meetingStatus(known, now);
    const saying: Saying = { t: t.when, locale: this.activeLocale, now, zone: readersZone() };
    const { locale } = published.consultation;
    return html`
      ${status === 'cancelled' ? html`<p class="note error strong">${t.cancelled}</p>` : nothing}
      ${renderMeetingFacts(t, known, saying, locale)} ${this.#renderRegistration(known, published)}
      ${renderWays(t, known, {
        calendar: this.#calendar({ meeting: known.id }),
        shared: this.shared,
        onShare: () => void this.#onShare(known.title),
      })}
      ${
        this.failure === undefined
          ? nothing
          : html`<div class="stack">
              ${renderFailure(t.failure, t.failedTitle, this.failure, this.#onRetry)}
            </div>`
      }
      ${this.whole ? this.#renderWhole(this.whole, locale, status === 'held') : nothing}
      ${renderFollow(t, known, this.#calendar({ departement: known.place?.departement }))}
    `;
  }

  /** Where one registers, and reads again what became of it. */
  #renderRegistration(meeting: ListedMeeting, published: PublishedConsultation): unknown {
    const { activeBackend: backend, rules, headingLevel, code, others } = this;
    if (!backend) return nothing;
    const site = { backend, published };
    const { entrance: t } = this.#sentences.t;
    return this.#entrance.render({ t, site, rules, meeting, headingLevel: headingLevel + 1, code, others });
  }

  #renderWhole(meeting: MeetingDetails, lang: string, held: boolean): TemplateResult {
    const { t } = this.#sentences;
    const { description, programme, documents, report } = meeting;
    const text = (title: string, words: string | undefined) =>
      words === undefined
        ? nothing
        : html`<section class="stack">
            ${this.#renderTitle(title)}
            <div class="stack" lang=${lang}>${renderMarkdown(words, this.headingLevel + 2)}</div>
          </section>`;
    return html`
      ${text(t.report, report)}
      ${held && report === undefined ? html`<p class="muted">${t.noReport}</p>` : nothing}
      ${text(t.description, description)} ${text(t.programme, programme)}
      ${
        documents.length === 0
          ? nothing
          : html`<section class="stack">
              ${this.#renderTitle(t.documents)}
              <ul lang=${lang}>
                ${documents.map(({ title, url }) => html`<li><a href=${url} rel="noopener">${title}</a></li>`)}
              </ul>
            </section>`
      }
    `;
  }

  #renderTitle(title: string): TemplateResult {
    return html`<h4 aria-level=${this.headingLevel + 1}>${title}</h4>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-meeting': CnrMeeting;
  }
}
