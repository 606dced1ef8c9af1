// Makes every check of PROTOCOL.md section 9 that is possible with what is at hand, in its order. A file that cannot be read fails
// the check that reads it, and checks that would need it are reported as not possible.

import { Work } from '../draw/work.js';
import { readEvidence } from './evidence.js';
import * as notice from './notice-checks.js';
import * as packaged from './package-checks.js';
import * as published from './public-checks.js';

const checks = [
  notice.noticeRules,
  notice.noticeHash,
  notice.committedBefore,
  notice.entropy,
  notice.beacon,
  notice.seed,
  published.quotas,
  published.membership,
  packaged.roster,
  packaged.excluded,
  packaged.inspectors,
  packaged.selection,
  packaged.teams,
  packaged.recordHead,
  packaged.hashes,
  packaged.publicSelected,
  published.certificate,
];

/**
 * Verifies.
 * @param {{package?: Map<string, Uint8Array>, publicRecord?: Uint8Array, membership?: Uint8Array, certificate?: Uint8Array}} input
 * What is at hand, unread.
 * @returns {Promise<{name: string, status: 'passed' | 'failed' | 'not-possible', detail: {zh: string, en: string},
 * values: {what: {zh: string, en: string}, value: string, command: string}[]}[]>}
 */
export async function verify(input, work = new Work()) {
  const evidence = await readEvidence(input, work);
  await work.begin('checks');
  const results = [];
  for (const check of checks)
    results.push(await check(evidence));
  return results;
}
