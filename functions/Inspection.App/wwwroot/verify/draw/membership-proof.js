// Shows that some leaves, all at once, are in a tree (PROTOCOL.md section 8, the membership proof): walk the tree of RFC 6962 from
// the top, left before right. A subtree without a known leaf gives its hash to the proof; a known leaf gives nothing; any other
// subtree is split at the largest power of two below its size. The checker walks the same way, takes from the proof where the
// maker gave to it, and must reach the root with nothing left over.

import { nodeOf } from './formulas.js';

/** The proof for the leaves at the given positions, ascending, none twice. */
export function createProof(tree, positions) {
  const proof = [];
  walk(tree.size, positions, (start, end) => proof.push(tree.subtree(start, end)), () => null, () => null);
  return proof;
}

/**
 * Whether a proof leads from known leaves to the root of a tree of so many leaves.
 * @param {{index: number, leaf: string}[]} leaves In any order.
 */
export function proofLeadsToRoot(size, leaves, proof, root) {
  const sorted = [...leaves].sort((one, other) => one.index - other.index);
  if (sorted.some((leaf, i) => leaf.index >= size || (i > 0 && leaf.index === sorted[i - 1].index)))
    return false;
  let taken = 0;
  const hash = walk(
    size,
    sorted.map(leaf => leaf.index),
    () => proof[taken++],
    at => sorted[at].leaf,
    // A proof that ends too early gives undefined, which no hash above it can be.
    (left, right) => (left === undefined || right === undefined ? undefined : nodeOf(left, right)));
  return hash === root && taken === proof.length;
}

/** Walks the tree; every position is met as a known leaf, since the walk goes down to each. */
function walk(size, positions, unknown, known, join) {
  let next = 0;
  const visit = (start, end) => {
    if (next === positions.length || positions[next] >= end)
      return unknown(start, end);
    if (end - start === 1)
      return known(next++);
    const middle = start + splitOf(end - start);
    const left = visit(start, middle);
    return join(left, visit(middle, end));
  };
  return visit(0, size);
}

/** The largest power of two below n, for n of at least 2. */
function splitOf(n) {
  let split = 1;
  while (2 * split < n)
    split *= 2;
  return split;
}
