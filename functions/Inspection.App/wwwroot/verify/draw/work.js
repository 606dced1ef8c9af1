// Long work in short pieces: between them the worker tells how far it is, and hears whether it should stop.

/** The work was stopped by whoever asked for it. */
export class Stopped extends Error {
}

const pieceMilliseconds = 40;

export class Work {
  #report;
  #phase = '';
  #paused = performance.now();

  /** @param report Hears (phase, done, total). */
  constructor(report = () => {}) {
    this.#report = report;
    this.stopped = false;
  }

  /** Names what is done from now on. */
  async begin(phase) {
    this.#phase = phase;
    await this.#pause(0, 1);
  }

  /** Does something for each number from 0 on. */
  async forEach(count, action) {
    for (let i = 0; i < count; i++) {
      action(i);
      if (i % 256 === 255 && performance.now() - this.#paused > pieceMilliseconds)
        await this.#pause(i + 1, count);
    }
  }

  async #pause(done, total) {
    this.#report(this.#phase, done, total);
    await new Promise(resolve => setTimeout(resolve));
    if (this.stopped)
      throw new Stopped();
    this.#paused = performance.now();
  }
}
