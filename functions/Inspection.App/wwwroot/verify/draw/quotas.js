// How many of each class are drawn (PROTOCOL.md section 5), in exact integers.
//
// Mode weights shares a total n so that an enterprise's chance is n·weight/D with D = Σ size·weight. A class whose chance would
// reach 1 is taken whole and leaves, and the rest is shared anew. What remains is a line of length n, cut into one piece for each
// class; a comb of teeth 1 apart, shifted by a random r, is laid on it, and a class's quota is the number of teeth on its piece.

import { bytesOf, concat, hexOf, utf8 } from '../values/bytes.js';
import { sha256 } from '../values/sha256.js';

const wholeBasisPoints = 10_000;
const two64 = 1n << 64n;

/** ceil(size · rateBp / 10000), in integers that a number holds exactly. */
export const ceilingOfRate = (size, rateBp) => Math.floor((size * rateBp + wholeBasisPoints - 1) / wholeBasisPoints);

/** The quota of each class, in the notice's order; only mode weights reads the seed. */
export function computeQuotas(sampling, seed) {
  switch (sampling.mode) {
    case 'rates':
      return sampling.classes.map(c => ceilingOfRate(c.size, c.rateBp));
    case 'weights':
      return byWeights(sampling, seed);
    default:
      return sampling.classes.map(c => c.quota);
  }
}

/** r = the first 8 bytes of SHA256(seed ‖ 'Q'), in hex. */
export const shiftOf = seed => hexOf(sha256(concat(bytesOf(seed), utf8('Q'))), 0, 8);

function byWeights({ classes, total }, seed) {
  const quotas = new Map();
  const taken = takeWhole(classes.filter(c => c.weight > 0 && c.size > 0), BigInt(total), quotas);
  if (taken.n > 0n)
    shareOut(taken, BigInt(`0x${shiftOf(seed)}`), quotas);
  return classes.map(c => quotas.get(c) ?? 0);
}

/** Takes every class whose chance reaches 1, until none does. */
function takeWhole(left, n, quotas) {
  for (;;) {
    const denominator = left.reduce((sum, c) => sum + BigInt(c.size) * BigInt(c.weight), 0n);
    const whole = left.filter(c => n * BigInt(c.weight) >= denominator);
    if (whole.length === 0)
      return { left, n, denominator };
    for (const c of whole)
      quotas.set(c, c.size);
    n -= BigInt(whole.reduce((sum, c) => sum + c.size, 0));
    left = left.filter(c => !whole.includes(c));
  }
}

/** quota = F(C after) − F(C before), F(C) = floor((C·2^64 + r·D) / (D·2^64)), C growing by n·size·weight. */
function shareOut({ left, n, denominator }, r, quotas) {
  const teethBelow = cumulated => (cumulated * two64 + r * denominator) / (denominator * two64);
  let cumulated = 0n;
  for (const c of left) {
    const before = teethBelow(cumulated);
    cumulated += n * BigInt(c.size) * BigInt(c.weight);
    quotas.set(c, Number(teethBelow(cumulated) - before));
  }
}
