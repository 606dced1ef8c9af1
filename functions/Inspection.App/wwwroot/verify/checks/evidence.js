// The verifier's input, read once, and what several checks derive from it.

import { certificateName, parseCertificate } from '../documents/certificate.js';
import { keyName, parseKey } from '../documents/draw-key.js';
import { entropyName, parseEntropy } from '../documents/entropy.js';
import { excludedName, parseExcluded } from '../documents/excluded.js';
import { inspectorsName, parseInspectors } from '../documents/inspectors.js';
import { membershipName, parseMembership } from '../documents/membership.js';
import { noticeName, parseNotice } from '../documents/notice.js';
import { parsePublicRecord, publicName } from '../documents/public-record.js';
import { parseRecord, recordName } from '../documents/record.js';
import { parseRoster, rosterName } from '../documents/roster.js';
import { parseTeamRecord, teamsName } from '../documents/team-record.js';
import { sealRoster } from '../draw/roster-tree.js';
import { deriveSeed } from '../draw/seed.js';
import { select } from '../draw/selection.js';
import { both, Refusal } from '../values/refusal.js';
import { firstMissing, Reading } from './reading.js';

/** The names of the parts, as messages have them. */
export const names = {
  notice: noticeName,
  entropy: entropyName,
  publicRecord: publicName,
  membership: membershipName,
  certificate: certificateName,
  key: keyName,
  roster: rosterName,
  excluded: excludedName,
  inspectors: inspectorsName,
  record: recordName,
  teams: teamsName,
};

export const needsPackage = both('需要审计文件包', 'needs a package');

/**
 * Reads the evidence.
 * @param {{package?: Map<string, Uint8Array>, publicRecord?: Uint8Array, membership?: Uint8Array, certificate?: Uint8Array}} input
 * @param work How far the work is, and whether it should stop.
 */
export async function readEvidence(input, work) {
  const file = name => input.package?.get(name) ?? null;
  await work.begin('reading');
  const publicRecord = Reading.of(input.publicRecord ?? null, parsePublicRecord);
  const noticeFile = file(noticeName) ?? publicRecord.value?.noticeFile ?? null;
  const entropyFile = file(entropyName);
  const evidence = {
    file,
    work,
    noticeFile,
    publicRecord,
    notice: Reading.of(noticeFile, parseNotice),
    entropy: entropyFile === null ? new Reading(publicRecord.value?.entropy ?? null) : Reading.of(entropyFile, parseEntropy),
    membership: Reading.of(input.membership ?? null, parseMembership),
    certificate: Reading.of(input.certificate ?? null, parseCertificate),
    key: Reading.of(file(keyName), parseKey),
    roster: Reading.of(file(rosterName), parseRoster),
    excluded: Reading.of(file(excludedName), parseExcluded),
    inspectors: Reading.of(file(inspectorsName), parseInspectors),
    record: Reading.of(file(recordName), parseRecord),
    teams: Reading.of(file(teamsName), parseTeamRecord),
  };
  const { notice, entropy, roster, key } = evidence;
  evidence.seed = notice.value && entropy.value ? deriveSeed(notice.value.hash, entropy.value) : null;
  evidence.sealed = roster.value && key.value ? await sealRoster(roster.value, key.value, work) : null;
  evidence.selection = await expectedSelection(evidence, work);
  return evidence;
}

/** The selection that notice, evidence, roster and key give: a value, or why there is none. */
async function expectedSelection({ roster, key, notice, entropy, sealed, seed }, work) {
  const problem = firstMissing([roster, rosterName], [key, keyName], [notice, noticeName], [entropy, entropyName])
    ?? (sameSizes(notice.value.sampling, roster.value)
      ? null
      : both('公告中各类别的户数与抽取底册不符', 'the class sizes of the notice are not those of the roster'));
  if (problem !== null)
    return { value: null, problem };
  try {
    const value = await select(roster.value, sealed.salts, seed, notice.value.sampling, notice.value.reserve, work);
    return { value, problem: null };
  } catch (error) {
    if (error instanceof Refusal)
      return { value: null, problem: error.words };
    throw error;
  }
}

/** Whether the notice's classes that have enterprises are the roster's. */
export function sameSizes(sampling, roster) {
  const wanted = sampling.classes.filter(c => c.size > 0);
  return wanted.length === roster.classes.length
    && wanted.every((c, i) => c.class === roster.classes[i].class && c.size === roster.classes[i].size);
}
