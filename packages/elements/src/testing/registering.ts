import { fixture } from '@open-wc/testing';
import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { MemoryBackend, MemoryMeeting } from '@cnr-widgets/client/memory';
import { html } from 'lit';
import '../define/meeting.js';
import { backendOf, inDays, Network, part, press, publishedOf, type } from './fixtures.js';

export const ID = 'soir';
export const CONSULTATION = 'la-salle';

export function planned(changes: Partial<MemoryMeeting> = {}): MemoryMeeting {
  return {
    id: ID,
    title: 'Réunion du soir',
    timeZone: 'Europe/Paris',
    sessions: [{ start: inDays(5), end: inDays(5.1) }],
    place: { name: 'Salle des fêtes', city: 'Laval', departement: '53' },
    places: { onSite: 4 },
    registration: {},
    ...changes,
  };
}

export function announced(): PublishedConsultation {
  return publishedOf({ questionnaire: undefined, meetings: { retentionDays: 12 } });
}

/** A device at a meeting for which one registers, and what a citizen does there. */
export class Registering {
  readonly network = new Network();
  meetings: MemoryMeeting[] = [];
  backend: MemoryBackend = backendOf();
  opened: HTMLElement = document.body;

  async open(changes: Partial<MemoryMeeting> = {}, published = announced()): Promise<void> {
    this.meetings = [planned(changes)];
    this.backend = backendOf(published, {
      meetings: { [CONSULTATION]: this.meetings },
      intercept: this.network.intercept,
    });
    await this.show(published);
  }

  /** Opens it, again on a page of its own where it is open already. */
  async show(published = announced()): Promise<void> {
    const rules = { retentionDays: 12, peopleMax: 3, contact: true };
    this.opened = await fixture(
      html`<cnr-meeting
        .backend=${this.backend}
        .published=${published}
        .rules=${rules}
        .meeting=${ID}
      ></cnr-meeting>`,
    );
    await part(this.opened, '#step', 'Réunion du soir');
    await part(this.opened, 'article:not([aria-busy])');
  }

  form(): Promise<HTMLElement> {
    return part(this.opened, 'cnr-registration');
  }

  async begin(): Promise<HTMLElement> {
    await press(this.opened, 'S’inscrire');
    const registration = await this.form();
    await part(registration, '#firstName');
    return registration;
  }

  async come(people = 1, firstName = 'Ana'): Promise<HTMLElement> {
    const registration = await this.begin();
    await type(registration, '#firstName', firstName);
    await this.pick(registration, people);
    await press(registration, 'Je m’inscris');
    return registration;
  }

  async pick(registration: Element, people: number): Promise<void> {
    const select = await part<HTMLSelectElement>(registration, '#people');
    select.value = String(people);
    select.dispatchEvent(new Event('change'));
  }

  /** Somebody else comes. */
  taken(people: number): void {
    const [meeting] = this.meetings;
    if (meeting) meeting.taken = { 'on-site': people };
  }

  people(): number[] {
    return this.backend.rows('registration').map(({ payload }) => payload.people);
  }

  /** A registration of another device. */
  async elsewhere(): Promise<{ code: string }> {
    const payload = {
      ...{ pseudonym: crypto.randomUUID(), meeting: ID, attendance: 'on-site' as const },
      ...{ firstName: 'Élise', people: 2 },
    };
    return this.backend.put({
      ...{ id: crypto.randomUUID(), kind: 'registration', consultation: CONSULTATION, definitionVersion: 1 },
      createdAt: new Date().toISOString(),
      payload,
    });
  }
}

/** Which part of an element has the focus. */
export function focused(element: Element): string | undefined {
  return element.shadowRoot?.activeElement?.id;
}

/** What a screen reader is told without being asked, as often as it is told it. */
export function announcements(registration: Element): string[] {
  const said: string[] = [];
  const region = registration.shadowRoot?.querySelector('[role=status]');
  if (!region) throw new Error('no live region before there is anything to say');
  new MutationObserver(() => {
    if (region.textContent.trim() !== '') said.push(region.textContent.trim());
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}
