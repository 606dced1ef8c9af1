// The notice (抽取公告, notice.json): the public commitment to roster, rules and secret (PROTOCOL.md section 3).

import { largestInteger } from '../values/limits.js';
import { sha256Hex } from '../values/sha256.js';
import { problemOfCode } from '../values/uscc.js';
import { CanonicalReader } from './canonical-reader.js';
import { checkNoticeRules } from './notice-rules.js';

export const noticeName = 'notice.json';
export const protocol = 'double-random/1';

/** The notice that a file says, with its hash; every bound of section 3 holds. */
export function parseNotice(file) {
  const json = new CanonicalReader(file, noticeName);
  const terms = readNotice(json);
  json.end();
  checkNoticeRules(terms);
  return { ...terms, hash: sha256Hex(file) };
}

/** Reads a notice's shape; its bounds are checkNoticeRules's affair. */
export function readNotice(json) {
  json.beginObject();
  const terms = {
    attempt: json.key('attempt').integer('attempt', 1, largestInteger),
    authority: json.key('authority').string(),
    authorityCode: readAuthorityCode(json.key('authorityCode')),
    committedAt: readTime(json.key('committedAt')),
    disclosure: readDisclosure(json.key('disclosure')),
    drawId: json.key('drawId').string(),
    endsOn: readDay(json.key('endsOn')),
    entropy: readPlan(json.key('entropy')),
    excluded: readSealedList(json.key('excluded')),
    inspectors: readSealedList(json.key('inspectors')),
    previous: json.key('previous').digestOrEmpty('previous'),
    protocol: readProtocol(json.key('protocol')),
    reserve: json.key('reserve').integer('reserve', 0, largestInteger),
    roster: readRoster(json.key('roster')),
    sampling: readSampling(json.key('sampling')),
    scope: json.key('scope').string(),
    startsOn: readDay(json.key('startsOn')),
    taskId: json.key('taskId').string(),
    teams: json.key('teams').array(readTeam),
    title: json.key('title').string(),
  };
  json.endObject();
  return terms;
}

/** Refuses a document of another protocol. */
export function readProtocol(json) {
  const found = json.string();
  if (found !== protocol)
    throw json.refuse(`规程是 '${found}'，不是 '${protocol}'`, `the protocol is '${found}', not '${protocol}'`);
  return found;
}

/** Reads the kind that goes with the keys that were found. */
export function readKind(json, wanted) {
  const kind = json.key('kind').string();
  if (kind !== wanted)
    throw json.refuse(
      `随机源的种类是 '${kind}'，而它的键属于 '${wanted}'`,
      `the entropy's kind is '${kind}', but its keys are those of '${wanted}'`);
  return kind;
}

function readAuthorityCode(json) {
  const text = json.string();
  const problem = text === '' ? null : problemOfCode(text);
  if (problem !== null)
    throw json.refuse(`authorityCode '${text}'：${problem.zh}`, `authorityCode '${text}': ${problem.en}`);
  return text;
}

function readDisclosure(json) {
  const text = json.string();
  if (text !== 'sealed' && text !== 'open')
    throw json.refuse(`disclosure 是 '${text}'，应为 sealed 或 open`, `disclosure is '${text}', not sealed or open`);
  return text;
}

function readTime(json) {
  const text = json.string();
  if (!/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text) || !isDay(text.slice(0, 10)))
    throw json.refuse(
      `committedAt '${text}' 不是存在的时间 YYYY-MM-DDThh:mm:ssZ`,
      `committedAt '${text}' is no existing time YYYY-MM-DDThh:mm:ssZ`);
  return text;
}

function readDay(json) {
  const text = json.string();
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !isDay(text))
    throw json.refuse(`'${text}' 不是存在的日期 YYYY-MM-DD`, `'${text}' is no existing day YYYY-MM-DD`);
  return text;
}

/** Whether there is such a day of the Gregorian calendar, from the year 1 on. */
function isDay(text) {
  const [year, month, day] = text.split('-').map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

function readPlan(json) {
  const plan = {};
  json.beginObject();
  if (json.tryKey('digits')) {
    plan.digits = json.integer('digits', 1, 64);
    plan.kind = readKind(json, 'ceremony');
    plan.witnesses = json.key('witnesses').array(item => item.string());
  } else if (json.tryKey('chain')) {
    plan.chain = json.digest();
    plan.kind = readKind(json, 'drand');
    plan.round = json.key('round').integer('round', 1);
  } else {
    plan.kind = readKind(json, 'none');
  }
  json.endObject();
  return plan;
}

function readSealedList(json) {
  json.beginObject();
  const list = { seal: json.key('seal').digest(), size: json.key('size').integer('size', 0, largestInteger) };
  json.endObject();
  return list;
}

function readRoster(json) {
  json.beginObject();
  const roster = { root: json.key('root').digest(), size: json.key('size').integer('size', 0, largestInteger) };
  json.endObject();
  return roster;
}

function readSampling(json) {
  json.beginObject();
  const classes = json.key('classes').array(readClass);
  const mode = json.key('mode').string();
  const keyOfMode = { rates: 'rateBp', weights: 'weight', quotas: 'quota' };
  if (!Object.hasOwn(keyOfMode, mode))
    throw json.refuse(`方式是 '${mode}'，应为 rates、weights 或 quotas`, `the mode is '${mode}', not rates, weights or quotas`);
  const sampling = { classes, mode };
  if (mode === 'weights')
    sampling.total = json.key('total').integer('total', 1);
  if (classes.some(c => !Object.hasOwn(c, keyOfMode[mode])))
    throw json.refuse(`有类别使用了 '${mode}' 以外方式的键`, `a class has the keys of another mode than '${mode}'`);
  json.endObject();
  return sampling;
}

function readClass(json) {
  json.beginObject();
  const found = { class: json.key('class').riskClass() };
  if (json.tryKey('rateBp'))
    found.rateBp = json.integer('rateBp', 0, 10000);
  else if (json.tryKey('quota'))
    found.quota = json.integer('quota', 0, largestInteger);
  found.size = json.key('size').integer('size', 0, largestInteger);
  if (found.rateBp === undefined && found.quota === undefined)
    found.weight = json.key('weight').integer('weight', 0, 1000);
  json.endObject();
  return found;
}

function readTeam(json) {
  json.beginObject();
  const team = {
    department: json.key('department').string(),
    size: json.key('size').integer('size', 1, 20),
    skill: json.key('skill').string(),
  };
  json.endObject();
  return team;
}
