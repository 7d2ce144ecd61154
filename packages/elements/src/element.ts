import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Backend } from '@cnr-widgets/client/backend';
import { httpBackend } from '@cnr-widgets/client/http';
import { cnrContext, type DevicePolicy, type Locale } from './context.js';

const backends = new Map<string, Backend>();

/** A backend is an origin of its own, or the page's (`/`): it stands below no path. */
const ORIGIN = /^(https?:\/\/[^\s/?#]+\/*|\/)$/i;

/** One adapter an address, so that the elements of a page share it; undefined where it is the address of no backend. */
export function backendAt(address: string): Backend | undefined {
  const url = address.trim();
  if (!ORIGIN.test(url)) return undefined;
  const known = backends.get(url) ?? httpBackend(url);
  backends.set(url, known);
  return known;
}

/** What stands in a property, without blanks: frameworks set null or undefined where there is nothing. */
export function textOf(given: string | null | undefined): string {
  return given?.trim() ?? '';
}

/** A language tag as one that ships, or undefined. */
export function shippedLocale(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return language === 'fr' || language === 'en' ? language : undefined;
}

/** What every element shares: where its backend, its language and the device's policy come from. */
export abstract class CnrElement extends LitElement {
  static override properties: PropertyDeclarations = {
    backend: {},
    locale: {},
  };

  /** Address of the backend, without a path, or (as a property) an adapter. Default: the one of the nearest `<cnr-provider>`. */
  backend: string | Backend | undefined;

  /** `fr` or `en`. Default: the provider's, then the nearest `lang` attribute, then French. */
  locale: string | undefined;

  readonly #surroundings = new ContextConsumer(this, { context: cnrContext, subscribe: true });

  /** A page may change its language without being loaded anew. */
  readonly #language = new MutationObserver(() => this.requestUpdate());

  get activeLocale(): Locale {
    const provided = this.#surroundings.value?.locale;
    return (
      shippedLocale(this.locale) ??
      provided ??
      shippedLocale(closest(this, '[lang]')?.getAttribute('lang')) ??
      'fr'
    );
  }

  /** A catalogue of the element's, the host's own sentences put over it. */
  sentences<M extends object>(element: string, catalogue: M): M {
    return this.#surroundings.value?.sentences(element, catalogue) ?? catalogue;
  }

  get device(): DevicePolicy {
    return this.#surroundings.value?.device ?? 'personal';
  }

  /**
   * The adapter in force, or undefined while nobody named one. A provider that is still to come may say that the device
   * is shared: until then nothing is begun.
   */
  protected get activeBackend(): Backend | undefined {
    if (this.#isEarly) return undefined;
    const own = this.backend;
    return typeof own === 'string' ? backendAt(own) : (own ?? this.#surroundings.value?.backend);
  }

  get #isEarly(): boolean {
    return Boolean(closest(this, 'cnr-provider:not(:defined)'));
  }

  /** Whether a provider above is still to be defined or to open its files, and may bring a backend. */
  protected get awaitsProvider(): boolean {
    return this.#isEarly || Boolean(this.#surroundings.value?.opening);
  }

  /** Its words may be in another language than the page around it, and say so (WCAG 2.2, 3.1.2). */
  protected override update(changed: PropertyValues): void {
    super.update(changed);
    for (const child of this.renderRoot.children) {
      // What stands in a slot is the host's.
      if (child.localName !== 'slot') child.setAttribute('lang', this.activeLocale);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Lit does not render again where an element comes back: what it let go of on leaving is taken up at an update.
    if (this.hasUpdated) this.requestUpdate();
    // A provider whose code comes later than ours did not hear the request of the first connection.
    if (this.awaitsProvider) {
      void customElements.whenDefined('cnr-provider').then(() => this.#surroundings.hostConnected());
    }
    this.#language.observe(document, { attributeFilter: ['lang'], subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#language.disconnect();
  }
}

/** The nearest ancestor that matches, through shadow roots. */
function closest(element: Element, selector: string): Element | undefined {
  const found = element.closest(selector);
  if (found !== null) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? closest(root.host, selector) : undefined;
}
