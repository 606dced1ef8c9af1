// The field Fp6 = Fp2[v] / (v³ − ξ): numbers c0 + c1·v + c2·v² with v³ = ξ = 1 + u. The products save products as Karatsuba's
// method does: ad + bc = (a + b)(c + d) − ac − bd.

import { Fp2 } from './fp2.js';

export class Fp6 {
  constructor(c0, c1, c2) {
    this.c0 = c0;
    this.c1 = c1;
    this.c2 = c2;
  }

  static zero = new Fp6(Fp2.zero, Fp2.zero, Fp2.zero);
  static one = new Fp6(Fp2.one, Fp2.zero, Fp2.zero);

  equals(other) {
    return this.c0.equals(other.c0) && this.c1.equals(other.c1) && this.c2.equals(other.c2);
  }

  plus(other) {
    return new Fp6(this.c0.plus(other.c0), this.c1.plus(other.c1), this.c2.plus(other.c2));
  }

  minus(other) {
    return new Fp6(this.c0.minus(other.c0), this.c1.minus(other.c1), this.c2.minus(other.c2));
  }

  negated() {
    return new Fp6(this.c0.negated(), this.c1.negated(), this.c2.negated());
  }

  times(other) {
    const p0 = this.c0.times(other.c0);
    const p1 = this.c1.times(other.c1);
    const p2 = this.c2.times(other.c2);
    const p01 = this.c0.plus(this.c1).times(other.c0.plus(other.c1)).minus(p0).minus(p1);
    const p02 = this.c0.plus(this.c2).times(other.c0.plus(other.c2)).minus(p0).minus(p2);
    const p12 = this.c1.plus(this.c2).times(other.c1.plus(other.c2)).minus(p1).minus(p2);
    return new Fp6(p0.plus(p12.timesXi()), p01.plus(p2.timesXi()), p02.plus(p1));
  }

  square() {
    return this.times(this);
  }

  /** The product with v: the parts move up, and v³ comes round as ξ. */
  timesV() {
    return new Fp6(this.c2.timesXi(), this.c0, this.c1);
  }

  /** The t for which this · t lies in Fp2, divided by that product. */
  inverse() {
    const t0 = this.c0.square().minus(this.c1.times(this.c2).timesXi());
    const t1 = this.c2.square().timesXi().minus(this.c0.times(this.c1));
    const t2 = this.c1.square().minus(this.c0.times(this.c2));
    const inverse = this.c0.times(t0).plus(this.c2.times(t1).plus(this.c1.times(t2)).timesXi()).inverse();
    return new Fp6(t0.times(inverse), t1.times(inverse), t2.times(inverse));
  }
}
