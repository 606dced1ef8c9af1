// A message of a fixed length of which some bytes change from one hashing to the next, so that hashing millions of them makes no
// new array for each.

import { concat, hexOf } from '../values/bytes.js';
import { digestSize, sha256Into } from '../values/sha256.js';

export class Message {
  #bytes;

  /** @param parts In order: bytes that stay, or the number of bytes that are put in later. */
  constructor(...parts) {
    this.#bytes = concat(...parts.map(part => (typeof part === 'number' ? new Uint8Array(part) : part)));
  }

  /** Puts in some bytes of an array. */
  put(at, source, from = 0, length = source.length) {
    for (let i = 0; i < length; i++)
      this.#bytes[at + i] = source[from + i];
    return this;
  }

  /** Writes the message's digest to a place in an array. */
  hashTo(out, at) {
    sha256Into(this.#bytes, this.#bytes.length, out, at);
  }

  /** The message's digest. */
  hash() {
    const digest = new Uint8Array(digestSize);
    this.hashTo(digest, 0);
    return digest;
  }

  get hex() {
    return hexOf(this.#bytes);
  }
}
