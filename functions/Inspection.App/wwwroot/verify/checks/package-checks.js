// The checks of the whole result, for auditors, who hold the package.

import { entropyLines, sameEntropy } from '../documents/entropy.js';
import { keyMessage, sealOf, ticketInKey } from '../draw/formulas.js';
import { createProof } from '../draw/membership-proof.js';
import { matchTeams } from '../draw/team-match.js';
import { bytesOf, hexOf } from '../values/bytes.js';
import { both, Refusal } from '../values/refusal.js';
import { digestSize, sha256Hex } from '../values/sha256.js';
import { Check } from './check.js';
import { firstDifference } from './difference.js';
import { names, needsPackage, sameSizes } from './evidence.js';
import { firstMissing } from './reading.js';
import { hashOfEntry, hashOfParts, saltOf, sealOfEntry } from './shell.js';

export function roster({ roster: reading, key, sealed, notice }) {
  const check = new Check('roster');
  const problem = reading.problem ?? key.problem;
  if (problem !== null)
    return check.failed(problem);
  if (sealed === null)
    return check.notPossible(needsPackage);
  const missing = firstMissing([notice, names.notice]);
  if (missing !== null)
    return check.notPossible(missing);
  const found = reading.value;
  const { size, root } = notice.value.roster;
  showFirst(check, found, sealed);
  check.show(both('由底册和密钥算出的根', 'the root that roster and key give'), sealed.tree.root);
  if (found.size !== size)
    return check.mismatch('户数', 'enterprises', found.size, size);
  if (sealed.tree.root !== root)
    return check.mismatch('根', 'the root', sealed.tree.root, root);
  return sameSizes(notice.value.sampling, found)
    ? check.passed(`${size} 户，根为 ${root}`, `${size} enterprises under the root ${root}`)
    : check.mismatch('各类别的户数', 'class sizes', describe(found.classes), describe(notice.value.sampling.classes));
}

/** The hashes of the roster's first enterprise, as an example of all. */
function showFirst(check, found, { salts, seals, tree }) {
  const uscc = found.codeAt(0);
  const riskClass = found.classes[found.classOf[0]].class;
  const salt = hexOf(salts, 0, 16);
  const seal = hexOf(seals, 0, digestSize);
  check.show(both(`底册第一户 ${uscc} 的盐`, `salt of ${uscc}, the roster's first`), salt, saltOf(uscc))
    .show(both('它的类别封印', 'its class seal'), seal, hashOfParts(salt, { text: riskClass }))
    .show(both('它的叶', 'its leaf'), tree.leaf(0), hashOfParts('00', { text: uscc }, seal));
}

export function excluded(evidence) {
  const check = new Check('excluded');
  const { excluded: reading, roster: rosterReading } = evidence;
  if (reading.problem !== null)
    return check.failed(reading.problem);
  const end = checkSeal(check, evidence, reading, names.excluded, 'X', evidence.notice.value?.excluded);
  if (end !== null)
    return end;
  const missing = firstMissing([rosterReading, names.roster]);
  if (missing !== null)
    return check.notPossible(missing);
  const twice = reading.value.find(item => rosterReading.value.indexOf(item.uscc) >= 0);
  return twice === undefined
    ? check.passed(`排除 ${reading.value.length} 户，都不在抽取底册上`, `${reading.value.length} were left out, none of them on the roster`)
    : check.failed(both(
      `${twice.uscc} 既被排除（${twice.reason}），又在抽取底册上`,
      `${twice.uscc} is excluded (${twice.reason}) and on the roster`));
}

export function inspectors(evidence) {
  const check = new Check('inspectors');
  const { inspectors: reading } = evidence;
  if (reading.problem !== null)
    return check.failed(reading.problem);
  return checkSeal(check, evidence, reading, names.inspectors, 'I', evidence.notice.value?.inspectors)
    ?? check.passed(`${reading.value.length} 人可以参加`, `${reading.value.length} could serve`);
}

/** How the check ends where size or seal are not the notice's, or null. */
function checkSeal(check, { key, notice, file }, reading, name, tag, committed) {
  const missing = firstMissing([reading, name], [key, names.key], [notice, names.notice]);
  if (missing !== null)
    return check.notPossible(missing);
  const seal = hexOf(sealOf(key.value, tag, file(name)));
  check.show(both(`${name} 的封印`, `the seal of ${name}`), seal, sealOfEntry(tag, name));
  if (reading.value.length !== committed.size)
    return check.mismatch('行数', 'rows', reading.value.length, committed.size);
  return seal === committed.seal ? null : check.mismatch('封印', 'the seal', seal, committed.seal);
}

export function selection({ record, selection: expected, publicRecord, seed }) {
  const check = new Check('selection');
  if (!record.isAtHand)
    return check.notPossible(needsPackage);
  const missing = firstMissing([record, names.record]) ?? expected.problem;
  if (missing !== null)
    return check.notPossible(missing);
  const wanted = expected.value;
  for (const { class: name, quota, threshold } of wanted.classes)
    check.show(
      both(`类别 ${name} 第 ${quota} 小的签号，即入选线`, `the ticket of place ${quota} of class ${name}, its threshold`),
      quota === 0 ? '–' : threshold);
  const last = wanted.selected.at(-1);
  check.show(
    both(`${last.uscc} 的签号；盐见命令`, `ticket of ${last.uscc}; the command derives the salt`),
    last.ticket,
    hashOfParts(seed, { text: 'T' }, { command: saltOf(last.uscc) }));
  const difference = firstDifference('selected', record.value.selected, wanted.selected)
    ?? firstDifference('reserves', record.value.reserves, wanted.reserves)
    ?? firstDifference('classes', record.value.classes, wanted.classes)
    ?? (publicRecord.value && firstDifference(`classes (${names.publicRecord})`, publicRecord.value.classes, wanted.classes));
  return difference === null
    ? check.passed(
      `抽中 ${wanted.selected.length} 户，备选 ${wanted.reserves.length} 户，与签号相符`,
      `${wanted.selected.length} drawn and ${wanted.reserves.length} in reserve, as the tickets say`)
    : check.failed(difference);
}

export async function teams({ teams: reading, inspectors: people, selection: expected, notice, work }) {
  const check = new Check('teams');
  if (reading.problem !== null)
    return check.failed(reading.problem);
  if (!reading.isAtHand)
    return check.notPossible(needsPackage);
  const missing = firstMissing([people, names.inspectors]) ?? expected.problem;
  if (missing !== null)
    return check.notPossible(missing);
  const wanted = await tryMatch(expected.value, people.value, notice.value.teams, work);
  if (wanted instanceof Refusal)
    return check.notPossible(wanted.words);
  showFirstKey(check, expected.value.selected[0], wanted.selected[0]);
  const difference = firstDifference('selected', reading.value.selected, wanted.selected)
    ?? firstDifference('reserves', reading.value.reserves, wanted.reserves);
  if (difference !== null)
    return check.failed(difference);
  const shortage = wanted.selected.reduce((sum, visit) => sum + visit.teams.reduce((n, team) => n + team.shortage, 0), 0);
  return check.passed(
    `${wanted.selected.length} 户和备选 ${wanted.reserves.length} 户的检查人员与积分相符；缺 ${shortage} 人`,
    `${wanted.selected.length} visits and ${wanted.reserves.length} in reserve have the inspectors that the credits give; ${shortage} are short`);
}

async function tryMatch({ selected, reserves }, people, requests, work) {
  try {
    return await matchTeams(selected, reserves, people, requests, work);
  } catch (error) {
    if (error instanceof Refusal)
      return error;
    throw error;
  }
}

/** The key that tells equal credits apart, for the first one who serves at the first enterprise. */
function showFirstKey(check, lot, visit) {
  const id = visit.teams[0].inspectors[0];
  if (id !== undefined)
    check.show(
      both(`${lot.uscc} 与检查人员 ${id} 的配对值`, `the key of ${lot.uscc} and inspector ${id}`),
      hexOf(keyMessage(id).put(ticketInKey, bytesOf(lot.ticket)).hash()),
      hashOfParts(lot.ticket, { text: `K${id}` }));
}

export function recordHead({ record, notice, entropy, teams: teamsReading, seed }) {
  const check = new Check('record-head');
  if (record.problem !== null)
    return check.failed(record.problem);
  if (!record.isAtHand)
    return check.notPossible(needsPackage);
  const missing = firstMissing([notice, names.notice], [entropy, names.entropy]);
  if (missing !== null)
    return check.notPossible(missing);
  const { drawId, hash } = notice.value;
  const head = `${drawId} ${hash}`;
  for (const [name, found] of [[names.record, record.value], [names.teams, teamsReading.value]]) {
    if (found !== null && `${found.drawId} ${found.noticeHash}` !== head)
      return check.mismatch(name, name, `${found.drawId} ${found.noticeHash}`, head);
  }
  if (!sameEntropy(record.value.entropy, entropy.value))
    return check.mismatch(
      '证据',
      'the evidence',
      entropyLines(record.value.entropy).join(' '),
      entropyLines(entropy.value).join(' '));
  return record.value.seed === seed
    ? check.passed(`公告 ${hash} 之下的抽取 ${drawId}`, `draw ${drawId} under the notice ${hash}`)
    : check.mismatch('种子', 'the seed', record.value.seed, seed);
}

export function hashes({ file, publicRecord }) {
  const check = new Check('hashes');
  const recordFile = file(names.record);
  if (recordFile === null)
    return check.notPossible(needsPackage);
  const missing = firstMissing([publicRecord, names.publicRecord]);
  if (missing !== null)
    return check.notPossible(missing);
  const teamsFile = file(names.teams);
  for (const [key, name, content] of [['recordHash', names.record, recordFile], ['teamsHash', names.teams, teamsFile]]) {
    if (content === null)
      return check.passed(`recordHash；这个文件包没有 ${name}`, `recordHash; ${name} is not in this package`);
    const hash = sha256Hex(content);
    check.show(both(`${name} 的 SHA-256`, `SHA-256 of ${name}`), hash, hashOfEntry(name));
    if (publicRecord.value[key] !== hash)
      return check.mismatch(key, key, publicRecord.value[key], hash);
  }
  return check.passed('recordHash 和 teamsHash', 'recordHash and teamsHash');
}

export function publicSelected({ sealed, publicRecord, record, membership, roster: rosterReading }) {
  const check = new Check('public-selected');
  if (sealed === null)
    return check.notPossible(needsPackage);
  const missing = firstMissing([publicRecord, names.publicRecord], [record, names.record]);
  if (missing !== null)
    return check.notPossible(missing);
  const drawn = record.value.selected.map(lot => lot.uscc).sort();
  const list = publicRecord.value.selected;
  if (list === null && membership.value === null)
    return check.notPossible(both('公开名单尚未公布', 'the public list is withheld'));
  const difference = (list && firstDifference(names.publicRecord, list, drawn))
    ?? (membership.value && membershipDifference(membership.value, drawn, rosterReading.value, sealed));
  return difference === null
    ? check.passed(`与抽取记录的 ${drawn.length} 户相同`, `the ${drawn.length} that the record has`)
    : check.failed(difference);
}

function membershipDifference(found, drawn, rosterValue, { seals, tree }) {
  const wanted = drawn.map(uscc => ({ uscc, index: rosterValue.indexOf(uscc) }));
  const stranger = wanted.find(member => member.index < 0);
  if (stranger !== undefined)
    return both(`${stranger.uscc} 不在抽取底册上`, `${stranger.uscc} is not on the roster`);
  const sealAt = index => hexOf(seals, digestSize * index, digestSize * (index + 1));
  const members = wanted.map(({ uscc, index }) => ({ classSeal: sealAt(index), index, uscc }));
  return firstDifference(names.membership, found.selected, members)
    ?? firstDifference(`proof (${names.membership})`, found.proof, createProof(tree, members.map(member => member.index)));
}

const describe = classes => classes.filter(c => c.size > 0).map(c => `${c.class}: ${c.size}`).join(', ');
