// Reads canonical JSON of a known shape (PROTOCOL.md, Notation). Canonical bytes have no freedom: the caller says which token
// must come next, and anything else (white space, another key order, a key twice, an escape that need not be, a fraction) is
// refused where it stands. So bytes that pass are the canonical form of what they say.

import { isDigest, isHex } from '../values/bytes.js';
import { Refusal } from '../values/refusal.js';
import { decode, problemIn } from '../values/text.js';
import { problemOfCode } from '../values/uscc.js';

const [quote, backslash, minus, point] = ['"', '\\', '-', '.'].map(sign => sign.charCodeAt(0));
const isDigit = byte => byte >= 0x30 && byte <= 0x39;

export class CanonicalReader {
  #bytes;
  #name;
  #first = true;

  /**
   * @param {Uint8Array} bytes The whole document.
   * @param {string} name The document's name, for messages.
   */
  constructor(bytes, name) {
    this.#bytes = bytes;
    this.#name = name;
    this.position = 0;
  }

  beginObject() {
    this.#begin('{');
  }

  endObject() {
    this.#expect('}');
    this.#first = false;
  }

  /** The items of an array, each read by the given function. */
  array(readItem) {
    const items = [];
    this.#begin('[');
    while (!this.#startsWith(']')) {
      if (!this.#first)
        this.#expect(',');
      this.#first = true;
      items.push(readItem(this));
    }
    this.position++;
    this.#first = false;
    return items;
  }

  /** Reads the key that must stand here. */
  key(key) {
    if (!this.tryKey(key))
      throw this.refuse(
        `此处应为键 "${key}"，却是 ${this.#found()}：缺少键、未知键、重复键或次序不对`,
        `wanted the key "${key}", found ${this.#found()}: a key is missing, unknown, twice or out of order`);
    return this;
  }

  /** Reads the key if it stands here, and nothing otherwise. */
  tryKey(key) {
    const token = `${this.#first ? '' : ','}"${key}":`;
    if (!this.#startsWith(token))
      return false;
    this.position += token.length;
    this.#first = true;
    return true;
  }

  string() {
    this.#expect('"');
    let text = '';
    for (;;) {
      const start = this.position;
      while (this.position < this.#bytes.length && this.#peek() !== quote && this.#peek() !== backslash)
        this.position++;
      if (this.position === this.#bytes.length)
        throw this.refuse('字符串没有结束', 'the string does not end');
      text += decode(this.#bytes.subarray(start, this.position), this.#where());
      const end = this.#bytes[this.position++];
      if (end === quote)
        break;
      if (this.#peek() !== quote && this.#peek() !== backslash)
        throw this.refuse('规范 JSON 只转义 \\" 和 \\\\', 'only \\" and \\\\ are escaped in canonical JSON');
      text += String.fromCharCode(this.#bytes[this.position++]);
    }
    this.#first = false;
    const problem = problemIn(text);
    if (problem !== null)
      throw this.refuse(`字符串含有${problem.zh}`, `a string holds ${problem.en}`);
    return text;
  }

  digest() {
    const text = this.string();
    if (!isDigest(text))
      throw this.refuse(`"${text}" 不是 64 位小写十六进制数字`, `"${text}" is not 64 lower-case hex digits`);
    return text;
  }

  /** A digest or an empty text. */
  digestOrEmpty(what) {
    const text = this.string();
    if (text !== '' && !isDigest(text))
      throw this.refuse(
        `${what} '${text}' 既不是空，也不是 64 位小写十六进制数字`,
        `${what} '${text}' is neither empty nor 64 lower-case hex digits`);
    return text;
  }

  /** A string of whole bytes in lower-case hex. */
  hex() {
    const text = this.string();
    if (!isHex(text))
      throw this.refuse(`"${text}" 不是小写十六进制的字节`, `"${text}" is not bytes in lower-case hex`);
    return text;
  }

  uscc() {
    const text = this.string();
    const problem = problemOfCode(text);
    if (problem !== null)
      throw this.refuse(`"${text}"：${problem.zh}`, `"${text}": ${problem.en}`);
    return text;
  }

  riskClass() {
    const text = this.string();
    if (!/^[A-Za-z0-9]{1,8}$/.test(text))
      throw this.refuse(
        `"${text}" 不是信用风险类别（1 至 8 个字母或数字）`,
        `"${text}" is not a risk class (1 to 8 of A-Z a-z 0-9)`);
    return text;
  }

  integer(what, min, max = Number.MAX_SAFE_INTEGER) {
    let end = this.position;
    if (this.#bytes[end] === minus)
      end++;
    while (isDigit(this.#bytes[end]))
      end++;
    const text = String.fromCharCode(...this.#bytes.subarray(this.position, Math.min(end, this.position + 24)));
    const next = this.#bytes[end];
    if (!/^(0|-?[1-9][0-9]*)$/.test(text) || next === point || next === 0x65 || next === 0x45)
      throw this.refuse(
        `${what} 不是规范形式的整数，而是 ${this.#found()}`,
        `${what} is not an integer in canonical form, but ${this.#found()}`);
    const value = Number(text);
    if (value < min || value > max)
      throw this.refuse(`${what} 是 ${text}，不在 ${min} 至 ${max} 之间`, `${what} is ${text}, not ${min} to ${max}`);
    this.position = end;
    this.#first = false;
    return value;
  }

  boolean() {
    const value = this.#startsWith('true');
    if (!value && !this.#startsWith('false'))
      throw this.refuse(`此处应为 true 或 false，却是 ${this.#found()}`, `wanted true or false, found ${this.#found()}`);
    this.position += value ? 4 : 5;
    this.#first = false;
    return value;
  }

  /** Refuses whatever follows the document's value. */
  end() {
    const rest = this.#bytes.length - this.position;
    if (rest > 0)
      throw this.refuse(
        `文件结束之后还有 ${rest} 个字节；规范文件以最后一个括号结束`,
        `${rest} bytes follow the document's end; a canonical document ends with its last bracket`);
  }

  /** A refusal that says where. */
  refuse(zh, en) {
    return new Refusal(`${this.#where()}：${zh}`, `${this.#where()}: ${en}`);
  }

  #begin(bracket) {
    this.#expect(bracket);
    this.#first = true;
  }

  #expect(sign) {
    if (!this.#startsWith(sign))
      throw this.refuse(`此处应为 '${sign}'，却是 ${this.#found()}`, `wanted '${sign}', found ${this.#found()}`);
    this.position++;
  }

  #startsWith(token) {
    for (let i = 0; i < token.length; i++) {
      if (this.#bytes[this.position + i] !== token.charCodeAt(i))
        return false;
    }
    return true;
  }

  #peek() {
    return this.#bytes[this.position];
  }

  #found() {
    const rest = this.#bytes.subarray(this.position, this.position + 24);
    return rest.length === 0 ? '(end)' : `\`${String.fromCharCode(...rest).replaceAll('\n', '␊')}\``;
  }

  #where() {
    return `${this.#name}, byte ${this.position}`;
  }
}
