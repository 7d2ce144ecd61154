// What stands for chance in what the demo makes up: the same text gives the same, at every start.
import { createHash } from 'node:crypto';

/** @param {string} text @returns {Buffer} 32 bytes */
export const hash = (text) => createHash('sha256').update(`cnr-widgets demo ${text}`).digest();

/** A UUID of version 4 by its form. @param {string} text */
export function uuid(text) {
  const bytes = hash(text).subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
