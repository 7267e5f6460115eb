// What sealing takes from Node: its SHA-256, some five times as fast as the plain one, and random salts.
import { hash as digest, randomBytes } from 'node:crypto';
import type { HashText, Sealing } from '../conduct/index.ts';

const saltLength = 32;
const firstSize = 1 << 16;
// One call runs at a time, so the bytes to hash are laid out in one place.
let scratch = Buffer.allocUnsafe(firstSize);

/** SHA-256 of the bytes spelled by a hexadecimal prefix and of a text, by Node. The same as `plainHashText`. */
export const nodeHashText: HashText = (prefix, text) => {
  const prefixLength = prefix.length >> 1;
  // UTF-8 takes at most three bytes a UTF-16 code unit.
  const most = prefixLength + text.length * 3;
  if (prefix.length === saltLength && most <= mostKept) return saltedHash(prefix, text, most);
  if (most > scratch.length) scratch = Buffer.allocUnsafe(most);
  const written = prefixLength === 0 ? 0 : scratch.write(prefix, 0, 'hex');
  const end = written + scratch.write(text, written, 'utf8');
  const result = digest('sha256', scratch.subarray(0, end), 'hex');
  if (scratch.length > 1 << 20) scratch = Buffer.allocUnsafe(firstSize);
  return result;
};

const sheetSize = 1 << 18;
const mostKept = 1 << 15;
const textsKept = 16;
let sheet = Buffer.allocUnsafeSlow(sheetSize);
let filled = 0;
let keptTexts: string[] = [];
let keptBytes: Uint8Array[] = [];

// What is salted is a payload, which is stored next. A sheet is never written twice, so what was cut from it stays what it is.
function saltedHash(salt: string, text: string, most: number): string {
  if (filled + most > sheetSize) {
    sheet = Buffer.allocUnsafeSlow(sheetSize);
    filled = 0;
  }
  const start = filled;
  const middle = start + sheet.write(salt, start, 'hex');
  filled = middle + sheet.write(text, middle, 'utf8');
  if (keptTexts.length === textsKept) [keptTexts, keptBytes] = [[], []];
  keptTexts.push(text);
  keptBytes.push(sheet.subarray(middle, filled));
  return digest('sha256', sheet.subarray(start, filled), 'hex');
}

/** The UTF-8 of a text that was hashed with a salt a moment ago: spelling out a payload once costs as much as hashing it. */
export function hashedBytes(text: string): Uint8Array | undefined {
  return keptBytes[keptTexts.indexOf(text)];
}

const saltsAtOnce = 256;
let pool = '';
let used = 0;

/** A salt that nobody can guess. Many are drawn and spelled at once: one by one it would cost as much as a hash. */
function randomSalt(): string {
  if (used === pool.length) {
    pool = randomBytes((saltsAtOnce * saltLength) / 2).toString('hex');
    used = 0;
  }
  used += saltLength;
  return pool.slice(used - saltLength, used);
}

/** Sealing for a real exercise: Node's hash and random salts. A dry run brings salts that follow from its seed. */
export const nodeSealing: Sealing = { hash: nodeHashText, salt: randomSalt };
