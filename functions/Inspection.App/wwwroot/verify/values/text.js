// Strings as the protocol has them (PROTOCOL.md, Notation): Unicode scalar values without control characters, ordered and
// compared by their UTF-8 bytes.

import { both, Refusal } from './refusal.js';

// ignoreBOM keeps a byte order mark as the character that it is, instead of dropping it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const isHighSurrogate = unit => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = unit => unit >= 0xdc00 && unit <= 0xdfff;
const isSurrogate = unit => unit >= 0xd800 && unit <= 0xdfff;
const isRefused = unit => unit < 0x20 || (unit >= 0x7f && unit <= 0x9f) || unit === 0x2028 || unit === 0x2029;

const nameOf = unit => `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;

/** Decodes UTF-8 strictly. */
export function decode(bytes, where) {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError))
      throw error;
    throw new Refusal(`${where}：字节不是 UTF-8`, `${where}: the bytes are not UTF-8`);
  }
}

/**
 * The order by UTF-8 bytes. UTF-16 units give the same order but for surrogates, which stand below U+E000–FFFF as units and
 * above them as characters.
 */
export function compareText(left, right) {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const l = left.charCodeAt(i);
    const r = right.charCodeAt(i);
    if (l === r)
      continue;
    if (isSurrogate(l) !== isSurrogate(r))
      return isSurrogate(l) ? 1 : -1;
    return l - r;
  }
  return left.length - right.length;
}

/** How many Unicode scalar values a text has. */
export const scalarCount = text => [...text].length;

/** What keeps a text out of a canonical document, or null. */
export function problemIn(text) {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isRefused(unit))
      return both(`第 ${i + 1} 位的字符 ${nameOf(unit)}，规程不允许`, `character ${nameOf(unit)} at position ${i + 1}, which the protocol refuses`);
    if (!isSurrogate(unit))
      continue;
    if (!isHighSurrogate(unit) || !isLowSurrogate(text.charCodeAt(i + 1)))
      return both(`第 ${i + 1} 位的半个代理对 ${nameOf(unit)}`, `half a surrogate pair, ${nameOf(unit)}, at position ${i + 1}`);
    i++;
  }
  return null;
}

/** What keeps a text out of a field of the protocol's CSV files, or null. */
export function problemInField(text) {
  const at = text.search(/[,";]/);
  return at < 0
    ? problemIn(text)
    : both(`第 ${at + 1} 位的分隔符 '${text[at]}'`, `'${text[at]}' at position ${at + 1}, which separates fields`);
}
