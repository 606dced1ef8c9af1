// The public record (公开记录, public.json): what everybody may see (PROTOCOL.md section 8).

import { CanonicalReader } from './canonical-reader.js';
import { readEntropy } from './entropy.js';
import { readNotice } from './notice.js';
import { readOutcomes } from './outcomes.js';

export const publicName = 'public.json';

/** What a public record says. Its notice must have a notice's shape; the notice's bounds are not checked here. */
export function parsePublicRecord(file) {
  const json = new CanonicalReader(file, publicName);
  json.beginObject();
  const record = {
    classes: readOutcomes(json.key('classes')),
    entropy: readEntropy(json.key('entropy')),
    noticeFile: readNoticeFile(json.key('notice'), file),
    noticeHash: json.key('noticeHash').digest(),
    recordHash: json.key('recordHash').digest(),
    seed: json.key('seed').digest(),
    selected: json.tryKey('selected') ? json.array(item => item.uscc()) : null,
    teamsHash: json.key('teamsHash').digest(),
  };
  json.endObject();
  json.end();
  return record;
}

function readNoticeFile(json, file) {
  const start = json.position;
  readNotice(json);
  return file.subarray(start, json.position);
}
