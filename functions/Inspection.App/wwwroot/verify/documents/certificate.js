// The certificate (抽签凭证): what one enterprise needs to check its own lot (PROTOCOL.md section 8).

import { mostEnterprises } from '../values/limits.js';
import { CanonicalReader } from './canonical-reader.js';

export const certificateName = 'certificate.json';

const saltDigits = 32;

export function parseCertificate(file) {
  const json = new CanonicalReader(file, certificateName);
  json.beginObject();
  const certificate = {
    class: json.key('class').riskClass(),
    drawId: json.key('drawId').string(),
    index: json.key('index').integer('index', 0, mostEnterprises),
    noticeHash: json.key('noticeHash').digest(),
    path: json.key('path').array(item => item.digest()),
    recordHash: json.key('recordHash').digest(),
    salt: readSalt(json.key('salt')),
    selected: json.key('selected').boolean(),
    ticket: json.key('ticket').digest(),
    uscc: json.key('uscc').uscc(),
  };
  json.endObject();
  json.end();
  return certificate;
}

function readSalt(json) {
  const salt = json.hex();
  if (salt.length !== saltDigits)
    throw json.refuse(`盐有 ${salt.length} 位，应为 ${saltDigits} 位`, `the salt has ${salt.length} hex digits, not ${saltDigits}`);
  return salt;
}
