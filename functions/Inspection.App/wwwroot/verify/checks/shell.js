// Shell commands that give the same values, of tools that every Linux and macOS has or installs: sha256sum, printf, xxd, cut, unzip
// and jq. They run where public.json and package.zip lie.

import { hexOf, utf8 } from '../values/bytes.js';

const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
const toDigest = '| sha256sum | cut -c1-64';

/** The digest of a text whose lines a line feed joins. */
export const hashOfLines = lines =>
  `printf '${lines.map(() => '%s').join('\\n')}' ${lines.map(quoted).join(' ')} ${toDigest}`;

/** The digest of bytes that stand one after the other: each part is bytes in hex, or {text}, or {command} that gives hex. */
export const hashOfParts = (...parts) => `echo ${parts.map(hexOfPart).join(' ')} | xxd -r -p ${toDigest}`;

/** The digest of a file of the package. */
export const hashOfEntry = name => `unzip -p package.zip ${name} ${toDigest}`;

/** The digest of the notice in a public record. */
export const hashOfNotice = () => `jq -cjS .notice public.json ${toDigest}`;

/** The seal of a list: the key stays in its file. */
export const sealOfEntry = (tag, name) =>
  `{ unzip -p package.zip draw-key.txt | xxd -r -p; printf ${tag}; unzip -p package.zip ${name}; } ${toDigest}`;

/** The salt of an enterprise: the key stays in its file. */
export const saltOf = uscc =>
  `{ unzip -p package.zip draw-key.txt | xxd -r -p; printf S${uscc}; } | sha256sum | cut -c1-32`;

function hexOfPart(part) {
  if (typeof part === 'string')
    return part;
  return part.command === undefined ? hexOf(utf8(part.text)) : `$(${part.command})`;
}
