// The field Fp2 = Fp[u] / (u² + 1): numbers c0 + c1·u with u² = −1 (RFC 9380 section 8.8.2, where u is called I).

import { Fp } from './fp.js';

const half = new Fp(2n).inverse();

export class Fp2 {
  constructor(c0, c1) {
    this.c0 = c0;
    this.c1 = c1;
  }

  static zero = new Fp2(Fp.zero, Fp.zero);
  static one = new Fp2(Fp.one, Fp.zero);

  /** ξ = 1 + u. It has no square and no cube root, so the next floors of the tower stand on it. */
  static xi = new Fp2(Fp.one, Fp.one);

  get isZero() {
    return this.c0.isZero && this.c1.isZero;
  }

  get isLargerThanNegation() {
    return this.c1.isZero ? this.c0.isLargerThanNegation : this.c1.isLargerThanNegation;
  }

  equals(other) {
    return this.c0.equals(other.c0) && this.c1.equals(other.c1);
  }

  plus(other) {
    return new Fp2(this.c0.plus(other.c0), this.c1.plus(other.c1));
  }

  minus(other) {
    return new Fp2(this.c0.minus(other.c0), this.c1.minus(other.c1));
  }

  negated() {
    return new Fp2(this.c0.negated(), this.c1.negated());
  }

  /** (a + bu)(c + du) = ac − bd + (ad + bc)u, where ad + bc = (a + b)(c + d) − ac − bd saves a product. */
  times(other) {
    const ac = this.c0.times(other.c0);
    const bd = this.c1.times(other.c1);
    const cross = this.c0.plus(this.c1).times(other.c0.plus(other.c1));
    return new Fp2(ac.minus(bd), cross.minus(ac).minus(bd));
  }

  timesFp(factor) {
    return new Fp2(this.c0.times(factor), this.c1.times(factor));
  }

  /** The product with ξ: (a + bu)(1 + u) = a − b + (a + b)u. */
  timesXi() {
    return new Fp2(this.c0.minus(this.c1), this.c0.plus(this.c1));
  }

  /** (a + bu)² = (a + b)(a − b) + 2ab·u. */
  square() {
    const ab = this.c0.times(this.c1);
    return new Fp2(this.c0.plus(this.c1).times(this.c0.minus(this.c1)), ab.plus(ab));
  }

  /** a − bu, which is also the p-th power. */
  conjugate() {
    return new Fp2(this.c0, this.c1.negated());
  }

  /** 1 / (a + bu) = (a − bu) / (a² + b²). */
  inverse() {
    return this.conjugate().timesFp(this.#norm().inverse());
  }

  /**
   * (x + yu)² = a + bu asks for x² − y² = a and 2xy = b. Then (x² + y²)² = a² + b², so with n a root of that, x² = (a + n)/2 or,
   * with the other root, (a − n)/2. Where b = 0: x² = a, or x = 0 and y² = −a.
   */
  squareRoot() {
    const n = this.#norm().squareRoot();
    const x = n && (this.c0.plus(n).times(half).squareRoot() ?? this.c0.minus(n).times(half).squareRoot());
    if (x === null)
      return null;
    const y = x.isZero ? this.c0.negated().squareRoot() : x.plus(x).inverse().times(this.c1);
    const root = y && new Fp2(x, y);
    return root?.square().equals(this) ? root : null;
  }

  #norm() {
    return this.c0.square().plus(this.c1.square());
  }
}
