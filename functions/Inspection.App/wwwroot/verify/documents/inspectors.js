// The inspectors (执法检查人员, inspectors.csv) who may serve in the draw (PROTOCOL.md section 2).

import { compareText } from '../values/text.js';
import { CsvReader } from './csv-reader.js';

export const inspectorsName = 'inspectors.csv';

export function parseInspectors(file) {
  const csv = new CsvReader(file, inspectorsName, 'inspector_id,department,skills,recused');
  const items = [];
  for (let line = csv.nextLine(); line !== null; line = csv.nextLine()) {
    const [id, department, skills, recused] = csv.split(line);
    const item = {
      id: csv.field(id, 'inspector_id'),
      department: csv.field(department, 'department'),
      skills: csv.joined(skills).map(skill => csv.field(skill, 'skills')),
      recused: csv.joined(recused).map(code => csv.uscc(code, 'recused')),
    };
    if (item.id === '' || item.department === '' || item.skills.includes(''))
      throw csv.refuse('inspector_id、department 和每项 skill 都不得为空', 'inspector_id, department and each skill must not be empty');
    requireAscending(csv, item.skills);
    requireAscending(csv, item.recused);
    if (items.length > 0 && compareText(items.at(-1).id, item.id) >= 0)
      throw csv.refuseOrder(item.id);
    items.push(item);
  }
  return items;
}

function requireAscending(csv, texts) {
  for (let i = 1; i < texts.length; i++) {
    if (compareText(texts[i - 1], texts[i]) >= 0)
      throw csv.refuseOrder(texts[i]);
  }
}
