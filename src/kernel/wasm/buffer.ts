/**
 * Growable byte buffer with the number encodings of the WebAssembly binary format (LEB128, IEEE little endian, length-prefixed strings).
 */
export interface Buffer {
  bytes: Uint8Array;
  length: number;
}

export function buffer(capacity = 64): Buffer {
  return { bytes: new Uint8Array(capacity), length: 0 };
}

function reserve(b: Buffer, more: number): void {
  const need = b.length + more;
  if (need <= b.bytes.length) return;
  const bytes = new Uint8Array(Math.max(need, b.bytes.length * 2));
  bytes.set(b.bytes.subarray(0, b.length));
  b.bytes = bytes;
}

export function byte(b: Buffer, value: number): void {
  if (b.length === b.bytes.length) reserve(b, 1);
  b.bytes[b.length++] = value;
}

export function bytes(b: Buffer, values: ArrayLike<number>): void {
  reserve(b, values.length);
  b.bytes.set(values, b.length);
  b.length += values.length;
}

/** Makes room for so many bytes at an earlier offset. What is there is the caller's to fill. */
export function gap(b: Buffer, at: number, size: number): void {
  reserve(b, size);
  b.bytes.copyWithin(at + size, at, b.length);
  b.length += size;
}

export function append(b: Buffer, other: Buffer): void {
  bytes(b, other.bytes.subarray(0, other.length));
}

/** Unsigned LEB128 of a number below 2**32. */
export function unsigned(b: Buffer, value: number): void {
  let rest = value >>> 0;
  while (rest >= 0x80) {
    byte(b, (rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  byte(b, rest);
}

/** Signed LEB128 of a 32-bit number; values of 2**31 and above are taken as their two's complement. */
export function signed(b: Buffer, value: number): void {
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) {
      byte(b, low);
      return;
    }
    byte(b, low | 0x80);
  }
}

/** Signed LEB128 of a 64-bit number. */
export function signed64(b: Buffer, value: bigint): void {
  // Nearly all are small, and numbers are much faster.
  if (value >= -0x8000_0000n && value <= 0x7fff_ffffn) {
    signed(b, Number(value));
    return;
  }
  let rest = BigInt.asIntN(64, value);
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    if ((rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0)) {
      byte(b, low);
      return;
    }
    byte(b, low | 0x80);
  }
}

const scratch = new DataView(new ArrayBuffer(8));

export function float32(b: Buffer, value: number): void {
  scratch.setFloat32(0, value, true);
  for (let i = 0; i < 4; i++) byte(b, scratch.getUint8(i));
}

export function float64(b: Buffer, value: number): void {
  scratch.setFloat64(0, value, true);
  for (let i = 0; i < 8; i++) byte(b, scratch.getUint8(i));
}

const utf8 = new TextEncoder();

export function name(b: Buffer, text: string): void {
  if (isAscii(text)) {
    unsigned(b, text.length);
    for (let i = 0; i < text.length; i++) byte(b, text.charCodeAt(i));
    return;
  }
  const encoded = utf8.encode(text);
  unsigned(b, encoded.length);
  bytes(b, encoded);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

export function finished(b: Buffer): Uint8Array<ArrayBuffer> {
  return b.bytes.slice(0, b.length) as Uint8Array<ArrayBuffer>;
}
