import { ContextProvider } from '@lit/context';
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
 * Says once what the elements below it share.
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

  #sentences = ownSentences({});

  #policy: DevicePolicy = 'personal';

  readonly #context = new ContextProvider(this, { context: cnrContext });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { backend, contributions, locale, messages } = this;
    const addressed = typeof backend === 'string' && backend.trim() !== '' ? backend.trim() : undefined;
    const reads = addressed !== undefined && contributions !== undefined;
    if (reads && (changed.has('backend') || changed.has('contributions'))) {
      this.files = undefined;
      void this.#openFiles(addressed, contributions);
    }
    if (changed.has('device')) this.#policy = readPolicy(this.device);
    if (changed.has('messages')) this.#sentences = ownSentences(messages);
    const opened = reads ? this.files : addressed === undefined ? undefined : backendAt(addressed);
    this.#context.setValue({
      backend: typeof backend === 'object' ? backend : (opened ?? undefined),
      opening: reads && opened === undefined,
      locale: shippedLocale(locale),
      device: this.#policy,
      sentences: this.#sentences,
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
