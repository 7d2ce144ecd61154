import { ContextConsumer, ContextProvider } from '@lit/context';
import type { Backend } from '@cnr-widgets/client/backend';
import {
  css,
  html,
  LitElement,
  type PropertyValues,
  type TemplateResult,
  type PropertyDeclarations,
} from 'lit';
import { cnrContext, type DevicePolicy, type MessageOverrides } from '../context.js';
import { backendAt, shippedLocale } from '../element.js';
import { ownSentences } from './own-sentences.js';

/**
 * Says once what the elements below it share. In another one it says what is different from there on; a device that is
 * shared stays so.
 *
 * @summary Hands backend, language and the device's policy to the elements below it.
 * @tagname cnr-provider
 *
 * @slot - The page's content with the elements in it.
 */
export class CnrProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties: PropertyDeclarations = {
    backend: {},
    contributions: {},
    locale: {},
    device: {},
    messages: { converter: { fromAttribute: readMessages } },
    files: { state: true },
  };

  /**
   * Address of the backend, or (as a property) an adapter. With `contributions` it is the folder of a plain web
   * server in which definitions and results stand as files.
   */
  backend: string | Backend | undefined;

  /** Address to which contributions are sent, where `backend` is a folder of files. */
  contributions: string | undefined;

  /** `fr` or `en`. Default: the nearest `lang` attribute of each element, then French. */
  locale: string | undefined;

  /**
   * `shared` for a library's computer or a kiosk: nothing is kept on the device. Default: `personal`. Any other word is
   * taken for `shared`, and told on the console.
   */
  device: DevicePolicy = 'personal';

  /** The host's own sentences in place of ours, by element and name; as an attribute, JSON. */
  messages: MessageOverrides = {};

  /** What `backend` and `contributions` name; undefined while it is being opened, null where it cannot be. */
  private files: Backend | null | undefined;

  #own = ownSentences({});

  #policy: DevicePolicy = 'personal';

  readonly #context = new ContextProvider(this, { context: cnrContext });
  readonly #outer = new ContextConsumer(this, { context: cnrContext, subscribe: true });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { locale, messages } = this;
    const outer = this.#outer.value;
    // Frameworks take things away by null.
    const backend = this.backend ?? undefined;
    const contributions = this.contributions ?? undefined;
    const address = typeof backend === 'string' ? backend.trim() : '';
    const reads = address !== '' && contributions !== undefined;
    if (reads && (changed.has('backend') || changed.has('contributions'))) {
      this.files = undefined;
      void this.#openFiles(address, contributions);
    }
    if (changed.has('device')) this.#policy = readPolicy(this.device);
    if (changed.has('messages')) this.#own = ownSentences(messages);
    const own = this.#own;
    const named = address !== '' || typeof backend === 'object';
    const opened = typeof backend === 'object' ? backend : reads ? this.files : backendAt(address);
    this.#context.setValue({
      backend: (named ? opened : outer?.backend) ?? undefined,
      opening: named ? reads && opened === undefined : outer?.opening === true,
      locale: shippedLocale(locale) ?? outer?.locale,
      device: outer?.device === 'shared' ? 'shared' : this.#policy,
      sentences: (element, catalogue) => own(element, outer?.sentences(element, catalogue) ?? catalogue),
    });
  }

  /** Few hosts need it, so its code is loaded where it is asked for. */
  async #openFiles(files: string, contributions: string): Promise<void> {
    try {
      const { staticBackend } = await import('@cnr-widgets/client/static');
      this.files = staticBackend({ files, contributions });
    } catch (error) {
      console.error('cnr-provider', error);
      this.files = null;
    }
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

/** Whoever wrote a word that is none of ours meant something: on the safe side, nothing is kept then. */
function readPolicy(written: string | null): DevicePolicy {
  const word = written?.trim().toLowerCase() ?? '';
  if (word === '' || word === 'personal') return 'personal';
  if (word !== 'shared')
    console.error(
      `<cnr-provider device="${word}"> : « shared » ou « personal » attendu, compris « shared » / expected "shared" or "personal", taken for "shared"`,
    );
  return 'shared';
}

/** A webmaster's JSON that does not parse must not take the consultation away: it is told and left out. */
function readMessages(value: string | null): MessageOverrides {
  if (value === null) return {};
  try {
    const read: unknown = JSON.parse(value);
    if (typeof read === 'object' && read !== null) return read as MessageOverrides;
    throw new TypeError('not an object');
  } catch (error) {
    console.error('<cnr-provider messages>: expected a JSON object of sentences by element and name.', error);
    return {};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-provider': CnrProvider;
  }
}
