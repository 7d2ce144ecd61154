import { departementName } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { MapMessages } from './messages.fr.js';
import type { Placing } from './placing.js';
import { OVERSEAS, type Region } from './region.js';
import { viewBox } from './view.js';

/** The overseas territories, each a frame that leads to it: the départements, and what else has meetings. */
export function insets(
  t: MapMessages,
  placing: Placing,
  shown: Region,
  choose: (departement: string) => void,
): TemplateResult {
  const others = placing.codes.filter((code) => code.length === 3);
  const codes = [...new Set<string>([...OVERSEAS, ...others])].sort();
  return html`<ul class="insets" aria-label=${t.overseas}>
    ${codes.map((code) => {
      const region = placing.region(code);
      const count = placing.sizeOf(code);
      const name = departementName(code) ?? code;
      return html`<li>
        <button
          type="button"
          data-area=${code}
          class=${region.land === '' ? 'dotted' : nothing}
          aria-label=${t.territory(name, count)}
          aria-current=${region === shown ? 'true' : nothing}
          @click=${() => choose(code)}
        >
          <svg aria-hidden="true" viewBox=${viewBox(region.whole)}>
            <path class="land" d=${region.land}></path></svg
          ><span class="name" .textContent=${name}></span>
          <span class="count" .textContent=${count > 0 ? t.count(count) : ''}></span>
        </button>
      </li>`;
    })}
  </ul>`;
}
