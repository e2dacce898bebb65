/** CRC-32 (ISO 3309, polynomial 0xEDB88320 reflected): tells damage by accident, never trust. */

/** Signed words, as the engine's fastest numbers are. Entry `256 * n + byte`: what a byte does to the sum when n zero bytes follow it. */
const TABLE = new Int32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  TABLE[byte] = value;
}
for (let i = 256; i < TABLE.length; i++) TABLE[i] = TABLE[TABLE[i - 256]! & 0xff]! ^ (TABLE[i - 256]! >>> 8);

export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    const word = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
    crc =
      TABLE[768 + (word & 0xff)]! ^
      TABLE[512 + ((word >>> 8) & 0xff)]! ^
      TABLE[256 + ((word >>> 16) & 0xff)]! ^
      TABLE[word >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
