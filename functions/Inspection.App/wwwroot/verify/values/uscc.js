// The unified social credit code (统一社会信用代码): 18 characters of its alphabet, the last of which is the check character of
// GB 32100-2015. Position i, from 0, weighs 3^i mod 31; the check character weighs 1 and brings the sum to 0 mod 31.

import { both } from './refusal.js';

export const codeLength = 18;

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];
const valueOf = new Int8Array(256).fill(-1);
for (let i = 0; i < alphabet.length; i++)
  valueOf[alphabet.charCodeAt(i)] = i;

/** Whether the 18 ASCII bytes from a position on are a code. */
export function isCodeAt(bytes, at) {
  let sum = 0;
  for (let i = 0; i < codeLength; i++) {
    const value = valueOf[bytes[at + i]];
    if (!(value >= 0))
      return false;
    sum += value * weights[i];
  }
  return sum % 31 === 0;
}

/** Why a text is no code, or null where it is one. */
export function problemOfCode(text) {
  if (text.length !== codeLength)
    return both(
      `统一社会信用代码有 ${codeLength} 位，这里有 ${text.length} 位`,
      `a unified social credit code has ${codeLength} characters, this has ${text.length}`);
  let sum = 0;
  for (let i = 0; i < codeLength; i++) {
    const value = alphabet.indexOf(text[i]);
    if (value < 0)
      return both(
        `第 ${i + 1} 位 '${text[i]}' 不能出现在统一社会信用代码中`,
        `character ${i + 1}, '${text[i]}', cannot stand in a unified social credit code (0-9 and A-Y without I, O, S, V)`);
    if (i < codeLength - 1)
      sum += value * weights[i];
  }
  const wanted = alphabet[(31 - (sum % 31)) % 31];
  return text[codeLength - 1] === wanted ? null : both(
    `校验位是 '${text[codeLength - 1]}'，前 17 位要求 '${wanted}'`,
    `the check character is '${text[codeLength - 1]}' but the first 17 characters ask for '${wanted}'`);
}
