import type { Context } from '@lit/context';
import type { Backend } from '@cnr-widgets/client/backend';

/** Languages that ship with the library. French is built in, the others are loaded when they are asked for. */
export type Locale = 'fr' | 'en';

/**
 * Whose device it is. On a `shared` one (a library's computer, a kiosk in a town hall) nothing is kept: no draft, no
 * receipt, no list of what was sent; answers wait in memory until the tab closes, and the citizen is told so.
 */
export type DevicePolicy = 'personal' | 'shared';

/** Sentences that a host replaces, by element and name: `{ consultation: { participate: 'Je participe' } }`. */
export type MessageOverrides = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a `<cnr-provider>` hands to the elements below it. */
export interface CnrContext {
  readonly backend: Backend | undefined;
  /** The backend is on its way: that there is none yet is no fault of the page. */
  readonly opening: boolean;
  readonly locale: Locale | undefined;
  readonly device: DevicePolicy;
  /** An element's sentences, the host's own put over them. */
  readonly sentences: <M extends object>(element: string, catalogue: M) => M;
}

/** One key for every copy of the library on a page: contexts are told apart by identity. */
export const cnrContext = Symbol.for('cnr-widgets.context.2') as Context<symbol, CnrContext>;
