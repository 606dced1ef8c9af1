// The Merkle tree hash of RFC 6962 section 2.1, built from the bottom: level 0 holds the leaves, level h + 1 the nodes over pairs
// of level h, and an unpaired last element moves up as it is. So element i of level h is the hash of the leaves from i·2^h up to
// (i + 1)·2^h or the end, which is exactly the hash of a subtree of the RFC. With one leaf the root is that leaf.

import { hexOf } from '../values/bytes.js';
import { digestSize } from '../values/sha256.js';
import { leftInNode, nodeMessage } from './formulas.js';

export class MerkleTree {
  #levels;

  /** @param {Uint8Array[]} levels Digests one after the other, from the leaves to the root. */
  constructor(levels) {
    this.#levels = levels;
    this.size = levels[0].length / digestSize;
    this.root = hexOf(levels.at(-1));
  }

  leaf(index) {
    return this.subtree(index, index + 1);
  }

  /** The hash of the leaves from start to end, where these bound a subtree of the RFC's tree. */
  subtree(start, end) {
    let level = 0;
    while (2 ** level < end - start)
      level++;
    const at = digestSize * Math.floor(start / 2 ** level);
    return hexOf(this.#levels[level], at, at + digestSize);
  }
}

/** Builds the tree over leaves, digests one after the other. */
export async function buildTree(leaves, work) {
  const levels = [leaves];
  while (levels.at(-1).length > digestSize)
    levels.push(await parentsOf(levels.at(-1), work));
  return new MerkleTree(levels);
}

async function parentsOf(children, work) {
  const count = children.length / digestSize;
  const pairs = Math.floor(count / 2);
  const parents = new Uint8Array(digestSize * Math.ceil(count / 2));
  const node = nodeMessage();
  await work.forEach(pairs, i => node
    .put(leftInNode, children, 2 * digestSize * i, 2 * digestSize)
    .hashTo(parents, digestSize * i));
  if (count % 2 === 1)
    parents.set(children.subarray(-digestSize), digestSize * pairs);
  return parents;
}
