// Sends the form by itself while somebody types, and keeps what did not arrive until there is a signal again.

import { KeptFiles } from './kept-files.js';
import { fill, isTouched, KeptText, read } from './kept-text.js';
import { sendForm } from './sending.js';
import { StateLine } from './state-line.js';

const PAUSE = 700;
const RETRY = 10_000;

export class Draft {
  #form;
  #text;
  #files;
  #state;
  #waiting;
  #typed = 0;
  #saved = 0;
  #isKept = true;
  #isStopped = false;
  #current = null;
  #timer = 0;
  #count = 0;

  constructor(form) {
    this.#form = form;
    this.#text = new KeptText(form.dataset.draft);
    this.#files = new KeptFiles(form.dataset.draft);
    this.#state = new StateLine(form.querySelector('[data-draft-state]'));
    this.#waiting = form.querySelector('[data-waiting]');
  }

  /** Whether the form can be sent by its button now: nothing is on its way, and nothing waits that is not in it. */
  get isIdle() {
    return this.#current === null && this.#count === 0;
  }

  /** Takes up what an earlier visit left in this browser, unless the page shows what was just sent. */
  async resume() {
    const kept = this.#text.get();
    if (kept !== null && this.#form.dataset.restore !== undefined && JSON.stringify(kept) !== JSON.stringify(read(this.#form))) {
      fill(this.#form, kept);
      this.touched();
    } else {
      this.#text.clear();
      if (isTouched(this.#form))
        this.touched();
    }
    await this.#showWaiting();
    if (this.#count > 0)
      await this.send();
  }

  /** Somebody typed. */
  touched() {
    this.#typed++;
    this.#isKept = this.#text.put(read(this.#form));
    this.#sendIn(PAUSE);
  }

  /** Takes photos in, which stay in this browser until they have arrived. What no server takes does not wait for one. */
  async take(files) {
    const most = Number(this.#form.dataset.most);
    const tooLarge = files.filter(file => file.size > most);
    for (const file of files.filter(file => file.size <= most))
      await this.#files.add(file);
    await this.#showWaiting();
    await this.send();
    if (tooLarge.length > 0)
      this.#state.show('too-large', tooLarge.map(file => file.name).join(' '));
  }

  /** Sends one thing after another; answers where it stands in the end. Only one is on its way at a time. */
  send() {
    clearTimeout(this.#timer);
    this.#current ??= this.#sendAll().finally(() => this.#current = null);
    return this.#current;
  }

  /** There is a signal again. What was on its way without one ends first. */
  async sendAgain() {
    await this.#current;
    return this.send();
  }

  async #sendAll() {
    let state = 'saved';
    for (let files = await this.#files.list(); state === 'saved' && (this.#saved < this.#typed || files.length > 0); files = await this.#files.list())
      state = this.#isStopped ? 'conflict' : await this.#sendOne(files[0]);
    await this.#showWaiting();
    return state;
  }

  async #sendOne(file) {
    const typed = this.#typed;
    this.#state.show('sending');
    const { state, basis, problem, files } = await sendForm(this.#form, file);
    if (state === 'saved') {
      this.#form.elements['Input.Basis'].value = basis;
      this.#form.querySelector('[data-files]').replaceWith(files);
      this.#saved = typed;
      if (typed === this.#typed)
        this.#text.clear();
      // A file that the server does not take, it does not take the next time either.
      if (file)
        await this.#files.remove(file.id);
      this.#state.show(problem ? 'refused' : 'saved', problem);
      return state;
    }

    this.#isStopped = state === 'conflict' || state === 'signed-out';
    if (state === 'kept')
      this.#sendIn(RETRY);
    this.#state.show(state === 'kept' && !this.#isKept ? 'unkept' : state, problem);
    return state;
  }

  #sendIn(pause) {
    clearTimeout(this.#timer);
    if (!this.#isStopped)
      this.#timer = setTimeout(() => this.send(), pause);
  }

  async #showWaiting() {
    const files = await this.#files.list();
    this.#count = files.length;
    this.#waiting.querySelector('ul').replaceChildren(
      ...files.map(({ name }) => Object.assign(document.createElement('li'), { textContent: name })));
    this.#waiting.hidden = files.length === 0;
  }
}
