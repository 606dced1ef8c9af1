// Bytes, their text, and their order.

const encoder = new TextEncoder();
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const utf8 = text => encoder.encode(text);

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Lower-case hex of some bytes. */
export function hexOf(bytes, start = 0, end = bytes.length) {
  let hex = '';
  for (let i = start; i < end; i++)
    hex += hexOfByte[bytes[i]];
  return hex;
}

/** The bytes of lower-case hex, two digits each. */
export function bytesOf(hex) {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Whether a text is whole bytes in lower-case hex. */
export const isHex = text => text.length > 0 && text.length % 2 === 0 && /^[0-9a-f]+$/.test(text);

/** Whether a text is a digest: 64 lower-case hex digits. Digests order as their texts do. */
export const isDigest = text => text.length === 64 && isHex(text);

export const equal = (left, right) => left.length === right.length && compare(left, 0, right, 0, left.length) === 0;

/** The order of two runs of bytes of one length: below, at or above 0. */
export function compare(left, leftAt, right, rightAt, length) {
  for (let i = 0; i < length; i++) {
    const order = left[leftAt + i] - right[rightAt + i];
    if (order !== 0)
      return order;
  }
  return 0;
}
