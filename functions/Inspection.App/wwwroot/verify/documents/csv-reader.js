// Reads the protocol's CSV files line by line (PROTOCOL.md, Notation): UTF-8 without a byte order mark, each line ended by one
// line feed, no empty line, no quoting.

import { equal, utf8 } from '../values/bytes.js';
import { Refusal } from '../values/refusal.js';
import { decode, problemInField } from '../values/text.js';
import { problemOfCode } from '../values/uscc.js';

const [lineFeed, comma, semicolon] = ['\n', ',', ';'].map(sign => sign.charCodeAt(0));

export class CsvReader {
  #bytes;
  #name;
  #columns;
  #position = 0;
  #line = 0;

  /** Reads the header and refuses any other than the given one. */
  constructor(bytes, name, header) {
    this.#bytes = bytes;
    this.#name = name;
    this.#columns = header;
    const first = this.nextLine();
    if (first === null)
      throw new Refusal(`${name} 是空的；首行应为 '${header}'`, `${name} is empty; its first line must be '${header}'`);
    if (!equal(first, utf8(header)))
      throw this.refuse(
        `表头应为 '${header}'，没有字节顺序标记或回车符`,
        `the header must be '${header}' and nothing else, without a byte order mark or a carriage return`);
  }

  /** The next line without its line feed; null at the end. */
  nextLine() {
    if (this.#position === this.#bytes.length)
      return null;
    this.#line++;
    const end = this.#bytes.indexOf(lineFeed, this.#position);
    if (end < 0)
      throw this.refuse('末行没有以换行结束；文件可能被截断', 'the last line does not end in a line feed; the file may be cut off');
    const line = this.#bytes.subarray(this.#position, end);
    this.#position = end + 1;
    if (line.length === 0)
      throw this.refuse('空行', 'the line is empty');
    return line;
  }

  /** The fields of a row, exactly as many as the header has. */
  split(line) {
    const fields = partsOf(line, comma);
    const wanted = this.#columns.split(',').length;
    if (fields.length !== wanted)
      throw this.refuse(
        `每行应有 ${wanted} 个字段 ${this.#columns}，此行有 ${fields.length} 个`,
        `a row has ${wanted} fields, ${this.#columns}; this has ${fields.length}`);
    return fields;
  }

  /** Decodes one field and refuses the characters that no field holds. */
  field(bytes, column) {
    const text = decode(bytes, `${this.#name} line ${this.#line}`);
    const problem = problemInField(text);
    if (problem !== null)
      throw this.refuse(`${column} 含有${problem.zh}`, `${column} holds ${problem.en}`);
    return text;
  }

  /** A field that must be a unified social credit code. */
  uscc(bytes, column) {
    const text = this.field(bytes, column);
    const problem = problemOfCode(text);
    if (problem !== null)
      throw this.refuse(`${column} '${text}'：${problem.zh}`, `${column} '${text}': ${problem.en}`);
    return text;
  }

  /** The parts of a field that semicolons join; none of an empty field. */
  joined(bytes) {
    return bytes.length === 0 ? [] : partsOf(bytes, semicolon);
  }

  /** A refusal that says where. */
  refuse(zh, en) {
    return new Refusal(`${this.#name} 第 ${this.#line} 行：${zh}`, `${this.#name} line ${this.#line}: ${en}`);
  }

  /** A refusal of what does not stand after the one before it. */
  refuseOrder(what) {
    return this.refuse(
      `${what} 应排在前一个之后：升序排列，不得重复`,
      `${what} must stand after the one before it: they ascend, none twice`);
  }
}

function partsOf(bytes, separator) {
  const parts = [];
  let start = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, start)) {
    parts.push(bytes.subarray(start, at));
    start = at + 1;
  }
  parts.push(bytes.subarray(start));
  return parts;
}
