// The membership (membership.json): shows everybody that every drawn enterprise was on the roster (PROTOCOL.md section 8).

import { mostEnterprises } from '../values/limits.js';
import { CanonicalReader } from './canonical-reader.js';

export const membershipName = 'membership.json';

export function parseMembership(file) {
  const json = new CanonicalReader(file, membershipName);
  json.beginObject();
  const membership = {
    proof: json.key('proof').array(item => item.digest()),
    selected: json.key('selected').array(readMember),
  };
  json.endObject();
  json.end();
  return membership;
}

function readMember(json) {
  json.beginObject();
  const member = {
    classSeal: json.key('classSeal').digest(),
    index: json.key('index').integer('index', 0, mostEnterprises),
    uscc: json.key('uscc').uscc(),
  };
  json.endObject();
  return member;
}
