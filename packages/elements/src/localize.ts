import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CnrContext, Locale } from './context.js';

/** The languages besides French of one element's catalogue, loaded when they are first asked for. */
export type OtherLocales<M> = Readonly<Record<Exclude<Locale, 'fr'>, () => Promise<M>>>;

interface LocalizeHost extends ReactiveControllerHost {
  readonly activeLocale: Locale;
  readonly sentences: CnrContext['sentences'];
}

/**
 * The sentences of one element in the language of its surroundings, the host's own put over them. A catalogue is a
 * typed object, so a missing sentence does not compile. See CONTRIBUTING for why this is not `@lit/localize`.
 */
export class Localize<M extends object> implements ReactiveController {
  readonly #loaded = new Map<Locale, M>();
  #failed = false;

  constructor(
    private readonly host: LocalizeHost,
    private readonly name: string,
    private readonly french: M,
    private readonly others: OtherLocales<M>,
  ) {
    this.#loaded.set('fr', french);
    host.addController(this);
  }

  /** False while the catalogue of another language is on its way: render nothing that would flash in French. */
  get ready(): boolean {
    return this.#failed || this.#loaded.has(this.host.activeLocale);
  }

  get t(): M {
    return this.host.sentences(this.name, this.#loaded.get(this.host.activeLocale) ?? this.french);
  }

  hostUpdate(): void {
    const locale = this.host.activeLocale;
    if (locale === 'fr' || this.#loaded.has(locale) || this.#failed) return;
    this.others[locale]().then(
      (catalogue) => {
        this.#loaded.set(locale, catalogue);
        this.host.requestUpdate();
      },
      () => {
        // French sentences are better than none, and the file is asked for again at the next visit.
        this.#failed = true;
        this.host.requestUpdate();
      },
    );
  }
}
