// The hashes of PROTOCOL.md, as messages that are filled and hashed. The constants say where the changing parts stand.

import { bytesOf, concat, hexOf, utf8 } from '../values/bytes.js';
import { digestSize, sha256 } from '../values/sha256.js';
import { codeLength } from '../values/uscc.js';
import { Message } from './message.js';

export const saltSize = 16;

const leafTag = Uint8Array.of(0x00);
const nodeTag = Uint8Array.of(0x01);

/** salt(e) = SHA256(drawKey ‖ 'S' ‖ uscc)[..16] */
export const saltMessage = key => new Message(key, utf8('S'), codeLength);
export const codeInSalt = 33;

/** classSeal(e) = SHA256(salt(e) ‖ class) */
export const classSealMessage = riskClass => new Message(saltSize, utf8(riskClass));
export const saltInClassSeal = 0;

/** leaf(e) = SHA256(0x00 ‖ uscc ‖ classSeal(e)) */
export const leafMessage = () => new Message(leafTag, codeLength, digestSize);
export const codeInLeaf = 1;
export const sealInLeaf = 1 + codeLength;

export const leafOf = (uscc, classSeal) => hexOf(sha256(concat(leafTag, utf8(uscc), bytesOf(classSeal))));

/** node(l, r) = SHA256(0x01 ‖ l ‖ r) */
export const nodeMessage = () => new Message(nodeTag, digestSize, digestSize);
export const leftInNode = 1;

export const nodeOf = (left, right) => hexOf(sha256(concat(nodeTag, bytesOf(left), bytesOf(right))));

/** ticket(e) = SHA256(seed ‖ 'T' ‖ salt(e)) */
export const ticketMessage = seed => new Message(seed, utf8('T'), saltSize);
export const saltInTicket = digestSize + 1;

/** key(e,i) = SHA256(ticket(e) ‖ 'K' ‖ inspector_id) */
export const keyMessage = inspectorId => new Message(digestSize, utf8('K'), utf8(inspectorId));
export const ticketInKey = 0;

/** SHA256(drawKey ‖ tag ‖ the file's bytes): the seal of a list, tag 'X' or 'I'. */
export const sealOf = (key, tag, file) => sha256(concat(key, utf8(tag), file));
