// A module of its own, and loaded when it is called: few of those who read of meetings register.
import {
  parseRegistrationDetails,
  type RegistrationContact,
  type RegistrationDetails,
} from '@cnr-widgets/contract';
import type { CallOptions } from './backend.js';
import { parsed, type Call } from './request.js';

export async function registration(
  call: Call,
  consultation: string,
  code: string,
  options?: CallOptions,
): Promise<RegistrationDetails> {
  const init = { headers: { 'Cnr-Receipt-Code': code } };
  return parsed(parseRegistrationDetails, await call(consultation, MINE, options, init));
}

export async function leaveContact(
  call: Call,
  consultation: string,
  code: string,
  contact: RegistrationContact,
  options?: CallOptions,
): Promise<void> {
  const headers = { 'Cnr-Receipt-Code': code, 'Content-Type': 'application/json' };
  const init = { method: 'PUT', headers, body: JSON.stringify(contact) };
  await call(consultation, `${MINE}/contact`, options, init);
}

export async function eraseContact(
  call: Call,
  consultation: string,
  code: string,
  options?: CallOptions,
): Promise<void> {
  const init = { method: 'DELETE', headers: { 'Cnr-Receipt-Code': code } };
  await call(consultation, `${MINE}/contact`, options, init);
}

const MINE = '/registrations/mine';
