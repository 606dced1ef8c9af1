// The check `beacon` of PROTOCOL.md section 9: whether a round's signature is the beacon's own.
//
// The beacon signs with a secret number k, which its operators hold in shares; its public key is k·g, with g the generator of G2.
// The signature of a round is k·H(m), with m = SHA256(round, 8 bytes big-endian) and H hash_to_curve with the tag below. A pairing
// moves factors between its arguments: e(k·H(m), g) = e(H(m), k·g). So a signature S is right if and only if
// e(S, −g) · e(H(m), key) = 1.
//
// Sources: draft-irtf-cfrg-bls-signature-05 section 2.7; drand (crypto/schemes.go), scheme bls-unchained-g1-rfc9380.

import { bytesOf } from '../values/bytes.js';
import { sha256 } from '../values/sha256.js';
import { Fp } from './fp.js';
import { Fp12 } from './fp12.js';
import { Fp2 } from './fp2.js';
import { hashToG1 } from './hash-to-g1.js';
import { pairingProduct } from './pairing.js';
import { readG1, readG2 } from './point-encoding.js';

const tag = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** drand's quicknet, run by the League of Entropy since August 2023: a round every 3 seconds. */
const quicknet = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey: '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451'
    + '0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1692803367,
  period: 3,
};

const negatedGenerator = {
  x: new Fp2(
    Fp.ofHex('024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8'),
    Fp.ofHex('13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e')),
  y: new Fp2(
    Fp.ofHex('0ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801'),
    Fp.ofHex('0606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be')).negated(),
};

/** The beacon chain of a hash, or null where it is not known here. */
export const chainOf = hash => (hash === quicknet.hash ? quicknet : null);

/** When a round is due, as YYYY-MM-DDThh:mm:ssZ; null where that is after the year 9999. */
export function roundTime({ genesis, period }, round) {
  const seconds = genesis + (round - 1) * period;
  return seconds > lastSecond ? null : new Date(1000 * seconds).toISOString().replace('.000', '');
}

/** The number of a round as 16 hex digits: what is hashed into the message that the beacon signs. */
export const roundHex = round => round.toString(16).padStart(16, '0');

/** Whether a signature in hex is the chain's signature of the round. */
export function verifySignature({ publicKey }, round, signature) {
  const point = readG1(signature);
  if (point === null)
    return false;
  const message = hashToG1(sha256(bytesOf(roundHex(round))), tag).toAffine();
  return pairingProduct([[point, negatedGenerator], [message, readG2(publicKey)]]).equals(Fp12.one);
}
