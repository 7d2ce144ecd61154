import { canonicalJson, type Contribution } from '@cnr-widgets/contract';
import { ClientError } from './errors.js';

/**
 * Lower-case hexadecimal SHA-256 of the contribution's canonical JSON in UTF-8: what "the same content" means.
 * @throws ClientError `insecure-context` where the page has no Web Crypto.
 */
export async function contentHashOf(contribution: Contribution): Promise<string> {
  const { crypto } = globalThis as { crypto?: { subtle?: SubtleCrypto } };
  if (!crypto?.subtle) throw new ClientError('insecure-context', 'Web Crypto needs https or localhost');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(contribution)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
