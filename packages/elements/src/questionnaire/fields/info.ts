import type { InfoItem } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderMarkdown } from '../../markdown.js';
import type { QuestionnaireMessages } from '../messages.fr.js';

/** A chapter's text, image and video. Its title is the page's heading. */
export function renderInfo(item: InfoItem, t: QuestionnaireMessages, written: string): TemplateResult {
  const { image, video } = item;
  return html`<div class="info stack" lang=${written}>
    ${item.text && renderMarkdown(item.text)}
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
