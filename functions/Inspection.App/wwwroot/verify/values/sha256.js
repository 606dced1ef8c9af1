// SHA-256 (FIPS 180-4), at once and without a promise for each message: a draw of 100,000 enterprises hashes some two million
// messages of one or two blocks, at less than a tenth of what WebCrypto takes for so short ones. checkAgainstWebCrypto, which the
// worker calls before its first verification, shows that both say the same.

import { equal, hexOf, utf8 } from './bytes.js';

export const digestSize = 32;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
const roundConstants = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

// The same of the square roots of the first 8 primes.
const initialState = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

const blockSize = 64;
const state = new Int32Array(8);
const schedule = new Int32Array(64);
const tail = new Uint8Array(2 * blockSize);

/** The digest of some bytes. */
export function sha256(bytes) {
  const digest = new Uint8Array(digestSize);
  sha256Into(bytes, bytes.length, digest, 0);
  return digest;
}

/** The digest of some bytes, or of a text's UTF-8, as 64 lower-case hex digits. */
export const sha256Hex = content => hexOf(sha256(typeof content === 'string' ? utf8(content) : content));

/** Writes the digest of a message's first bytes to a place in an array. */
export function sha256Into(message, length, out, at) {
  state.set(initialState);
  let start = 0;
  for (; start + blockSize <= length; start += blockSize)
    compress(message, start);

  // What is left, a one bit, zeros, and the length in bits: one block, or two where the length finds no room in the first.
  const rest = length - start;
  const end = rest < blockSize - 8 ? blockSize : 2 * blockSize;
  for (let i = 0; i < rest; i++)
    tail[i] = message[start + i];
  tail[rest] = 0x80;
  tail.fill(0, rest + 1, end);
  writeWord(tail, end - 8, Math.floor(length / 0x20000000));
  writeWord(tail, end - 4, length << 3);
  for (let block = 0; block < end; block += blockSize)
    compress(tail, block);
  for (let i = 0; i < state.length; i++)
    writeWord(out, at + 4 * i, state[i]);
}

/** Throws where this file and the browser's own SHA-256 disagree on any length of up to four blocks. */
export async function checkAgainstWebCrypto() {
  // Browsers offer it only on https and on the machine itself.
  if (globalThis.crypto?.subtle === undefined)
    return;
  for (let length = 0; length <= 4 * blockSize; length++) {
    const message = Uint8Array.from({ length }, (_, i) => 31 * i + length);
    if (!equal(sha256(message), new Uint8Array(await crypto.subtle.digest('SHA-256', message))))
      throw new Error(`SHA-256 of ${length} bytes is not what WebCrypto says`);
  }
}

function writeWord(bytes, at, word) {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

function compress(bytes, start) {
  for (let t = 0, at = start; t < 16; t++, at += 4)
    schedule[t] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  for (let t = 16; t < 64; t++) {
    const x = schedule[t - 15];
    const y = schedule[t - 2];
    const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[t] = (sigma1 + schedule[t - 7] + sigma0 + schedule[t - 16]) | 0;
  }

  // Not destructured: that takes twice as long.
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < 64; t++) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t1 = (h + sum1 + ((e & f) ^ (~e & g)) + roundConstants[t] + schedule[t]) | 0;
    const t2 = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }

  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}
