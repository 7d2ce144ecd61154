import { createHash } from 'node:crypto';
import { canonicalJson } from '@cnr-widgets/contract';

/** Lower-case hexadecimal SHA-256 of the canonical JSON (RFC 8785) in UTF-8: two values with one hash are "the same content". */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
