// SHA-256 (FIPS 180-4) in plain arithmetic, so that the same bytes give the same hash in every host, and synchronously.
import { hex, hexOfWord, writeUtf8 } from './bytes.ts';

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2).
// biome-ignore format: a table
const roundConstants = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);
const firstState = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);

// One call runs at a time and none reads what another left, so the work space is made once.
const state = new Int32Array(8);
const schedule = new Int32Array(64);
const lastBlocks = new Uint8Array(128);
let textBytes = new Uint8Array(4096);

/** The 32 bytes of the hash. */
export function sha256(bytes: Uint8Array): Uint8Array {
  digest(bytes, bytes.length);
  const result = new Uint8Array(32);
  for (let index = 0; index < 32; index++) result[index] = (state[index >> 2] ?? 0) >>> (24 - (index & 3) * 8);
  return result;
}

/** The hash in lower-case hexadecimal; a text is hashed as UTF-8. */
export function sha256Hex(input: string | Uint8Array): string {
  if (typeof input !== 'string') return hex(sha256(input));
  if (textBytes.length < input.length * 3) textBytes = new Uint8Array(input.length * 3);
  digest(textBytes, writeUtf8(input, textBytes));
  let text = '';
  for (let index = 0; index < 8; index++) text += hexOfWord(state[index] ?? 0);
  // One large text would else hold its memory for ever.
  if (textBytes.length > 1_048_576) textBytes = new Uint8Array(4096);
  return text;
}

function digest(bytes: Uint8Array, length: number): void {
  state.set(firstState);
  const whole = length - (length % 64);
  for (let offset = 0; offset < whole; offset += 64) compress(bytes, offset);
  const rest = length - whole;
  for (let index = 0; index < rest; index++) lastBlocks[index] = bytes[whole + index] ?? 0;
  lastBlocks[rest] = 0x80;
  const padded = rest < 56 ? 64 : 128;
  lastBlocks.fill(0, rest + 1, padded);
  const bits = length * 8;
  writeWord(padded - 8, Math.floor(bits / 0x1_0000_0000));
  writeWord(padded - 4, bits);
  compress(lastBlocks, 0);
  if (padded === 128) compress(lastBlocks, 64);
}

function writeWord(at: number, word: number): void {
  lastBlocks[at] = word >>> 24;
  lastBlocks[at + 1] = word >>> 16;
  lastBlocks[at + 2] = word >>> 8;
  lastBlocks[at + 3] = word;
}

function compress(bytes: Uint8Array, offset: number): void {
  for (let t = 0; t < 16; t++) {
    const at = offset + t * 4;
    schedule[t] =
      ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
  }
  for (let t = 16; t < 64; t++) {
    const x = schedule[t - 15] as number;
    const y = schedule[t - 2] as number;
    const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[t] = ((schedule[t - 16] as number) + small0 + (schedule[t - 7] as number) + small1) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let t = 0; t < 64; t++) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + big1 + (g ^ (e & (f ^ g))) + (roundConstants[t] as number) + (schedule[t] as number)) | 0;
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (big0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
  state[4] = ((state[4] as number) + e) | 0;
  state[5] = ((state[5] as number) + f) | 0;
  state[6] = ((state[6] as number) + g) | 0;
  state[7] = ((state[7] as number) + h) | 0;
}
