// The public randomness as it came, with what shows that it did (公共随机源, entropy.json; PROTOCOL.md section 4).

import { bytesOf } from '../values/bytes.js';
import { both } from '../values/refusal.js';
import { sha256Hex } from '../values/sha256.js';
import { CanonicalReader } from './canonical-reader.js';
import { readKind } from './notice.js';

export const entropyName = 'entropy.json';

export function parseEntropy(file) {
  const json = new CanonicalReader(file, entropyName);
  const evidence = readEntropy(json);
  json.end();
  return evidence;
}

export function readEntropy(json) {
  const evidence = {};
  json.beginObject();
  if (json.tryKey('contributions')) {
    evidence.contributions = json.array(readContribution);
    evidence.kind = readKind(json, 'ceremony');
  } else if (json.tryKey('chain')) {
    evidence.chain = json.digest();
    evidence.kind = readKind(json, 'drand');
    evidence.randomness = json.key('randomness').digest();
    evidence.round = json.key('round').integer('round', 1);
    evidence.signature = json.key('signature').hex();
  } else {
    evidence.kind = readKind(json, 'none');
  }
  json.endObject();
  return evidence;
}

/** The lines of the text that enters the seed; a line feed joins them. */
export function entropyLines(evidence) {
  switch (evidence.kind) {
    case 'ceremony':
      return ['ceremony', ...evidence.contributions.map(c => `${c.witness}=${c.value}`)];
    case 'drand':
      return ['drand', evidence.chain, String(evidence.round), evidence.randomness];
    default:
      return ['none'];
  }
}

/** Whether two pieces of evidence are the same, signature and all. */
export const sameEntropy = (one, other) =>
  one.kind === other.kind && one.signature === other.signature
  && entropyLines(one).join('\n') === entropyLines(other).join('\n');

/** What keeps this evidence from being what the notice promised, or null. */
export function problemFor(evidence, plan) {
  if (evidence.kind !== plan.kind)
    return both(
      `证据的种类是 '${evidence.kind}'，公告承诺的是 '${plan.kind}'`,
      `the evidence is of kind '${evidence.kind}', the notice promised '${plan.kind}'`);
  if (evidence.kind === 'ceremony')
    return problemOfCeremony(evidence, plan);
  return evidence.kind === 'drand' ? problemOfRound(evidence, plan) : null;
}

export const randomnessOf = evidence => sha256Hex(bytesOf(evidence.signature));

function readContribution(json) {
  json.beginObject();
  const contribution = { value: json.key('value').string(), witness: json.key('witness').string() };
  json.endObject();
  return contribution;
}

function problemOfCeremony({ contributions }, { digits, witnesses }) {
  const [found, wanted] = [contributions.map(c => c.witness).join(', '), witnesses.join(', ')];
  if (contributions.length !== witnesses.length || contributions.some((c, i) => c.witness !== witnesses[i]))
    return both(
      `给出数字的是 ${found}；公告依次指定 ${wanted}`,
      `the contributions are of ${found}; the notice names, in this order, ${wanted}`);
  const bad = contributions.find(c => c.value.length !== digits || !/^[0-9]+$/.test(c.value));
  return bad === undefined ? null : both(
    `${bad.witness} 给出 '${bad.value}'；应为恰好 ${digits} 位数字`,
    `${bad.witness} gave '${bad.value}'; exactly ${digits} of the digits 0 to 9 are wanted`);
}

function problemOfRound(evidence, plan) {
  if (evidence.chain !== plan.chain)
    return both(`信标链是 ${evidence.chain}，公告承诺 ${plan.chain}`, `the chain is ${evidence.chain}, the notice promised ${plan.chain}`);
  if (evidence.round !== plan.round)
    return both(`轮次是 ${evidence.round}，公告承诺 ${plan.round}`, `the round is ${evidence.round}, the notice promised ${plan.round}`);
  const randomness = randomnessOf(evidence);
  return evidence.randomness === randomness ? null : both(
    `randomness 是 ${evidence.randomness}，签名的 SHA-256 是 ${randomness}`,
    `randomness is ${evidence.randomness}, SHA-256 of the signature is ${randomness}`);
}
