// The field Fp of BLS12-381: integers modulo the prime p (draft-irtf-cfrg-pairing-friendly-curves section 4.2.1). From the seed
// x = −0xd201000000010000 follow p = (x − 1)² (x⁴ − x² + 1) / 3 + x and r = x⁴ − x² + 1, the number of points in G1 and in G2.

export const seedMagnitude = 0xd201000000010000n;
export const order = seedMagnitude ** 4n - seedMagnitude ** 2n + 1n;
export const modulus = (seedMagnitude + 1n) ** 2n * order / 3n - seedMagnitude;
export const fpSize = 48;

/** value^exponent by squaring, for any of the fields. */
export function power(value, exponent) {
  let result = value.constructor.one;
  for (const bit of exponent.toString(2)) {
    result = result.square();
    if (bit === '1')
      result = result.times(value);
  }
  return result;
}

const reduced = value => {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
};

export class Fp {
  /** @param {bigint} value Any integer. */
  constructor(value) {
    this.value = reduced(value);
  }

  static zero = new Fp(0n);
  static one = new Fp(1n);
  static ofHex = hex => new Fp(BigInt(`0x${hex}`));

  get isZero() {
    return this.value === 0n;
  }

  get isOdd() {
    return this.value % 2n === 1n;
  }

  /** Whether this is the larger of itself and its negation, as integers. */
  get isLargerThanNegation() {
    return 2n * this.value > modulus;
  }

  equals(other) {
    return this.value === other.value;
  }

  plus(other) {
    return new Fp(this.value + other.value);
  }

  minus(other) {
    return new Fp(this.value - other.value);
  }

  times(other) {
    return new Fp(this.value * other.value);
  }

  negated() {
    return new Fp(-this.value);
  }

  square() {
    return this.times(this);
  }

  /** 1 / this, by Euclid's algorithm; 0 of 0. */
  inverse() {
    let [low, high, u, v] = [this.value, modulus, 1n, 0n];
    while (low > 1n) {
      const quotient = high / low;
      [low, high] = [high - quotient * low, low];
      [u, v] = [v - quotient * u, u];
    }
    return new Fp(low === 0n ? 0n : u);
  }

  /** A root, or null: p is 3 modulo 4, so the only candidate is this^((p + 1) / 4). */
  squareRoot() {
    const root = power(this, (modulus + 1n) / 4n);
    return root.square().equals(this) ? root : null;
  }
}
