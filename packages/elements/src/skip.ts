import { html, type TemplateResult } from 'lit';

/**
 * The way past an element with many stops, for who goes by the keyboard: hidden until the focus comes to it (`skipStyles`).
 * A fragment would not find its target across the shadow root, and would change the host's address.
 */
export function renderSkip(words: string): TemplateResult {
  return html`<a class="button primary skip" href="#" @click=${skip}>${words}</a>`;
}

/** What takes the focus stands behind everything and goes with the focus: nobody else ever comes by it. */
function skip(event: Event): void {
  event.preventDefault();
  const end = document.createElement('p');
  end.id = 'after';
  end.tabIndex = -1;
  end.onblur = () => end.remove();
  (event.target as Node).getRootNode().appendChild(end);
  end.focus();
}
