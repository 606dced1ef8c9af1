// A point of a curve y² = x³ + b, infinity included, that can be added and multiplied without dividing. Jacobian coordinates:
// x, y, z stand for x/z², y/z³, and z = 0 for infinity. b appears nowhere, so the same code serves G1 (over Fp) and G2 (over Fp2).
// Formulas: D. Bernstein and T. Lange, Explicit-Formulas Database, short Weierstrass curves with a = 0, Jacobian.

export class CurvePoint {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  /** A point by its coordinates {x, y}. */
  static of({ x, y }) {
    return new CurvePoint(x, y, x.constructor.one);
  }

  get isInfinity() {
    return this.z.isZero;
  }

  plus(other) {
    if (this.isInfinity)
      return other;
    if (other.isInfinity)
      return this;
    const z2 = this.z.square();
    const otherZ2 = other.z.square();
    const x = this.x.times(otherZ2);
    const y = this.y.times(other.z).times(otherZ2);
    const run = other.x.times(z2).minus(x);
    const rise = other.y.times(this.z).times(z2).minus(y);
    if (run.isZero)
      return rise.isZero ? this.double() : this.#infinity();
    const run2 = run.square();
    const run3 = run.times(run2);
    const v = x.times(run2);
    const sumX = rise.square().minus(run3).minus(v).minus(v);
    return new CurvePoint(sumX, rise.times(v.minus(sumX)).minus(y.times(run3)), this.z.times(other.z).times(run));
  }

  double() {
    const twice = value => value.plus(value);
    const xx = this.x.square();
    const yy = this.y.square();
    const yyyy = yy.square();
    const d = twice(this.x.plus(yy).square().minus(xx).minus(yyyy));
    const rise = twice(xx).plus(xx);
    const x = rise.square().minus(d).minus(d);
    return new CurvePoint(x, rise.times(d.minus(x)).minus(twice(twice(twice(yyyy)))), twice(this.y.times(this.z)));
  }

  /** This point added up so many times. */
  multiply(factor) {
    let result = this.#infinity();
    for (const bit of factor.toString(2)) {
      result = result.double();
      if (bit === '1')
        result = result.plus(this);
    }
    return result;
  }

  /** The coordinates {x, y} of a point other than infinity. */
  toAffine() {
    const inverse = this.z.inverse();
    const square = inverse.square();
    return { x: this.x.times(square), y: this.y.times(square).times(inverse) };
  }

  #infinity() {
    const { one, zero } = this.x.constructor;
    return new CurvePoint(one, one, zero);
  }
}
