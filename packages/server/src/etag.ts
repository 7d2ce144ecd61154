import { createHash } from 'node:crypto';

/** A strong entity tag (RFC 9110, 8.8.3) for what is equal byte by byte wherever `content` is. */
export function etagOf(content: string): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}
