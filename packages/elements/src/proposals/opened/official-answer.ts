import type { OfficialAnswer } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderMarkdown } from '../../markdown.js';
import type { ProposalMessages } from './messages.fr.js';

/** What the organiser answered: who and when, a text, a video with its transcript, and what follows. */
export function renderAnswer(
  t: ProposalMessages,
  { author, date, text, video, next, url }: OfficialAnswer,
  day: (date: string) => string,
  headingLevel: number,
  lang: string,
): TemplateResult {
  return html`<section class="answer stack" aria-labelledby="answer">
    <div>
      <h4 id="answer" aria-level=${headingLevel}>${t.answer}</h4>
      <p class="muted small">${t.answeredBy(author, day(date))}</p>
    </div>
    ${text ? html`<div class="stack" lang=${lang}>${renderMarkdown(text, headingLevel + 1)}</div>` : nothing}
    ${
      video
        ? html`
            <video
              src=${video.src}
              controls
              preload="none"
              poster=${video.poster ?? nothing}
              aria-label=${t.video(author)}
            >
              ${video.captions ? html`<track kind="captions" src=${video.captions} srclang=${lang} default />` : nothing}
            </video>
            <details>
              <summary>${t.transcript}</summary>
              <p class="written" lang=${lang}>${video.transcript}</p>
            </details>
          `
        : nothing
    }
    ${
      next
        ? html`<div class="stack">
            <h5 aria-level=${headingLevel + 1}>${t.next}</h5>
            <div class="stack" lang=${lang}>${renderMarkdown(next, headingLevel + 2)}</div>
          </div>`
        : nothing
    }
    ${url ? html`<p><a href=${url} rel="noopener">${t.answerLink}</a></p>` : nothing}
  </section>`;
}
