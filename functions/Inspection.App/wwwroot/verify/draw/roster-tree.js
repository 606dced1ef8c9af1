// The tree over a roster's leaves, whose root the notice publishes (PROTOCOL.md section 1), and the salts on the way to it.

import { digestSize } from '../values/sha256.js';
import { codeLength } from '../values/uscc.js';
import {
  classSealMessage, codeInLeaf, codeInSalt, leafMessage, saltInClassSeal, saltMessage, saltSize, sealInLeaf,
} from './formulas.js';
import { buildTree } from './merkle-tree.js';

/** For each enterprise, in roster order and 32 bytes apart, its salt (the first 16 bytes) and class seal; and the tree. */
export async function sealRoster(roster, key, work) {
  const salts = new Uint8Array(digestSize * roster.size);
  const seals = new Uint8Array(digestSize * roster.size);
  const leaves = new Uint8Array(digestSize * roster.size);
  const salt = saltMessage(key);
  const sealOfClass = roster.classes.map(c => classSealMessage(c.class));
  const leaf = leafMessage();
  await work.begin('roster');
  await work.forEach(roster.size, i => {
    salt.put(codeInSalt, roster.codes, codeLength * i, codeLength).hashTo(salts, digestSize * i);
    sealOfClass[roster.classOf[i]].put(saltInClassSeal, salts, digestSize * i, saltSize).hashTo(seals, digestSize * i);
    leaf.put(codeInLeaf, roster.codes, codeLength * i, codeLength)
      .put(sealInLeaf, seals, digestSize * i, digestSize)
      .hashTo(leaves, digestSize * i);
  });
  return { salts, seals, tree: await buildTree(leaves, work) };
}
