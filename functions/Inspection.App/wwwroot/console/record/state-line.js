// The line that says where what was typed is. Its words stand in the page, in the reader's language.

export class StateLine {
  #line;

  constructor(line) {
    this.#line = line;
  }

  /**
   * @param state One of saved, sending, kept, unkept, signed-out, conflict, refused, too-large.
   * @param detail What the server said, in the reader's language.
   */
  show(state, detail = '') {
    const words = this.#line.querySelector(`template[data-for="${state}"]`).content.cloneNode(true);
    this.#line.querySelector('[data-says]').replaceChildren(words, detail);
    this.#line.dataset.state = state;
    this.#line.hidden = false;
  }
}
