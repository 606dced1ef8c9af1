// hash_to_curve of the suite BLS12381G1_XMD:SHA-256_SSWU_RO_ (RFC 9380 sections 3, 5.2, 5.3.1, 6.6.2 and 8.8.1): a point of G1 for
// every message, such that nobody knows its multiple of the generator.
//
//   u0 ‖ u1 = expand_message_xmd(message, tag, 128), each 64 bytes big-endian, modulo p
//   Qi      = iso_map(simplified_swu(ui))
//   point   = h_eff · (Q0 + Q1), with h_eff = 1 − x

import { concat, hexOf, utf8 } from '../values/bytes.js';
import { sha256 } from '../values/sha256.js';
import { Fp, seedMagnitude } from './fp.js';
import { mapToE } from './isogeny-map.js';

const elementBytes = 64;

// Of the curve y² = x³ + A·x + B that an isogeny leads from to E, whose own A is 0; Z is no square.
const a = Fp.ofHex('144698a3b8e9433d693a02c96d4982b0ea985383ee66a8d8e8981aefd881ac98936f8da0e0f97f5cf428082d584c1d');
const b = Fp.ofHex('12e2908d11688030018b12e8753eee3b2016c1f0f24f4070a0b9c14fcef35ef55a23215a316ceaa5d1cc48e98e172be0');
const z = new Fp(11n);

/** The point for a message, as a CurvePoint. */
export function hashToG1(message, tag) {
  const uniform = hexOf(expandMessage(message, utf8(tag), 2 * elementBytes));
  const digits = 2 * elementBytes;
  const [q0, q1] = [uniform.slice(0, digits), uniform.slice(digits)].map(u => mapToE(simplifiedSwu(Fp.ofHex(u))));
  return q0.plus(q1).multiply(seedMagnitude + 1n);
}

/**
 * tag' = tag ‖ its length, 1 byte; b0 = SHA256(64 zero bytes ‖ message ‖ the output's length, 2 bytes ‖ 0x00 ‖ tag');
 * b(i) = SHA256((b0 xor b(i−1)) ‖ i, 1 byte ‖ tag'), with zeros for b(0) in b(1); output = b1 ‖ b2 ‖ …
 */
function expandMessage(message, tag, length) {
  const end = concat(tag, Uint8Array.of(tag.length));
  const b0 = sha256(concat(new Uint8Array(64), message, Uint8Array.of(length >> 8, length & 0xff, 0), end));
  const blocks = [];
  let block = new Uint8Array(b0.length);
  for (let i = 1; i <= length / b0.length; i++) {
    block = sha256(concat(block.map((byte, k) => byte ^ b0[k]), Uint8Array.of(i), end));
    blocks.push(block);
  }
  return concat(...blocks);
}

/**
 * t = Z²·u⁴ + Z·u²; x1 = (−B/A) · (1 + 1/t), or B/(Z·A) where t = 0; x2 = Z·u²·x1. Exactly one of g(x1) and g(x2) is a square, or
 * both are zero; y is its root, odd where u is odd.
 */
function simplifiedSwu(u) {
  const zu2 = z.times(u.square());
  const t = zu2.square().plus(zu2);
  let x = t.isZero
    ? b.times(z.times(a).inverse())
    : b.negated().times(a.inverse()).times(Fp.one.plus(t.inverse()));
  let y = rightSide(x).squareRoot();
  if (y === null) {
    x = zu2.times(x);
    y = rightSide(x).squareRoot();
  }
  return { x, y: y.isOdd === u.isOdd ? y : y.negated() };
}

const rightSide = x => x.square().plus(a).times(x).plus(b);
