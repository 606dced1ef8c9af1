// Reads a zip archive (PKWARE's APPNOTE): entries stored or deflated, without encryption, not split. The central directory at the
// end says what there is; each entry's own header only says where its content begins.

import { Refusal } from '../values/refusal.js';
import { decode } from '../values/text.js';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const entrySize = 46;
const localSize = 30;
const longestComment = 0xffff;
const [stored, deflated] = [0, 8];

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++)
    crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/**
 * The archive's files as [name, content], in its order.
 * @param {Uint8Array} archive The archive.
 * @param {(name: string, size: number) => void} accept Throws for an entry that is not wanted, before it is unpacked.
 */
export async function readZip(archive, accept) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const files = [];
  try {
    for (const entry of entriesOf(view, archive)) {
      accept(entry.name, entry.size);
      files.push([entry.name, await contentOf(entry, view, archive)]);
    }
  } catch (error) {
    // Of the view: what stands in the archive points outside it. Of the decompression: the deflated bytes are broken.
    if (error instanceof RangeError || error instanceof TypeError)
      throw broken(error.message);
    throw error;
  }
  return files;
}

const broken = why => new Refusal(
  `这个文件包不是完整的 zip 档案（${why}），请重新下载`, `the package is no whole zip archive (${why}); fetch it again`);

function entriesOf(view, archive) {
  const end = findEnd(view);
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    if (view.getUint32(at, true) !== entrySignature)
      throw broken('no entry where the directory says');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
      name: decode(archive.subarray(at + entrySize, at + entrySize + nameLength), 'zip'),
    });
    at += entrySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== end)
    throw broken('the directory does not end where it should');
  return entries;
}

/** The record that ends an archive; a comment may follow it. */
function findEnd(view) {
  for (let at = view.byteLength - endSize; at >= Math.max(0, view.byteLength - endSize - longestComment); at--) {
    if (view.getUint32(at, true) === endSignature && at + endSize + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw broken('no end');
}

async function contentOf(entry, view, archive) {
  if (view.getUint32(entry.start, true) !== localSignature)
    throw broken(`no content of ${entry.name}`);
  if (entry.encrypted || (entry.method !== stored && entry.method !== deflated))
    throw broken(`${entry.name} is packed in a way that is not read here`);
  const from = entry.start + localSize + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
  const packed = archive.subarray(from, from + entry.packed);
  if (packed.length < entry.packed)
    throw broken(`${entry.name} is cut off`);
  const content = entry.method === stored ? packed : await inflate(packed, entry);
  if (content.length !== entry.size || crcOf(content) !== entry.crc)
    throw broken(`${entry.name} is not what the archive says of it`);
  return content;
}

/** Unpacks, and stops where more comes out than the archive says. */
async function inflate(packed, { name, size }) {
  const content = new Uint8Array(size);
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (length + piece.value.length > size) {
      await reader.cancel();
      throw broken(`${name} is longer than the ${size} bytes that the archive says`);
    }
    content.set(piece.value, length);
    length += piece.value.length;
  }
  return content.subarray(0, length);
}

function crcOf(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes)
    crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}
