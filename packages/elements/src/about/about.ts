import type { ConsultationCard } from '@cnr-widgets/contract';
import { css, html, nothing, type TemplateResult, type PropertyDeclarations } from 'lit';
import { base } from '../base.styles.js';
import { CnrElement } from '../element.js';
import { Localize } from '../localize.js';
import { renderMarkdown } from '../markdown.js';
import { renderNotice } from '../notice.js';
import { noticeStyles } from '../notice.styles.js';
import { renderAddress, share, type Shared } from '../share.js';
import { tokens } from '../tokens.styles.js';
import { fr, type AboutMessages } from './messages.fr.js';

/**
 * What stands behind "Objectifs, modalités et données personnelles" of a card: loaded when it is unfolded.
 *
 * @summary A consultation's summary in full, aims, rules and notice.
 * @tagname cnr-about
 */
export class CnrAbout extends CnrElement {
  static override styles = [
    tokens,
    base,
    noticeStyles,
    css`
      h3 {
        font-weight: 700;
      }

      input {
        inline-size: 100%;
        font: inherit;
      }

      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    shared: { state: true },
    about: { attribute: false },
    headingLevel: { attribute: false },
    noticeOnly: { type: Boolean, attribute: 'notice-only' },
  };

  about: ConsultationCard | undefined;

  /** Level of its headings in the host's outline. */
  headingLevel = 3;

  /** The notice alone. */
  noticeOnly = false;

  /** What became of sharing the page. */
  private shared: Shared | undefined;

  readonly #sentences = new Localize<AboutMessages>(this, 'about', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });

  readonly #onShare = async () => {
    this.shared = await share(this.about?.title ?? '', addressOfPage());
  };

  protected override render(): TemplateResult | typeof nothing {
    const { about, headingLevel: level } = this;
    const { t, ready } = this.#sentences;
    if (about === undefined || !ready) return nothing;
    const section = (title: string, text: string | undefined) =>
      text === undefined
        ? nothing
        : html`<h3 aria-level=${level}>${title}</h3>
            <div class="stack" lang=${about.locale}>${renderMarkdown(text, level + 1)}</div>`;
    if (this.noticeOnly) return renderNotice(about.notice, t.notice, about.locale);
    return html`
      <div class="stack">
        <h3 aria-level=${level}>${t.summary}</h3>
        <p lang=${about.locale}><strong>${about.title}</strong><br />${about.organiser}</p>
        <p lang=${about.locale}>${about.summary}</p>
        ${section(t.objectives, about.objectives)} ${section(t.modalities, about.modalities)}
        <h3 aria-level=${level}>${t.noticeTitle}</h3>
        ${renderNotice(about.notice, t.notice, about.locale)} ${this.#renderShare()}
      </div>
    `;
  }

  #renderShare(): TemplateResult {
    const { t } = this.#sentences;
    return html`<div>
      <p><button type="button" @click=${this.#onShare}>${t.share}</button></p>
      <p role="status" class="small">${this.shared === 'copied' ? t.copied : nothing}</p>
      ${this.shared === 'none' ? renderAddress(t.shareYourself, addressOfPage()) : nothing}
    </div>`;
  }
}

/** Without what it was scrolled or opened to. */
function addressOfPage(): string {
  return location.href.split('#')[0] ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-about': CnrAbout;
  }
}
