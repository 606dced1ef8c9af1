// The optimal ate pairing of BLS12-381: a function e of a point P of G1 and a point Q of G2 with e(a·P, b·Q) = e(P, Q)^(a·b), and
// never 1 for points other than infinity.
//
//   e(P, Q) = f(x, Q)(P) ^ (3 (p¹² − 1) / r)
//
// f(n, Q) is the function with a zero of order n at Q and a pole at n·Q. Miller's algorithm builds its value at P by doubling and
// adding: f(2n) = f(n)² · the tangent at n·Q, f(n+1) = f(n) · the line through n·Q and Q. Vertical lines lie in Fp6 and vanish in
// the final exponentiation; for the same reason f(−n) may be taken as the conjugate of f(n).
//
// Sources: F. Vercauteren, "Optimal pairings", eprint 2008/096; D. Hayashida, K. Hayasaka and T. Teruya, "Efficient final
// exponentiation via cyclotomic structure for pairings over families of elliptic curves", eprint 2020/875.

import { Fp, power, seedMagnitude } from './fp.js';
import { Fp2 } from './fp2.js';
import { Fp6 } from './fp6.js';
import { Fp12 } from './fp12.js';

/** The product of the pairings of pairs [P, Q] of points {x, y}; all share the final exponentiation. */
export const pairingProduct = pairs =>
  // x is negative.
  finalExponentiation(pairs.map(([p, q]) => miller(p, q)).reduce((product, f) => product.times(f)).conjugate());

/** f(|x|, Q)(P). The order of Q is a prime far above |x|, so no step meets infinity. */
function miller(p, q) {
  let [f, t] = [Fp12.one, q];
  for (const bit of seedMagnitude.toString(2).slice(1)) {
    const xx = t.x.square();
    const tangent = xx.plus(xx).plus(xx).times(t.y.plus(t.y).inverse());
    f = f.square().times(lineAt(p, t, tangent));
    t = onLine(t, t, tangent);
    if (bit === '1') {
      const slope = q.y.minus(t.y).times(q.x.minus(t.x).inverse());
      f = f.times(lineAt(p, t, slope));
      t = onLine(t, q, slope);
    }
  }
  return f;
}

/**
 * The map (x, y) → (x/w², y/w³) brings the curve of G2 to E over Fp12. A line of slope λ through (a, b) becomes there a line of
 * slope λ/w through (a/w², b/w³), and its value at a point (X, Y) of E, times w³, is Y·w³ − λ·X·w² + (λ·a − b); w² is v.
 */
const lineAt = (p, t, slope) => new Fp12(
  new Fp6(slope.times(t.x).minus(t.y), slope.timesFp(p.x).negated(), Fp2.zero),
  new Fp6(Fp2.zero, new Fp2(p.y, Fp.zero), Fp2.zero));

/** The sum of two points on a line of this slope. */
function onLine(t, other, slope) {
  const x = slope.square().minus(t.x).minus(other.x);
  return { x, y: slope.times(t.x.minus(x)).minus(t.y) };
}

/**
 * f^(3 (p¹² − 1) / r), with (p¹² − 1) / r = (p⁶ − 1) · (p² + 1) · (p⁴ − p² + 1) / r and
 * 3 (p⁴ − p² + 1) / r = (x − 1)² · (x + p) · (x² + p² − 1) + 3. After the power p⁶ − 1 the conjugate is the inverse.
 */
function finalExponentiation(f) {
  let a = f.conjugate().times(f.inverse());
  a = a.frobenius().frobenius().times(a);
  let b = toSeedMinusOne(toSeedMinusOne(a));
  b = toSeed(b).times(b.frobenius());
  b = toSeed(toSeed(b)).times(b.frobenius().frobenius()).times(b.conjugate());
  return b.times(a.square()).times(a);
}

const toSeed = value => power(value, seedMagnitude).conjugate();

const toSeedMinusOne = value => toSeed(value).times(value.conjugate());
