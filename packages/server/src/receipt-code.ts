import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new receipt code: 80 random bits in Crockford's base 32, e.g. `7Q2M-X0VK-94TB-ZD1R`. */
export function newReceiptCode(): string {
  // Five bits of each byte: 256 is a multiple of 32, so that every character is as likely as another.
  const characters = [...randomBytes(16)].map((byte) => ALPHABET.charAt(byte & 31)).join('');
  return inFours(characters);
}

/**
 * A code as a person typed it, as it is stored: any case, with or without hyphens and spaces, O read as 0, I and L
 * as 1 (Crockford's own rule). Undefined when it cannot be a code.
 */
export function readReceiptCode(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const characters = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(characters) ? inFours(characters) : undefined;
}

function inFours(characters: string): string {
  return characters.replace(/(.{4})(?=.)/g, '$1-');
}
