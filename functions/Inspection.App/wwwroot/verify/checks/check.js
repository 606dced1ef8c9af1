// One check in the making: it shows its intermediate values and ends at the first thing that is missing or wrong.

import { both, shorten } from '../values/refusal.js';

export class Check {
  #name;
  #values = [];

  constructor(name) {
    this.#name = name;
  }

  /**
   * Shows an intermediate value.
   * @param {{zh: string, en: string}} what What it is.
   * @param {string} value The value.
   * @param {string} [command] The shell command that gives the same.
   */
  show(what, value, command = '') {
    this.#values.push({ what, value: String(value), command });
    return this;
  }

  passed(zh, en) {
    return this.#result('passed', both(zh, en));
  }

  failed({ zh, en }) {
    return this.#result('failed', both(shorten(zh), shorten(en)));
  }

  /** Fails with both sides. */
  mismatch(zh, en, got, wanted) {
    return this.failed(both(`${zh}：得到 ${shown(got)}，应为 ${shown(wanted)}`, `${en}: got ${shown(got)}, wanted ${shown(wanted)}`));
  }

  notPossible({ zh, en }) {
    return this.#result('not-possible', both(zh, en));
  }

  #result(status, detail) {
    return { name: this.#name, status, detail, values: this.#values };
  }
}

const shown = value => (value === '' ? '""' : String(value));
