// The bounds of PROTOCOL.md section 3 that a notice of the right shape must keep.

import { ceilingOfRate } from '../draw/quotas.js';
import { mostEnterprises } from '../values/limits.js';
import { Refusal } from '../values/refusal.js';
import { compareText, scalarCount } from '../values/text.js';

export function checkNoticeRules(terms) {
  for (const key of ['drawId', 'taskId'])
    require(
      /^[A-Za-z0-9-]{1,64}$/.test(terms[key]),
      `${key} '${terms[key]}' 不是 1 至 64 个字母、数字或连字符`,
      `${key} '${terms[key]}' is not 1 to 64 of A-Z a-z 0-9 and hyphen`);
  for (const key of ['title', 'authority', 'scope'])
    requireBetween(scalarCount(terms[key]), 1, 200, `${key} 的字数`, `the characters of ${key}`);
  require(
    terms.attempt === 1 || terms.previous !== '',
    `attempt 是 ${terms.attempt}，previous 却为空`,
    `attempt is ${terms.attempt} but previous is empty; a later attempt names the notice before it`);
  require(
    terms.startsOn <= terms.endsOn,
    `任务开始于 ${terms.startsOn}，晚于结束日 ${terms.endsOn}`,
    `the task starts on ${terms.startsOn}, after its last day ${terms.endsOn}`);
  requireBetween(terms.roster.size, 1, mostEnterprises, '抽取底册的户数', "the roster's size");
  requireBetween(terms.reserve, 0, 1000, 'reserve', 'reserve');
  requireBetween(terms.teams.length, 1, 16, 'teams 的个数', 'the number of teams');
  if (terms.entropy.kind === 'ceremony')
    checkWitnesses(terms.entropy.witnesses);
  checkSampling(terms.sampling, terms.roster.size);
}

function checkWitnesses(witnesses) {
  requireBetween(witnesses.length, 1, 20, '见证人数', 'the number of witnesses');
  for (const witness of witnesses)
    require(
      witness !== '' && !witness.includes('='),
      `见证人 '${witness}' 没有名字或含有等号`,
      `the witness '${witness}' has no name or an equals sign in it`);
  require(new Set(witnesses).size === witnesses.length, '两位见证人同名', 'two witnesses have the same name; tell them apart');
}

function checkSampling({ classes, mode, total }, rosterSize) {
  for (let i = 1; i < classes.length; i++)
    require(
      compareText(classes[i - 1].class, classes[i].class) < 0,
      `类别 ${classes[i].class} 没有排在前一个之后`,
      `class ${classes[i].class} does not stand after the class before it: classes ascend, none twice`);
  const sum = classes.reduce((n, c) => n + c.size, 0);
  require(
    sum === rosterSize,
    `各类别共 ${sum} 户，抽取底册有 ${rosterSize} 户`,
    `the sizes of the classes sum to ${sum}, the roster has ${rosterSize}`);
  if (mode === 'weights') {
    const available = classes.filter(c => c.weight > 0).reduce((n, c) => n + c.size, 0);
    requireBetween(total, 1, available, 'total', 'total');
    return;
  }

  for (const c of classes.filter(c => c.quota > c.size))
    throw new Refusal(
      `名额 ${c.quota} 超过类别 ${c.class} 的户数 ${c.size}`,
      `quota ${c.quota} exceeds the size ${c.size} of class ${c.class}; lower it`);
  require(
    classes.some(c => (mode === 'rates' ? ceilingOfRate(c.size, c.rateBp) : c.quota) > 0),
    '所有名额都是 0',
    'every quota is 0: raise one');
}

function requireBetween(value, min, max, zh, en) {
  require(value >= min && value <= max, `${zh}是 ${value}，不在 ${min} 至 ${max} 之间`, `${en} is ${value}, not ${min} to ${max}`);
}

function require(holds, zh, en) {
  if (!holds)
    throw new Refusal(zh, en);
}
