// The roster (抽取底册, roster.csv): who can be drawn, with the class, ascending by code, none twice (PROTOCOL.md section 1).
// Codes and classes lie in flat arrays, so that a large roster fits in memory and hashing reads it without a copy.

import { compare, utf8 } from '../values/bytes.js';
import { mostEnterprises } from '../values/limits.js';
import { Refusal } from '../values/refusal.js';
import { compareText } from '../values/text.js';
import { codeLength, isCodeAt } from '../values/uscc.js';
import { CsvReader } from './csv-reader.js';

export const rosterName = 'roster.csv';

const header = 'uscc,risk_class';

export class Roster {
  /**
   * @param {Uint8Array} codes 18 bytes for each enterprise.
   * @param {Uint32Array} classOf For each enterprise, the position of its class.
   * @param {{class: string, size: number}[]} classes Every class with its size, ascending.
   */
  constructor(codes, classOf, classes) {
    this.codes = codes;
    this.classOf = classOf;
    this.classes = classes;
    this.size = classOf.length;
  }

  codeAt(index) {
    return String.fromCharCode(...this.codes.subarray(codeLength * index, codeLength * (index + 1)));
  }

  /** The position of an enterprise, or -1 where it is not on the roster. */
  indexOf(uscc) {
    const wanted = utf8(uscc);
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compare(this.codes, codeLength * middle, wanted, 0, codeLength);
      if (order === 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
    return -1;
  }
}

/** Reads a roster, refusing every byte that is not as the protocol writes it. */
export function parseRoster(file) {
  const csv = new CsvReader(file, rosterName, header);
  const rows = countLineFeeds(file);
  const codes = new Uint8Array(codeLength * rows);
  const numbers = new Uint32Array(rows);
  const numberOf = new Map();
  let count = 0;
  for (let line = csv.nextLine(); line !== null; line = csv.nextLine(), count++) {
    if (count === mostEnterprises)
      throw csv.refuse(`抽取底册最多 ${mostEnterprises} 户`, `a roster has at most ${mostEnterprises} enterprises`);
    const [code, name] = csv.split(line);
    if (code.length !== codeLength || !isCodeAt(code, 0))
      csv.uscc(code, 'uscc');
    codes.set(code, codeLength * count);
    if (count > 0 && compare(codes, codeLength * (count - 1), codes, codeLength * count, codeLength) >= 0)
      throw csv.refuseOrder(String.fromCharCode(...code));
    numbers[count] = numberOfClass(csv, name, numberOf);
  }
  if (count === 0)
    throw new Refusal(`${rosterName} 没有数据行；抽取底册至少有一户`, `${rosterName} has no rows; a roster has at least one enterprise`);
  return orderClasses(codes.subarray(0, codeLength * count), numbers.subarray(0, count), [...numberOf.keys()]);
}

/** Classes are numbered as they come, and put in order at the end. */
function numberOfClass(csv, bytes, numberOf) {
  const name = String.fromCharCode(...bytes.subarray(0, 9));
  if (!/^[A-Za-z0-9]{1,8}$/.test(name)) {
    const text = csv.field(bytes, 'risk_class');
    throw csv.refuse(`'${text}' 不是信用风险类别（1 至 8 个字母或数字）`, `'${text}' is not a risk class (1 to 8 of A-Z a-z 0-9)`);
  }
  if (!numberOf.has(name))
    numberOf.set(name, numberOf.size);
  return numberOf.get(name);
}

function orderClasses(codes, numbers, names) {
  const classes = [...names].sort(compareText).map(name => ({ class: name, size: 0 }));
  const positions = names.map(name => classes.findIndex(c => c.class === name));
  const classOf = numbers.map(number => positions[number]);
  for (const position of classOf)
    classes[position].size++;
  return new Roster(codes, classOf, classes);
}

function countLineFeeds(file) {
  let count = 0;
  for (const byte of file)
    count += byte === 0x0a ? 1 : 0;
  return count;
}
