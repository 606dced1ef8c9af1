// Where two lists first differ, as a failure says it.

import { both } from '../values/refusal.js';

/** The first difference of two lists of texts or of plain objects with the same keys in the same order, or null. */
export function firstDifference(list, found, wanted) {
  for (let i = 0; i < Math.min(found.length, wanted.length); i++) {
    const [got, want] = [textOf(found[i]), textOf(wanted[i])];
    if (got !== want)
      return both(`${list} 第 ${i + 1} 项：得到 ${got}，应为 ${want}`, `${list}, entry ${i + 1}: got ${got}, wanted ${want}`);
  }
  return found.length === wanted.length
    ? null
    : both(`${list}：有 ${found.length} 项，应为 ${wanted.length} 项`, `${list}: got ${found.length} entries, wanted ${wanted.length}`);
}

const textOf = entry => (typeof entry === 'string' ? entry : JSON.stringify(entry));
