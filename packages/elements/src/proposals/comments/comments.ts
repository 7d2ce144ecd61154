import { isOpen, type CommentPage, type Proposal } from '@cnr-widgets/contract';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../../base.styles.js';
import { Localize } from '../../localize.js';
import { tokens } from '../../tokens.styles.js';
import type { Forum } from '../forum.js';
import { ForumPart } from '../forum-part.js';
import { commentsStyles } from './comments.styles.js';
import { fr, type CommentsMessages } from './messages.fr.js';

/**
 * What citizens wrote about one proposal, page after page, and the form for another comment.
 *
 * @summary The comments on a proposal, in `<cnr-proposals>`.
 * @tagname cnr-comments
 */
export class CnrComments extends ForumPart {
  static override styles = [tokens, base, commentsStyles];

  static override properties: PropertyDeclarations = {
    about: { attribute: false },
    comments: { state: true },
    busy: { state: true },
    failed: { state: true },
  };

  /** What they are about; the same one read again has the comments read again. */
  about: Proposal | undefined;

  private comments: CommentPage['comments'] | undefined;

  private busy = false;

  private failed = false;

  readonly #sentences = new Localize<CommentsMessages>(this, 'comments', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  #asked: string | undefined;
  #next: string | undefined;
  #pages = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { forum, about } = this;
    if (!forum || !about) return;
    if (this.#asked === about.id) {
      // The citizen's own comment came, changed or went.
      if (changed.has('about')) void this.#readAgain(forum, about.id);
      return;
    }
    this.#asked = about.id;
    this.comments = undefined;
    this.#next = undefined;
    this.#pages = 0;
    void this.#read(forum, about.id);
  }

  async #read({ backend, published }: Forum, id: string): Promise<string | undefined> {
    this.busy = true;
    try {
      const page = await backend.comments(published.consultation.id, id, this.#next);
      if (this.#asked !== id) return undefined;
      const before = this.comments ?? [];
      const known = new Set(before.map((one) => one.id));
      const added = page.comments.filter((one) => !known.has(one.id));
      this.comments = [...before, ...added];
      this.#next = page.next;
      this.#pages += 1;
      this.failed = false;
      return added[0]?.id;
    } catch {
      this.failed = true;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** The first of those that came takes the focus. */
  readonly #onMore = async () => {
    const { forum, about } = this;
    if (!forum || !about || this.busy) return;
    const first = await this.#read(forum, about.id);
    if (first !== undefined) this.focusOn(`#comment-${first}`);
    // The last page may have brought nothing new, and its button is gone.
    else if (!this.failed) this.focusOn('[role=status]');
  };

  /** As many pages as were read are read anew. */
  async #readAgain({ backend, published }: Forum, id: string): Promise<void> {
    const comments: CommentPage['comments'] = [];
    let next: string | undefined;
    let left = this.#pages;
    try {
      do {
        const page = await backend.comments(published.consultation.id, id, next, { fresh: true });
        comments.push(...page.comments);
        next = page.next;
        left -= 1;
      } while (left > 0 && next !== undefined);
    } catch {
      // What was read before stands, and the form says what became of the comment.
      return;
    }
    if (this.#asked !== id) return;
    this.#next = next;
    this.comments = comments;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { forum, about, comments, failed, busy } = this;
    const { t, ready } = this.#sentences;
    if (!forum || !about || !ready) return nothing;
    return html`<div class="stack">
      <p role="status" tabindex="-1" class=${comments?.length ? 'visually-hidden' : 'muted'}>
        ${comments ? (comments.length === 0 ? t.empty : nothing) : failed ? nothing : t.loading}
      </p>
      ${
        comments?.length
          ? html`<ul class="comments">
              ${repeat(
                comments,
                ({ id }) => id,
                (one) => this.#renderComment(forum, one),
              )}
            </ul>`
          : nothing
      }
      <div role="alert" class="alert">
        ${failed && !busy ? html`<p class="note error">${t.failed}</p>` : nothing}
      </div>
      ${
        failed || this.#next !== undefined
          ? html`<p>
              <button type="button" aria-disabled=${busy ? 'true' : nothing} @click=${this.#onMore}>
                ${failed ? t.retry : t.more}
              </button>
            </p>`
          : nothing
      }
      ${
        forum.published.phase === 'open' && isOpen(about.status)
          ? html`<cnr-comment
              .locale=${this.activeLocale}
              .headingLevel=${this.headingLevel}
              .forum=${forum}
              .about=${about}
            ></cnr-comment>`
          : nothing
      }
    </div>`;
  }

  #renderComment(
    forum: Forum,
    { id, text, name, publishedOn }: CommentPage['comments'][number],
  ): TemplateResult {
    const { t } = this.#sentences;
    const author = t.author(name, this.day(publishedOn));
    return html`<li id="comment-${id}" tabindex="-1">
      <p class="muted small">${author}</p>
      <p class="written" lang=${forum.published.consultation.locale}>${text}</p>
      <details>
        <summary class="small" aria-label=${t.reportOf(author)}>${t.report}</summary>
        <cnr-report
          .locale=${this.activeLocale}
          .forum=${forum}
          .headingLevel=${this.headingLevel + 1}
          subject="comment:${id}"
          label=${author}
        ></cnr-report>
      </details>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-comments': CnrComments;
  }
}
