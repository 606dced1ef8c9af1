// The checks that anybody can make: quotas, membership, and an enterprise's own certificate.

import { climb } from '../draw/audit-path.js';
import { leafOf } from '../draw/formulas.js';
import { proofLeadsToRoot } from '../draw/membership-proof.js';
import { computeQuotas, shiftOf } from '../draw/quotas.js';
import { bytesOf, concat, hexOf, utf8 } from '../values/bytes.js';
import { both } from '../values/refusal.js';
import { sha256, sha256Hex } from '../values/sha256.js';
import { Check } from './check.js';
import { names } from './evidence.js';
import { firstMissing } from './reading.js';
import { hashOfParts } from './shell.js';

export function quotas({ notice, seed, publicRecord, record }) {
  const check = new Check('quotas');
  const missing = firstMissing([notice, names.notice]);
  if (missing !== null)
    return check.notPossible(missing);
  if (seed === null)
    return check.notPossible(both('无法得出种子', 'the seed could not be derived'));
  const { sampling } = notice.value;
  const wanted = computeQuotas(sampling, seed).map((quota, i) => ({ class: sampling.classes[i].class, quota }));
  if (sampling.mode === 'weights')
    check.show(
      both('随机偏移 r，种子加 Q 的 SHA-256 的前 8 个字节', 'the random shift r, the first 8 bytes of SHA-256 of seed and Q'),
      shiftOf(seed),
      `${hashOfParts(seed, { text: 'Q' })} | cut -c1-16`);
  wanted.forEach(({ class: name, quota }, i) => check.show(
    both(`类别 ${name} 的名额，共 ${sampling.classes[i].size} 户`, `quota of class ${name}, of ${sampling.classes[i].size}`),
    quota,
    arithmeticOf(sampling, i)));
  for (const [file, stated] of [[names.publicRecord, publicRecord.value], [names.record, record.value]]) {
    const problem = stated === null ? null : problemOfClasses(stated.classes, wanted);
    if (problem !== null)
      return check.failed(both(`${file}：${problem.zh}`, `${file}: ${problem.en}`));
  }
  const text = wanted.map(c => `${c.class}: ${c.quota}`).join(', ');
  return check.passed(text, text);
}

const arithmeticOf = ({ mode, classes }, i) =>
  (mode === 'rates' ? `echo $(( (${classes[i].size} * ${classes[i].rateBp} + 9999) / 10000 ))` : '');

function problemOfClasses(stated, wanted) {
  const [found, right] = [stated.map(c => c.class).join(', '), wanted.map(c => c.class).join(', ')];
  if (found !== right)
    return both(`类别是 ${found}；公告有 ${right}`, `the classes are ${found}; the notice has ${right}`);
  for (const [i, { class: name, quota }] of wanted.entries()) {
    if (stated[i].quota !== quota)
      return both(
        `类别 ${name}：名额得到 ${stated[i].quota}，应为 ${quota}`,
        `class ${name}: got quota ${stated[i].quota}, wanted ${quota}`);
    if ((stated[i].threshold === '') !== (quota === 0))
      return both(`类别 ${name}：当且仅当名额大于 0 时才有入选线`, `class ${name}: a threshold stands exactly where the quota is over 0`);
  }
  return null;
}

export function membership({ membership: reading, publicRecord, notice }) {
  const check = new Check('membership');
  if (reading.problem !== null)
    return check.failed(reading.problem);
  const missing = firstMissing([reading, names.membership], [publicRecord, names.publicRecord], [notice, names.notice]);
  if (missing !== null)
    return check.notPossible(missing);
  const { selected, proof } = reading.value;
  const { root, size } = notice.value.roster;
  const drawn = publicRecord.value.classes.reduce((sum, c) => sum + c.quota, 0);
  if (selected.length !== drawn)
    return check.mismatch('抽中的户数', 'drawn enterprises', selected.length, drawn);
  const late = selected.find((member, i) => i > 0 && selected[i - 1].uscc >= member.uscc);
  if (late !== undefined)
    return check.failed(both(`${late.uscc} 没有排在前一个代码之后`, `${late.uscc} does not stand after the code before it`));
  const list = publicRecord.value.selected;
  if (list !== null && (list.length !== selected.length || list.some((uscc, i) => uscc !== selected[i].uscc)))
    return check.failed(both(`企业与 ${names.publicRecord} 所列不同`, `the enterprises are not those that ${names.publicRecord} names`));
  const leaves = selected.map(member => ({ index: member.index, leaf: leafOf(member.uscc, member.classSeal) }));
  if (leaves.length > 0)
    check.show(
      both(`${selected[0].uscc} 的叶`, `leaf of ${selected[0].uscc}`),
      leaves[0].leaf,
      hashOfParts('00', { text: selected[0].uscc }, selected[0].classSeal));
  check.show(both('证明所用的其他哈希数', 'other hashes in the proof'), proof.length)
    .show(both('应达到的根', 'the root to reach'), root);
  return proofLeadsToRoot(size, leaves, proof, root)
    ? check.passed(
      `抽取底册 ${size} 户中抽中 ${drawn} 户；证明达到底册的根`,
      `${drawn} of ${size} on the roster were drawn; the proof leads to its root`)
    : check.failed(both(
      `证明不能从这 ${drawn} 户达到 ${size} 户底册的根 ${root}`,
      `the proof does not lead from the ${drawn} enterprises to the root ${root} of a roster of ${size}`));
}

export function certificate({ certificate: reading, publicRecord, notice }) {
  const check = new Check('certificate');
  if (reading.problem !== null)
    return check.failed(reading.problem);
  const missing = firstMissing([reading, names.certificate], [publicRecord, names.publicRecord], [notice, names.notice]);
  if (missing !== null)
    return check.notPossible(missing);
  const [found, stated] = [reading.value, publicRecord.value];
  const wanted = { drawId: notice.value.drawId, noticeHash: notice.value.hash, recordHash: stated.recordHash };
  for (const key of Object.keys(wanted)) {
    if (found[key] !== wanted[key])
      return check.mismatch(key, key, found[key], wanted[key]);
  }
  return lot(check, found, stated, notice.value.roster);
}

function lot(check, found, stated, roster) {
  const { salt, uscc, class: riskClass } = found;
  const classSeal = sha256Hex(concat(bytesOf(salt), utf8(riskClass)));
  const leaf = leafOf(uscc, classSeal);
  const steps = climb(leaf, found.index, roster.size, found.path);
  check.show(both('类别封印', 'class seal'), classSeal, hashOfParts(salt, { text: riskClass }))
    .show(both('叶', 'leaf'), leaf, hashOfParts('00', { text: uscc }, classSeal));
  steps?.forEach(({ left, right, hash }, i) => check.show(
    both(`第 ${i + 1} 层`, `level ${i + 1}`),
    hash,
    hashOfParts('01', left, right)));
  if (steps === null || (steps.at(-1)?.hash ?? leaf) !== roster.root)
    return check.failed(both(
      `代码、类别、盐和路径不能达到根 ${roster.root}：这家企业不以该类别在抽取底册上`,
      `code, class, salt and path do not lead to the root ${roster.root}: this enterprise was not on the roster in this class`));
  const ticket = hexOf(sha256(concat(bytesOf(stated.seed), utf8('T'), bytesOf(salt))));
  check.show(both('签号', 'ticket'), ticket, hashOfParts(stated.seed, { text: 'T' }, salt));
  if (found.ticket !== ticket)
    return check.mismatch('签号', 'the ticket', found.ticket, ticket);
  const outcome = stated.classes.find(c => c.class === riskClass);
  if (outcome === undefined)
    return check.failed(both(`${names.publicRecord} 中没有类别 ${riskClass}`, `class ${riskClass} is not in ${names.publicRecord}`));
  check.show(both('本类别的入选线', "its class's threshold"), outcome.threshold === '' ? '–' : outcome.threshold);
  const drawn = outcome.threshold !== '' && ticket <= outcome.threshold;
  if (found.selected !== drawn)
    return check.mismatch('selected', 'selected', found.selected, drawn);
  if (stated.selected !== null && stated.selected.includes(uscc) !== drawn)
    return check.mismatch(`是否在 ${names.publicRecord} 的名单上`, `on the list of ${names.publicRecord}`, !drawn, drawn);
  const withheld = stated.selected === null
    ? both('；公开名单尚未公布，没有比对', '; the public list is withheld and was not compared')
    : both('', '');
  return drawn
    ? check.passed(
      `${uscc} 被抽中：签号不大于本类别的入选线${withheld.zh}`,
      `${uscc} was drawn: its ticket is at or below its class's threshold${withheld.en}`)
    : check.passed(
      `${uscc} 没有被抽中：签号大于本类别的入选线${withheld.zh}`,
      `${uscc} was not drawn: its ticket is above its class's threshold${withheld.en}`);
}
