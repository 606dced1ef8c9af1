// Tells the verifier's files apart, by name where the name says it, and by how they begin otherwise.

import { Refusal } from '../values/refusal.js';
import { certificateName } from './certificate.js';
import { keyName } from './draw-key.js';
import { entropyName } from './entropy.js';
import { excludedName } from './excluded.js';
import { inspectorsName } from './inspectors.js';
import { membershipName } from './membership.js';
import { noticeName } from './notice.js';
import { readPackage } from './package.js';
import { publicName } from './public-record.js';
import { recordName } from './record.js';
import { rosterName } from './roster.js';
import { teamsName } from './team-record.js';

const packageName = 'package.zip';
const partOf = { [publicName]: 'publicRecord', [membershipName]: 'membership', [certificateName]: 'certificate' };
const entryNames = [noticeName, rosterName, excludedName, inspectorsName, entropyName, keyName, recordName, teamsName];

// What each kind of file begins with, for those whose name was changed on the way.
const beginnings = [
  ['PK', packageName],
  ['{"class":', certificateName],
  ['{"proof":', membershipName],
  ['{"attempt":', noticeName],
  ['{"classes":', publicName],
];

/**
 * Puts files together to the verifier's input.
 * @param {{name: string, bytes: Uint8Array}[]} files In any order. A package's files may also come one by one.
 */
export async function inputOf(files) {
  const input = { package: new Map() };
  const seen = new Set();
  for (const { name, bytes } of files) {
    const kind = kindOf(name, bytes);
    if (seen.has(kind))
      throw new Refusal(`有两个 ${kind}；请每种只选一个`, `there are two of ${kind}; choose one of each kind`);
    seen.add(kind);
    if (kind === packageName)
      input.package = new Map([...input.package, ...await readPackage(bytes)]);
    else if (entryNames.includes(kind))
      input.package.set(kind, bytes);
    else
      input[partOf[kind]] = bytes;
  }
  return input;
}

function kindOf(name, bytes) {
  const plain = name.toLowerCase();
  if ([...Object.keys(partOf), ...entryNames].includes(plain))
    return plain;
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const kind = beginnings.find(([beginning]) => start.startsWith(beginning))?.[1] ?? (plain.endsWith('.zip') ? packageName : null);
  if (kind === null)
    throw new Refusal(
      `${name} 不是公开记录、成员证明、抽签凭证或审计文件包`,
      `${name} is no public record, membership, certificate or package`);
  return kind;
}
