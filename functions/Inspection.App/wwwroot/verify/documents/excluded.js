// The excluded (排除名单, excluded.csv): who was left out before the draw, and by which rule (PROTOCOL.md section 2).

import { CsvReader } from './csv-reader.js';

export const excludedName = 'excluded.csv';

export function parseExcluded(file) {
  const csv = new CsvReader(file, excludedName, 'uscc,reason');
  const items = [];
  for (let line = csv.nextLine(); line !== null; line = csv.nextLine()) {
    const [code, why] = csv.split(line);
    const item = { uscc: csv.uscc(code, 'uscc'), reason: csv.field(why, 'reason') };
    if (item.reason === '')
      throw csv.refuse('原因为空', 'the reason is empty');
    if (items.length > 0 && item.uscc <= items.at(-1).uscc)
      throw csv.refuseOrder(item.uscc);
    items.push(item);
  }
  return items;
}
