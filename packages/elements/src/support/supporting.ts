import type { SupportCounts } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import { forgetExpired } from '@cnr-widgets/client/expire';
import type { Outbox, OutboxChange, OutboxEntry } from '@cnr-widgets/client/outbox';
import { supportOf, toggleSupport, type SupportState } from '@cnr-widgets/client/supports';
import type { ReactiveControllerHost } from 'lit';
import type { DevicePolicy } from '../context.js';
import { CnrSupportedEvent, type SupportOutcome } from '../events.js';
import { outboxOf } from '../page-outbox.js';
import { tellFailure } from '../tell-failure.js';
import { tellPage } from '../tell-page.js';
import { countsOf } from './counts.js';

/** The oldest that counts may be when they arrive, and a second more. */
const COUNTS_AGE_MS = 6000;

/** What became of a press, and what of it is on the device. */
interface Pressed {
  readonly state: SupportOutcome;
  readonly entry?: OutboxEntry | undefined;
}

interface SupportingHost extends ReactiveControllerHost, Element {
  readonly device: DevicePolicy;
  readonly knownOn: boolean | undefined;
}

/**
 * What one subject is supported by, and whether by whoever uses this device; and the press that changes it. A press
 * ends here, under its own title, also where the button shows another subject by then. Renders nothing.
 */
export class Supporting {
  /** Undefined until the backend has told. */
  counts: SupportCounts | undefined;
  /** Why the backend could not tell the last time it was asked. */
  failure: string | undefined;
  /** The button was pressed here: what becomes of it is announced. */
  acted = false;
  /** How the last press ended where it left nothing on the device. */
  end: 'cancelled' | 'unsaved' | 'noneLeft' | undefined;
  /** The host's own words for what is supported. */
  label: string | undefined;
  #backend: Backend | undefined;
  #outbox: Outbox | undefined;
  /** What the device holds; undefined until it was looked at. */
  #entries: readonly OutboxEntry[] | undefined;
  /** What was pressed and is not on the device yet. */
  #wish: boolean | undefined;
  /** Putting it there. */
  #busy = false;
  /** How many others supported it when the counts were made. */
  #others: { readonly counts: SupportCounts; readonly count: number } | undefined;
  /** The entry that a press here left waiting, and whose end the page is to be told. */
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: AbortController | undefined;

  constructor(
    private readonly host: SupportingHost,
    private readonly consultation: string,
    private readonly subject: string,
  ) {}

  /** Whether it is about this, on a device as it is now. A backend that comes later than the rest is taken. */
  isOf(consultation: string, subject: string, backend: Backend | undefined): boolean {
    const own = this.#backend ?? backend;
    const outbox = this.#outbox && outboxOf(this.host.device);
    return (
      consultation === this.consultation &&
      subject === this.subject &&
      backend === own &&
      outbox === this.#outbox
    );
  }

  /** Shows it from now on. Again: no effect, unless the host was away. */
  show(backend: Backend): void {
    if (this.#stop?.signal.aborted === false) return;
    const { signal } = (this.#stop = new AbortController());
    if (!this.#backend) this.failure = undefined;
    this.#backend = backend;
    this.#outbox = outboxOf(this.host.device);
    this.#outbox.addEventListener('change', (change) => void this.#hear(change), { signal });
    void this.#look();
    void this.#ask();
    addEventListener('online', () => this.failure && void this.#ask(), { signal });
    // Back from another page, or from the phone's home screen: what stands here is old.
    const onShown = () => document.visibilityState === 'visible' && void this.#ask();
    document.addEventListener('visibilitychange', onShown, { signal });
    // Pressed before the page told that the button is in sight.
    void this.#fulfil();
  }

  /** Shows nothing any more. What was pressed is still put on the device. */
  stop(): void {
    this.#stop?.abort();
    clearTimeout(this.#timer);
  }

  fail(code: string): void {
    if (this.failure === code) return;
    this.failure = code;
    this.host.requestUpdate();
    tellFailure(this.host, this.consultation, code);
  }

  /** What the backend says of it; undefined as well where nobody may see it (any more). */
  get told(): SupportCounts['supports'][number] | undefined {
    return this.counts?.supports.find(({ subject }) => subject === this.subject);
  }

  /** What is supported, as the button's name and the citizen's own list say it. */
  get title(): string {
    return this.label ?? this.told?.title ?? '';
  }

  /** Where it stands for this device. */
  get mine(): SupportState {
    return this.#stateOf(this.subject);
  }

  /** What the button shows: at once what was pressed, then what is on the device; never what was refused. */
  get on(): boolean {
    return this.#wish ?? this.mine.on;
  }

  /** How many support it, this device among them once the backend has received that; undefined while unknown. */
  get count(): number | undefined {
    return this.#others && this.#others.count + (this.mine.counted ? 1 : 0);
  }

  /** How many more this person may support; undefined without a limit. */
  get left(): number | undefined {
    const most = this.counts?.supportsPerPerson;
    if (most === undefined) return undefined;
    const subjects = new Set(this.#entries?.map(({ keep }) => keep?.subject ?? ''));
    return Math.max(0, most - [...subjects].filter((subject) => this.#stateOf(subject).on).length);
  }

  press(on: boolean): void {
    this.acted = true;
    // None left: it would be refused, so it is said and not sent.
    this.end = on && this.left === 0 ? 'noneLeft' : undefined;
    if (!this.end) this.#wish = on;
    this.host.requestUpdate();
    void this.#fulfil();
  }

  get #stopped(): boolean | undefined {
    return this.#stop?.signal.aborted;
  }

  /** Until what is on the device is what was pressed last. Does not wait for the receipt, which comes as a change. */
  async #fulfil(): Promise<void> {
    if (this.#busy || this.#wish === undefined || !this.#backend || !this.#outbox) return;
    this.#busy = true;
    await this.#look();
    if (!this.counts) await this.#ask();
    const wanted = () => (this.#wish === this.mine.on ? undefined : this.#wish);
    for (let on = wanted(); on !== undefined; on = wanted()) {
      const { consultation, subject, title, counts } = this;
      const { version: definitionVersion = 0, takenUntil } = counts ?? {};
      const press = { consultation, definitionVersion, takenUntil, subject, title, on };
      const pressed = counts && toggleSupport(this.#outbox, this.#backend, press, { waitMs: 0 });
      const { state, entry }: Pressed = (await pressed) ?? { state: 'unsaved' };
      this.#conclude(on, state, entry);
      await this.#look();
      if (this.#wish === on) break;
    }
    this.#wish = undefined;
    this.#busy = false;
    this.host.requestUpdate();
  }

  #conclude(on: boolean, state: SupportOutcome, entry?: OutboxEntry): void {
    this.#waiting = state === 'queued' || state === 'unsaved' ? entry?.id : undefined;
    if (!entry && (state === 'cancelled' || state === 'unsaved')) this.end = state;
    tellPage(this.host, new CnrSupportedEvent(this.consultation, this.subject, on, state));
  }

  async #hear({ id, entry }: OutboxChange): Promise<void> {
    await this.#look();
    const state = entry?.state;
    if (id !== this.#waiting || (state !== 'received' && state !== 'refused')) return;
    this.#conclude(entry?.keep?.on === true, state, entry);
  }

  /** Looks at what this device holds. */
  async #look(): Promise<void> {
    this.#entries = await this.#outbox?.entries();
    this.#weigh();
  }

  async #ask(): Promise<void> {
    if (!this.#backend) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      const own = this.host.knownOn !== undefined;
      this.counts = await countsOf(this.#backend, this.consultation, this.subject, own);
      this.failure = undefined;
      if (this.counts.phase !== 'open') void forgetExpired();
      this.#weigh();
      if (!this.told && !this.#stopped) this.fail('unknown-subject');
    } catch (error) {
      // An old count is better than none.
      if (!this.counts && !this.#stopped) this.fail(clientErrorOf(error, 'malformed-response').code);
    }
  }

  /** Tells this device's support from the others', once for each time that the backend counted. */
  #weigh(): void {
    const { counts, told, mine } = this;
    this.host.requestUpdate();
    if (!counts || !told || !this.#entries) return;
    const received = this.#entries.filter(({ keep, receipt }) => receipt && keep?.subject === told.subject);
    const receivedAt = received.at(-1)?.receipt?.receivedAt ?? '';
    // Received after the backend counted: what it counted of ours is what it was before.
    const later = Date.parse(receivedAt) > Date.parse(counts.countedAt);
    if (this.#others?.counts !== counts) {
      this.#others = { counts, count: told.count - (mine.counted === !later ? 1 : 0) };
    }
    if (later && !this.#stopped) this.#timer ??= setTimeout(() => void this.#ask(), COUNTS_AGE_MS);
  }

  #stateOf(subject: string): SupportState {
    const descriptor = this.#backend?.descriptor ?? { adapter: 'memory', name: '' };
    return supportOf(this.#entries ?? [], { descriptor, consultation: this.consultation }, subject);
  }
}
