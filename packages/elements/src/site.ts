import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import type { Place } from '@cnr-widgets/client/place';

/** A consultation that was read, and where. */
export interface Site {
  readonly backend: Backend;
  readonly published: PublishedConsultation;
}

/** Where this device keeps what belongs to it. */
export function placeOf({ backend, published }: Site): Place {
  return { descriptor: backend.descriptor, consultation: published.consultation.id };
}
