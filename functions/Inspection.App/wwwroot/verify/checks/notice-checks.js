// The checks of the notice and of the randomness.

import { chainOf, roundHex, roundTime, verifySignature } from '../beacon/beacon.js';
import { entropyLines, problemFor, randomnessOf, sameEntropy } from '../documents/entropy.js';
import { seedLines } from '../draw/seed.js';
import { bytesOf, equal } from '../values/bytes.js';
import { both } from '../values/refusal.js';
import { sha256Hex } from '../values/sha256.js';
import { Check } from './check.js';
import { names } from './evidence.js';
import { firstMissing } from './reading.js';
import { hashOfEntry, hashOfLines, hashOfNotice, hashOfParts } from './shell.js';

const noNotice = both('手头没有公告', 'no notice is at hand');

/** What each kind of randomness is worth, for whoever reads that the evidence holds. */
const worth = {
  none: both(
    '没有公共随机源：持有抽取密钥的人可以反复更换密钥，直到结果合意。这是演示，不是证明。',
    "No public randomness: whoever holds the draw key could have tried keys until the result suited. A demonstration, not a proof."),
  ceremony: both(
    '只要有一位诚实的见证人，其数字在其他人的数字全部确定之前无人知晓，抽取就是公平的：各人先写下数字，再一同公开。',
    "Fair if one honest witness's value was unknown to everybody before all others were fixed: each writes it down first, then all are opened together."),
  drand: both(
    '只要信标的运营者没有串通，抽取就是公平的；前提是签名经过该链公钥的核对，或两个独立的转发站给出同样的值。',
    "Fair unless the beacon's operators colluded, once the signature is checked against the chain's public key or two independent relays agree."),
};

export function noticeRules({ notice }) {
  const check = new Check('notice-rules');
  if (notice.problem !== null)
    return check.failed(notice.problem);
  if (notice.value === null)
    return check.notPossible(noNotice);
  const terms = notice.value;
  check.show(both('抽取编号', 'draw'), terms.drawId)
    .show(both('公告时间', 'committed at'), terms.committedAt)
    .show(both('抽取底册户数', 'enterprises on the roster'), terms.roster.size)
    .show(both('抽取底册的根', "the roster's root"), terms.roster.root);
  return check.passed(
    `抽取 ${terms.drawId}，第 ${terms.attempt} 次：各项限度都满足，字节是规范形式`,
    `draw ${terms.drawId}, attempt ${terms.attempt}: every bound holds, the bytes are canonical`);
}

export function noticeHash({ publicRecord, noticeFile, file }) {
  const check = new Check('notice-hash');
  if (publicRecord.problem !== null)
    return check.failed(publicRecord.problem);
  const missing = firstMissing([publicRecord, names.publicRecord]);
  if (missing !== null)
    return check.notPossible(missing);
  if (!equal(publicRecord.value.noticeFile, noticeFile))
    return check.failed(both(`${names.publicRecord} 中的公告不是文件包中的公告`, `the notice in ${names.publicRecord} is not the package's`));
  const hash = sha256Hex(noticeFile);
  const stated = publicRecord.value.noticeHash;
  check.show(
    both('公告的 SHA-256', 'SHA-256 of the notice'),
    hash,
    file(names.notice) === null ? hashOfNotice() : hashOfEntry(names.notice));
  return hash === stated ? check.passed(hash, hash) : check.mismatch('公告的 SHA-256', 'SHA-256 of the notice', stated, hash);
}

/**
 * Without a stamp the notice's own word can still be wrong: a beacon's round that was out before the notice was made proves that
 * the randomness was known. Outside stamps are not read here.
 */
export function committedBefore({ notice }) {
  const check = new Check('committed-before');
  const missing = firstMissing([notice, names.notice]);
  if (missing !== null)
    return check.notPossible(missing);
  const { entropy, committedAt } = notice.value;
  if (entropy.kind === 'drand') {
    const chain = chainOf(entropy.chain);
    if (chain === null)
      return check.notPossible(both(
        `不知道信标链 ${entropy.chain} 的时间`,
        `the times of the beacon chain ${entropy.chain} are not known here`));
    const time = roundTime(chain, entropy.round);
    if (time === null)
      return check.failed(both(`公元 10000 年以前没有第 ${entropy.round} 轮`, `there is no round ${entropy.round} before the year 10000`));
    check.show(both(`第 ${entropy.round} 轮的时间`, `time of round ${entropy.round}`), time)
      .show(both('公告时间', 'committed at'), committedAt);
    if (time <= committedAt)
      return check.failed(both(
        `第 ${entropy.round} 轮在 ${time} 已经公布，公告是 ${committedAt} 的`,
        `round ${entropy.round} was out at ${time}, before the notice of ${committedAt}`));
  }
  return check.notPossible(both('手头没有公告的外部时间戳', 'no outside time stamp of the notice is at hand'));
}

export function entropy({ entropy: evidence, notice, publicRecord }) {
  const check = new Check('entropy');
  if (evidence.problem !== null)
    return check.failed(evidence.problem);
  const missing = firstMissing([evidence, names.entropy], [notice, names.notice]);
  if (missing !== null)
    return check.notPossible(missing);
  const found = evidence.value;
  check.show(both('进入种子的文本', 'the text that enters the seed'), entropyLines(found).join('\n'));
  if (found.kind === 'drand')
    check.show(both('签名的 SHA-256', 'SHA-256 of the signature'), randomnessOf(found), hashOfParts(found.signature));
  const problem = problemFor(found, notice.value.entropy);
  if (problem !== null)
    return check.failed(problem);
  const stated = publicRecord.value?.entropy ?? found;
  return sameEntropy(stated, found)
    ? check.passed(worth[found.kind].zh, worth[found.kind].en)
    : check.mismatch(
      `${names.publicRecord} 中的证据`,
      `the evidence in ${names.publicRecord}`,
      entropyLines(stated).join(' '),
      entropyLines(found).join(' '));
}

export function beacon({ entropy: evidence }) {
  const check = new Check('beacon');
  const missing = firstMissing([evidence, names.entropy]);
  if (missing !== null)
    return check.notPossible(missing);
  const found = evidence.value;
  if (found.kind !== 'drand')
    return check.notPossible(both('这次抽取的随机数不来自信标', "this draw's randomness is no beacon's"));
  const chain = chainOf(found.chain);
  if (chain === null)
    return check.notPossible(both(
      `不知道信标链 ${found.chain} 的公钥`,
      `the public key of the beacon chain ${found.chain} is not known here`));
  check.show(
    both('被签名的消息，轮次的 SHA-256', 'the message that is signed, SHA-256 of the round'),
    sha256Hex(bytesOf(roundHex(found.round))),
    hashOfParts(roundHex(found.round)));
  return verifySignature(chain, found.round, found.signature)
    ? check.passed(`签名是信标链 ${found.chain} 第 ${found.round} 轮的`, `the signature is round ${found.round}'s of chain ${found.chain}`)
    : check.failed(both(
      `签名不是信标链 ${found.chain} 第 ${found.round} 轮的`,
      `the signature is not round ${found.round}'s of chain ${found.chain}`));
}

export function seed({ notice, entropy: evidence, seed: derived, publicRecord }) {
  const check = new Check('seed');
  const missing = firstMissing([notice, names.notice], [evidence, names.entropy]);
  if (missing !== null)
    return check.notPossible(missing);
  check.show(both('种子', 'seed'), derived, hashOfLines(seedLines(notice.value.hash, evidence.value)));
  const stated = publicRecord.value?.seed ?? derived;
  return stated === derived
    ? check.passed(derived, derived)
    : check.mismatch(`${names.publicRecord} 中的种子`, `the seed in ${names.publicRecord}`, stated, derived);
}
