import type { InfoItem } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderMarkdown } from '../../markdown.js';
import type { QuestionnaireMessages } from '../messages.fr.js';

/** A chapter's text, image and video. Its title is the page's heading, `level` is the one below. */
export function renderInfo(
  item: InfoItem,
  t: QuestionnaireMessages,
  written: string,
  level: number,
): TemplateResult {
  const { image, video } = item;
  return html`<div class="info stack" lang=${written}>
    ${item.text && renderMarkdown(item.text, level)}
    ${
      image &&
      html`<img
        src=${image.src}
        alt=${image.alt ?? ''}
        width=${image.width ?? nothing}
        height=${image.height ?? nothing}
        loading="lazy"
      />`
    }
    ${
      video &&
      html`
        <video
          src=${video.src}
          controls
          preload="none"
          poster=${video.poster ?? nothing}
          aria-label=${item.title}
        >
          ${video.captions && html`<track kind="captions" src=${video.captions} srclang=${written} default />`}
        </video>
        ${
          video.transcript &&
          html`<details>
            <summary>${t.transcript}</summary>
            <p class="transcript">${video.transcript}</p>
          </details>`
        }
      `
    }
  </div>`;
}
