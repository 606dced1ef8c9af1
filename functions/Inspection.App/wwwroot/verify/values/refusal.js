/** What somebody reads, in both of the site's languages. */
export const both = (zh, en) => ({ zh, en });

/** Input that breaks a rule of PROTOCOL.md: which rule, what was found and what was wanted, in both languages. */
export class Refusal extends Error {
  constructor(zh, en) {
    super(en);
    this.words = both(shorten(zh), shorten(en));
  }
}

/** Of a message that repeats a huge input only the beginning and the end are kept. */
export function shorten(text) {
  const head = 500;
  const tail = 300;
  return text.length <= head + tail
    ? text
    : `${text.slice(0, head)} … (${text.length - head - tail} more characters) … ${text.slice(-tail)}`;
}
