// Talks to the worker. It is started when the reader first turns to the form: whoever only reads the page does not load it.

import { both } from '../values/refusal.js';
import { said } from './words.js';

export class VerifierClient {
  #worker = null;
  #loaded = null;
  #last = Promise.resolve();
  #hear = () => {};

  /** Starts the worker, if it is not; done once all of it is loaded and works, with what is wrong or null. */
  start() {
    this.#loaded ??= new Promise(resolve => {
      this.#worker = new Worker(new URL('../worker.js', import.meta.url), { type: 'module' });
      // A module that did not load, or memory that ran out; nothing is known but that. The next start begins anew.
      this.#worker.addEventListener('error', () => {
        this.#loaded = null;
        resolve(said.failedToLoad);
        this.#hear({ broken: 'worker' });
      });
      this.#worker.addEventListener('message', ({ data }) => {
        if (data.ready)
          resolve(null);
        else if (data.broken !== undefined)
          resolve(both(data.broken, data.broken));
        this.#hear(data);
      });
    });
    return this.#loaded;
  }

  /**
   * Verifies files [{name, bytes}], once what was verified before has ended.
   * @param onProgress Hears {phase, done, total}.
   * @param {AbortSignal} signal Stops it.
   * @returns {Promise<{report} | {refused} | {stopped} | {broken}>}
   */
  verify(files, onProgress, signal) {
    this.#last = this.#last.then(() => this.#run(files, onProgress, signal));
    return this.#last;
  }

  #run(files, onProgress, signal) {
    if (signal.aborted)
      return { stopped: true };
    return new Promise(resolve => {
      this.#hear = data => (data.progress ? onProgress(data.progress) : resolve(data));
      signal.addEventListener('abort', () => this.#worker.postMessage({ stop: true }), { once: true });
      this.#worker.postMessage({ verify: files });
    });
  }
}
