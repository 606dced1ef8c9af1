// The field Fp12 = Fp6[w] / (w² − v): numbers c0 + c1·w with w² = v, hence w⁶ = ξ. Pairings take their values here.

import { modulus, power } from './fp.js';
import { Fp2 } from './fp2.js';
import { Fp6 } from './fp6.js';

// ξ^(i(p−1)/6) for i = 0 to 5.
const xiPowers = Array.from({ length: 6 }, (_, i) => power(Fp2.xi, BigInt(i) * (modulus - 1n) / 6n));

export class Fp12 {
  constructor(c0, c1) {
    this.c0 = c0;
    this.c1 = c1;
  }

  static one = new Fp12(Fp6.one, Fp6.zero);

  equals(other) {
    return this.c0.equals(other.c0) && this.c1.equals(other.c1);
  }

  /** (a + bw)(c + dw) = ac + v·bd + (ad + bc)w, where ad + bc = (a + b)(c + d) − ac − bd. */
  times(other) {
    const ac = this.c0.times(other.c0);
    const bd = this.c1.times(other.c1);
    const cross = this.c0.plus(this.c1).times(other.c0.plus(other.c1));
    return new Fp12(ac.plus(bd.timesV()), cross.minus(ac).minus(bd));
  }

  square() {
    return this.times(this);
  }

  /** 1 / (a + bw) = (a − bw) / (a² − v·b²). */
  inverse() {
    const inverse = this.c0.square().minus(this.c1.square().timesV()).inverse();
    return new Fp12(this.c0.times(inverse), this.c1.times(inverse).negated());
  }

  /** a − bw, which is also the p⁶-th power. */
  conjugate() {
    return new Fp12(this.c0, this.c1.negated());
  }

  /** The p-th power: c·w^i becomes conjugate(c) · w^(ip), and w^(ip) = w^i · ξ^(i(p−1)/6). */
  frobenius() {
    const part = (c, i) => c.conjugate().times(xiPowers[i]);
    return new Fp12(
      new Fp6(part(this.c0.c0, 0), part(this.c0.c1, 2), part(this.c0.c2, 4)),
      new Fp6(part(this.c1.c0, 1), part(this.c1.c1, 3), part(this.c1.c2, 5)));
  }
}
