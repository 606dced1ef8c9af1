// package.zip and open.zip (PROTOCOL.md section 8): an archive of exactly the named files.

import { Refusal } from '../values/refusal.js';
import { keyName } from './draw-key.js';
import { entropyName } from './entropy.js';
import { excludedName } from './excluded.js';
import { inspectorsName } from './inspectors.js';
import { noticeName } from './notice.js';
import { recordName } from './record.js';
import { rosterName } from './roster.js';
import { teamsName } from './team-record.js';
import { readZip } from './zip.js';

const openNames = [noticeName, rosterName, entropyName, keyName, recordName];
const auditorsNames = [excludedName, inspectorsName, teamsName];
// What a browser can be asked to hold; the command line takes more.
const largestFile = 500_000_000;

/** The files of a package by name, as a Map, unread. */
export async function readPackage(archive) {
  const files = new Map();
  const entries = await readZip(archive, (name, size) => {
    if (![...openNames, ...auditorsNames].includes(name))
      throw new Refusal(`文件包含有规程没有规定的 '${name}'`, `the package holds '${name}', which the protocol does not name`);
    if (size > largestFile)
      throw new Refusal(
        `${name} 有 ${size} 字节，超过浏览器的上限 ${largestFile}；请用命令行验证`,
        `${name} has ${size} bytes, more than the ${largestFile} for a browser; verify with the command line`);
  });
  for (const [name, content] of entries) {
    if (files.has(name))
      throw new Refusal(`文件包有两个 ${name}`, `the package holds ${name} twice`);
    files.set(name, content);
  }
  const missing = openNames.filter(name => !files.has(name));
  if (auditorsNames.some(name => files.has(name)))
    missing.push(...auditorsNames.filter(name => !files.has(name)));
  if (missing.length > 0)
    throw new Refusal(`文件包缺少 ${missing.join('、')}`, `the package lacks ${missing.join(', ')}`);
  return files;
}
