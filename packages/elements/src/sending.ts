import { graceEnds, WEEK, type ContributionKind, type ContributionOf } from '@cnr-widgets/contract';
import type { Kept, OutboxDraft, OutboxEntry, Outcome } from '@cnr-widgets/client/outbox';
import { pseudonymFor } from '@cnr-widgets/client/pseudonyms';
import { memoryStore } from '@cnr-widgets/client/store';
import type { ReactiveControllerHost } from 'lit';
import type { DevicePolicy } from './context.js';
import { loadProof } from './load-proof.js';
import { outboxOf } from './page-outbox.js';
import { placeOf, type Site } from './site.js';
import { tellPage } from './tell-page.js';

/** What citizens write themselves. */
type Written = Extract<ContributionKind, 'proposal' | 'comment' | 'report' | 'registration'>;

/** Something written. Its pseudonym is this device's for the kind, where none is given. */
type Content = {
  [Kind in Written]: {
    kind: Kind;
    payload: Omit<ContributionOf<Kind>['payload'], 'pseudonym'> & { pseudonym?: string };
  };
}[Written];

interface SendingHost extends ReactiveControllerHost, Element {
  readonly device: DevicePolicy;
}

/**
 * On a shared device each person is another one, and nobody is remembered. Where the device cannot remember either, the
 * citizen may still write: moderators read it, and nothing is counted twice as a second support would be.
 */
function pseudonymOf(site: Site, kind: Written, device: DevicePolicy): Promise<string> {
  const forgotten = { store: memoryStore() };
  if (device === 'shared') return pseudonymFor(placeOf(site), kind, forgotten);
  // One may report, and register for a meeting, after the closing.
  const until = Math.max(graceEnds(site.published.consultation).getTime(), Date.now() + WEEK);
  return pseudonymFor(placeOf(site), kind, { until: new Date(until).toISOString() }).catch(() =>
    pseudonymFor(placeOf(site), kind, forgotten),
  );
}

/** Hands what was written to the outbox, once, and keeps what became of it. Renders nothing. */
export class Sending {
  busy = false;
  /** What became of it, as soon as something is on the device or received. */
  entry: OutboxEntry | undefined;
  /** It is neither on the device nor received: it stands where it was written. */
  unsaved = false;

  /** @param told tells the host's page what became of it */
  constructor(
    private readonly host: SendingHost,
    private readonly told: (consultation: string, state: Outcome['state']) => Event,
  ) {}

  /** Sends something new. */
  submit(site: Site, { kind, payload }: Content, keep?: Kept): Promise<void> {
    return this.conclude(site, async () => {
      const { id, title } = site.published.consultation;
      const pseudonym = payload.pseudonym ?? (await pseudonymOf(site, kind, this.host.device));
      const draft = {
        kind,
        consultation: id,
        consultationTitle: title,
        definitionVersion: site.published.version,
        payload: { ...payload, pseudonym },
        keep,
      } as OutboxDraft; // The compiler does not follow a payload through its generic kind.
      return outboxOf(this.host.device).submit(site.backend, draft);
    });
  }

  /** Waits for what becomes of something that `send` sends. */
  async conclude(site: Site, send: () => Promise<Outcome>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.unsaved = false;
    this.host.requestUpdate();
    const outbox = outboxOf(this.host.device);
    // Few backends ask for one.
    outbox.addEventListener('proof', loadProof, { once: true });
    let state: Outcome['state'] = 'unsaved';
    try {
      const outcome = await send();
      ({ state } = outcome);
      this.entry = outcome.entry;
    } catch (error) {
      // Without Web Crypto nothing was made, so nothing was sent: the text stands where it was written.
      console.error('cnr-widgets', error);
    }
    outbox.removeEventListener('proof', loadProof);
    this.busy = false;
    this.unsaved = !this.entry;
    tellPage(this.host, this.told(site.published.consultation.id, state));
    this.host.requestUpdate();
  }

  /** Room for another one. */
  clear(): void {
    this.entry = undefined;
    this.unsaved = false;
    this.host.requestUpdate();
  }
}
