import type { RegistrationDetails } from './meeting.js';
import { readAs } from './shape.js';
import { registrationDetailsShape } from './shapes/registrationDetails.js';

/** Reads what the code of a registration reads back. @throws ContractError */
export function parseRegistrationDetails(value: unknown): RegistrationDetails {
  return readAs(registrationDetailsShape, 'registration', value) as RegistrationDetails;
}
