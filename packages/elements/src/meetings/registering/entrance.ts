import { registrationState, type ListedMeeting, type MeetingRules } from '@cnr-widgets/contract';
import { peekEntries } from '@cnr-widgets/client/peek';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CnrElement } from '../../element.js';
import { placeOf, type Site } from '../../site.js';
import { statesOf } from './holding.js';

/** Words around the entrance. */
interface EntranceMessages {
  readonly register: string;
  readonly loading: string;
  readonly failed: string;
  readonly others: string;
}

/** What stands behind the entrance, and what it is for. */
interface Behind {
  readonly t: EntranceMessages;
  readonly site: Site;
  readonly rules: MeetingRules | undefined;
  readonly meeting: ListedMeeting;
  readonly headingLevel: number;
  /** A receipt code that was typed. */
  readonly code: string | undefined;
  readonly others: (() => void) | undefined;
}

/**
 * The way to `<cnr-registration>`, which few of those who read of a meeting come to: its code is fetched when they ask
 * for it, or when this device holds a registration already.
 */
export class Entrance implements ReactiveController {
  #state: 'closed' | 'loading' | 'open' | 'failed' = 'closed';
  #looked: string | undefined;
  #wanted = false;

  constructor(private readonly host: CnrElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const registration = this.#wanted ? this.host.renderRoot.querySelector('cnr-registration') : null;
    if (!registration) return;
    this.#wanted = false;
    registration.focus();
  }

  /** Looks, once a meeting, whether there is something to show behind it. Creates nothing on the device. */
  async look(site: Site, meeting: string, code: string | undefined): Promise<void> {
    const looked = `${meeting} ${code ?? ''}`;
    if (this.#looked === looked) return;
    this.#looked = looked;
    this.#state = 'closed';
    const shown =
      code !== undefined ||
      (this.host.device !== 'shared' && statesOf(await peekEntries(placeOf(site))).has(meeting));
    if (shown && this.#looked === looked) await this.#open();
  }

  async #open(): Promise<void> {
    this.#state = 'loading';
    this.host.requestUpdate();
    try {
      await import('../../define/registration.js');
      this.#state = 'open';
    } catch (error) {
      console.error('cnr-meeting', error);
      this.#state = 'failed';
    }
    this.host.requestUpdate();
  }

  readonly #onRegister = () => {
    this.#wanted = true;
    void this.#open();
  };

  render({ t, site, rules, meeting, headingLevel, code, others }: Behind): TemplateResult | typeof nothing {
    if (this.#state === 'open') {
      return html`<cnr-registration
        .locale=${this.host.activeLocale}
        .backend=${site.backend}
        .published=${site.published}
        .rules=${rules}
        .meeting=${meeting}
        .headingLevel=${headingLevel}
        .code=${code}
        .others=${others}
      ></cnr-registration>`;
    }
    const state = registrationState(meeting, new Date());
    const loading = this.#state === 'loading';
    if (state === 'full' || state === 'cancelled') {
      return others
        ? html`<div class="actions"><button type="button" @click=${others}>${t.others}</button></div>`
        : nothing;
    }
    if (state !== 'open') return nothing;
    return html`<div class="stack">
      <div role="alert" class="alert">
        ${this.#state === 'failed' ? html`<p class="note error">${t.failed}</p>` : nothing}
      </div>
      <div class="actions">
        <button
          type="button"
          class="primary"
          part="action"
          id="register"
          aria-disabled=${loading ? 'true' : nothing}
          @click=${this.#onRegister}
        >
          ${loading ? t.loading : t.register}
        </button>
      </div>
    </div>`;
  }
}
