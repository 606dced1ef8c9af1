// A part of the evidence: there and valid, there and refused, or not at hand.

import { both, Refusal } from '../values/refusal.js';

export class Reading {
  /**
   * @param value The part, if it is there and valid.
   * @param problem Why it was refused, if it was.
   */
  constructor(value = null, problem = null) {
    this.value = value;
    this.problem = problem;
  }

  /** Reads a file if there is one. */
  static of(file, read) {
    if (file === null)
      return new Reading();
    try {
      return new Reading(read(file));
    } catch (error) {
      if (error instanceof Refusal)
        return new Reading(null, error.words);
      throw error;
    }
  }

  /** True where the part is there, valid or not. */
  get isAtHand() {
    return this.value !== null || this.problem !== null;
  }

  /** What is missing for a check that needs this part, or null where nothing is. */
  lacks(name) {
    if (this.value !== null)
      return null;
    return this.problem === null
      ? both(`手头没有 ${name}`, `${name} is not at hand`)
      : both(`${name} 无法读取`, `${name} could not be read`);
  }
}

/** The first thing that is missing: each part is a pair of a reading and its name. */
export function firstMissing(...parts) {
  for (const [reading, name] of parts) {
    const missing = reading.lacks(name);
    if (missing !== null)
      return missing;
  }
  return null;
}
