// Reads compressed points of G1 (48 bytes) and G2 (96 bytes), and refuses every other hex (draft-irtf-cfrg-pairing-friendly-curves,
// "Point Serialization"): x, big-endian, for G2 its c1 before its c0. The three highest bits of the first byte are flags: 0x80 is
// set in compressed points, 0x40 for infinity, 0x20 where y is the larger of y and −y.

import { CurvePoint } from './curve-point.js';
import { Fp, fpSize, modulus, order } from './fp.js';
import { Fp2 } from './fp2.js';

const digits = 2 * fpSize;
const flagBits = BigInt(8 * fpSize - 3);
const g1Constant = new Fp(4n);
const g2Constant = Fp2.xi.timesFp(g1Constant);

/** A point of G1 other than infinity as {x, y}; null for anything else. */
export function readG1(hex) {
  const head = hex.length === digits ? readHead(hex) : null;
  return head && complete(new Fp(head.x), g1Constant, head.largerY);
}

/** A point of G2 other than infinity as {x, y}; null for anything else. */
export function readG2(hex) {
  const head = hex.length === 2 * digits ? readHead(hex.slice(0, digits)) : null;
  const c0 = BigInt(`0x${hex.slice(digits)}`);
  return head && c0 < modulus ? complete(new Fp2(new Fp(c0), new Fp(head.x)), g2Constant, head.largerY) : null;
}

function readHead(hex) {
  const all = BigInt(`0x${hex}`);
  const [flags, x] = [Number(all >> flagBits), all & ((1n << flagBits) - 1n)];
  const [compressed, infinity, largerY] = [4, 2, 1].map(flag => (flags & flag) !== 0);
  return compressed && !infinity && x < modulus ? { x, largerY } : null;
}

/** Finds the y of y² = x³ + b that the flag means, and asks whether the point is of order r. */
function complete(x, b, largerY) {
  const root = x.square().times(x).plus(b).squareRoot();
  if (root === null)
    return null;
  const point = { x, y: root.isLargerThanNegation === largerY ? root : root.negated() };
  return CurvePoint.of(point).multiply(order).isInfinity ? point : null;
}
