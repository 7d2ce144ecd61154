import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import type { Session } from './session.js';

/**
 * What was being answered when its citizen went back to the presentation, in the page's memory alone: coming back finds
 * it. One a backend.
 */
const unfinished = new WeakMap<Backend, { readonly of: string; readonly session: Session }>();

const nameOf = ({ consultation, version }: PublishedConsultation) => `${consultation.id} ${version}`;

export function setAside(backend: Backend, published: PublishedConsultation, session: Session): void {
  unfinished.set(backend, { of: nameOf(published), session });
}

/** The answers that were set aside for this version of a consultation, which are no longer. */
export function takenUp(backend: Backend, published: PublishedConsultation): Session | undefined {
  const kept = unfinished.get(backend);
  unfinished.delete(backend);
  return kept?.of === nameOf(published) ? kept.session : undefined;
}

/** Something else was begun, or it was sent: nobody is to find it again. */
export function forgetSetAside(backend: Backend): void {
  unfinished.delete(backend);
}
