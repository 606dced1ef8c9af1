// Checks an audit path as RFC 9162 section 2.1.3.2 says. The path lists siblings from the leaf upwards. Bit h of the leaf's
// position tells on which side the sibling of level h stands; where the leaf's branch is the unpaired last of a level, that level
// has no sibling and is skipped. The path must be used up exactly when the root is reached.

import { nodeOf } from './formulas.js';

/** The hashes from the leaf to the top as {left, right, hash}; null where the path does not fit such a position. */
export function climb(leaf, index, size, path) {
  if (index < 0 || index >= size)
    return null;
  const steps = [];
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0)
      return null;
    const isRight = node % 2 === 1 || node === last;
    const [left, right] = isRight ? [sibling, hash] : [hash, sibling];
    hash = nodeOf(left, right);
    steps.push({ left, right, hash });
    while (isRight && node % 2 === 0 && node !== 0)
      [node, last] = [node >>> 1, last >>> 1];
    [node, last] = [node >>> 1, last >>> 1];
  }
  return last === 0 ? steps : null;
}

/** Whether the path leads from the leaf at a position to the root of a tree of so many leaves. */
export function leadsToRoot(leaf, index, size, path, root) {
  const steps = climb(leaf, index, size, path);
  return steps !== null && (steps.at(-1)?.hash ?? leaf) === root;
}
