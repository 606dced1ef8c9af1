// The draw key (抽取密钥, draw-key.txt): 64 lower-case hex digits and one line feed (PROTOCOL.md section 8). It stays in the
// worker: no value that is shown holds it.

import { bytesOf, isDigest } from '../values/bytes.js';
import { Refusal } from '../values/refusal.js';

export const keyName = 'draw-key.txt';

export function parseKey(file) {
  const text = String.fromCharCode(...file.subarray(0, 66));
  if (file.length !== 65 || !isDigest(text.slice(0, 64)) || text[64] !== '\n')
    throw new Refusal(
      `${keyName} 应为 64 位小写十六进制数字和一个换行；它有 ${file.length} 个字节`,
      `${keyName} must hold 64 lower-case hex digits and one line feed; it has ${file.length} bytes`);
  return bytesOf(text.slice(0, 64));
}
