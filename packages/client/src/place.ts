import { descriptorKey, type BackendDescriptor } from './backend.js';

/** Whose consultation: what this device holds belongs to one backend and consultation. */
export interface Place {
  descriptor: BackendDescriptor;
  consultation: string;
}

/** Whether something of this device belongs there. What the place leaves open narrows nothing. */
export function isAt(own: Place, { descriptor, consultation }: Partial<Place>): boolean {
  return (
    (consultation === undefined || own.consultation === consultation) &&
    (descriptor === undefined || descriptorKey(own.descriptor) === descriptorKey(descriptor))
  );
}

/** The name of a place in a store. */
export function placeKey({ descriptor, consultation }: Place): string {
  return `${consultation} ${descriptorKey(descriptor)}`;
}
