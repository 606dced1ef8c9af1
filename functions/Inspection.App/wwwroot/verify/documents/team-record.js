// The record of the inspectors (派员记录, teams.json), for auditors (PROTOCOL.md section 8).

import { CanonicalReader } from './canonical-reader.js';
import { readProtocol } from './notice.js';

export const teamsName = 'teams.json';

const largestTeam = 20;

export function parseTeamRecord(file) {
  const json = new CanonicalReader(file, teamsName);
  json.beginObject();
  const record = {
    drawId: json.key('drawId').string(),
    noticeHash: json.key('noticeHash').digest(),
    protocol: readProtocol(json.key('protocol')),
    reserves: json.key('reserves').array(readVisit),
    selected: json.key('selected').array(readVisit),
  };
  json.endObject();
  json.end();
  return record;
}

function readVisit(json) {
  json.beginObject();
  const visit = { teams: json.key('teams').array(readTeam), uscc: json.key('uscc').uscc() };
  json.endObject();
  return visit;
}

function readTeam(json) {
  json.beginObject();
  const team = {
    department: json.key('department').string(),
    inspectors: readIds(json.key('inspectors')),
    shortage: json.key('shortage').integer('shortage', 0, largestTeam),
    substitutes: readIds(json.key('substitutes')),
  };
  json.endObject();
  return team;
}

const readIds = json => json.array(item => item.string());
