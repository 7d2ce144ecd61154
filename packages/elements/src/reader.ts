import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { CnrElement, textOf } from './element.js';
import { tellFailure } from './tell-failure.js';
import { Visibility } from './visibility.js';

type Content<Ready> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: string }
  | ({ readonly state: 'ready' } & Ready);

/** An element that reads of one consultation, once it comes near the screen and knows where: it loads, failed or is ready. */
export abstract class CnrReader<Ready extends object> extends CnrElement {
  static override properties: PropertyDeclarations = {
    content: { state: true },
  };

  /** Id of the consultation. */
  abstract consultation: string;

  protected content: Content<Ready> = { state: 'loading' };

  /** What was read last; another backend or id reads again, and so does forgetting it. */
  protected asked: { readonly backend: Backend; readonly id: string } | undefined;

  /** Ends what is under way when something else is asked for, or the element leaves the page. */
  protected loading: AbortController | undefined;

  readonly #visibility = new Visibility(this);

  /** The definition, of elements to which somebody may give it. */
  protected get given(): PublishedConsultation | undefined {
    return undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.loading?.abort();
    // Where it was cut short it is asked again when the element comes back.
    if (this.content.state !== 'ready') this.asked = undefined;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (!this.#visibility.reached) return;
    const backend = this.activeBackend;
    const id = this.given?.consultation.id ?? textOf(this.consultation);
    // A provider that is there answered when this element was connected.
    const fault = id === '' ? 'no-consultation' : backend || this.awaitsProvider ? '' : 'no-backend';
    if (fault) {
      this.loading?.abort();
      // What comes back as it was is asked for again.
      this.asked = undefined;
      this.#fail(id, fault);
    } else if (backend && (this.asked?.backend !== backend || this.asked.id !== id)) {
      this.asked = { backend, id };
      void this.#load(backend, id);
    }
  }

  /** Sets `content`: at once what stands meanwhile, in the end what there is. Whatever it throws is shown as a failure. */
  protected abstract read(backend: Backend, id: string, signal: AbortSignal): Promise<void>;

  async #load(backend: Backend, id: string): Promise<void> {
    this.loading?.abort();
    const { signal } = (this.loading = new AbortController());
    try {
      await this.read(backend, id, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(id, clientErrorOf(error, 'malformed-response').code);
    }
  }

  #fail(id: string, code: string): void {
    if (this.content.state === 'failed' && this.content.code === code) return;
    this.content = { state: 'failed', code };
    tellFailure(this, id, code);
  }
}
