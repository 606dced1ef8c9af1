// Talks to the worker. It is started when the reader first turns to the form: whoever only reads the page does not load it.

import { both } from '../values/refusal.js';
import { said } from './words.js';

export class VerifierClient {
  #worker = null;
  #loaded = null;
  #hear = () => {};

  /** Starts the worker, if it is not; done once all of it is loaded and works, with what is wrong or null. */
  start() {
    this.#loaded ??= new Promise(resolve => {
      this.#worker = new Worker(new URL('../worker.js', import.meta.url), { type: 'module' });
      // A module that did not load; nothing is known but that.
      this.#worker.addEventListener('error', () => {
        this.#loaded = null;
        resolve(said.failedToLoad);
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
   * Verifies files [{name, bytes}].
   * @param onProgress Hears {phase, done, total}.
   * @returns {Promise<{report} | {refused} | {stopped} | {broken}>}
   */
  verify(files, onProgress) {
    return new Promise(resolve => {
      this.#hear = data => (data.progress ? onProgress(data.progress) : resolve(data));
      this.#worker.postMessage({ verify: files });
    });
  }

  stop() {
    this.#worker?.postMessage({ stop: true });
  }
}
