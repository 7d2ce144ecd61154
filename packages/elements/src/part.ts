import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { CnrElement } from './element.js';

/** A part of an element that has its own heading: at which level, and how the focus comes to it. */
export abstract class CnrPart extends CnrElement {
  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: false },
  };

  /** Level of its heading in the host's outline, 2 to 6. */
  headingLevel = 3;

  #wanted: string | undefined;

  /** To the heading, as soon as it stands there: its language may still be on its way. */
  override focus(): void {
    this.focusOn('#step');
  }

  /** Moves the focus once what this names is rendered. */
  protected focusOn(selector: string): void {
    this.#wanted = selector;
    this.requestUpdate();
  }

  protected override updated(): void {
    const target = this.#wanted && this.renderRoot.querySelector<HTMLElement>(this.#wanted);
    if (!target) return;
    this.#wanted = undefined;
    target.focus();
  }

  /** @param lang of what a citizen or the organiser wrote, where that is the heading */
  protected renderStep(title: string, lang?: string): TemplateResult {
    return html`<h3
      id="step"
      class="step"
      tabindex="-1"
      lang=${lang ?? nothing}
      aria-level=${this.headingLevel}
    >
      ${title}
    </h3>`;
  }
}
