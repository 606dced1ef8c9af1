// The record of the enterprises (抽取记录, record.json), for auditors (PROTOCOL.md section 8).

import { CanonicalReader } from './canonical-reader.js';
import { readEntropy } from './entropy.js';
import { readProtocol } from './notice.js';
import { readOutcomes } from './outcomes.js';

export const recordName = 'record.json';

export function parseRecord(file) {
  const json = new CanonicalReader(file, recordName);
  json.beginObject();
  const record = {
    classes: readOutcomes(json.key('classes')),
    drawId: json.key('drawId').string(),
    entropy: readEntropy(json.key('entropy')),
    noticeHash: json.key('noticeHash').digest(),
    protocol: readProtocol(json.key('protocol')),
    reserves: json.key('reserves').array(readLot),
    seed: json.key('seed').digest(),
    selected: json.key('selected').array(readLot),
  };
  json.endObject();
  json.end();
  return record;
}

function readLot(json) {
  json.beginObject();
  const lot = {
    class: json.key('class').riskClass(),
    ticket: json.key('ticket').digest(),
    uscc: json.key('uscc').uscc(),
  };
  json.endObject();
  return lot;
}
