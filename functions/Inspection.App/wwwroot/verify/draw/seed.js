// The seed of a draw: fixed by the notice and by randomness that nobody could know when the notice was published
// (PROTOCOL.md section 4).

import { entropyLines } from '../documents/entropy.js';
import { protocol } from '../documents/notice.js';
import { sha256Hex } from '../values/sha256.js';

/** The lines that are hashed; a line feed joins them. */
export const seedLines = (noticeHash, evidence) => [protocol, noticeHash, ...entropyLines(evidence)];

/** seed = SHA256(UTF-8 of "double-random/1\n" ‖ noticeHash ‖ "\n" ‖ entropyText) */
export const deriveSeed = (noticeHash, evidence) => sha256Hex(seedLines(noticeHash, evidence).join('\n'));
