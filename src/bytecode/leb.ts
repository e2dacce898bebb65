/**
 * Bytes in and out: LEB128 integers, little-endian floats, and the one exception that a reader of bad bytes throws.
 *
 * Every number has exactly one encoding (the shortest), so equal modules have equal bytes.
 */

/** Thrown by `ByteReader`, caught by whoever offers a face that never throws (`decodeModule`, the verifier, the printer). */
export class Malformed extends Error {
  readonly code: string;
  readonly offset: number;
  constructor(code: string, message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

/** A growing byte buffer. Values out of range are a producer's mistake and throw `RangeError`. */
export class ByteWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #room(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  bytes(values: Uint8Array): void {
    this.#room(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  /** An unsigned integer below 2**32. */
  unsigned(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff)
      throw new RangeError(`not an unsigned 32-bit integer: ${value}`);
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** A signed integer of 64 bits. */
  signed64(value: bigint): void {
    if (BigInt.asIntN(64, value) !== value) throw new RangeError(`not a signed 64-bit integer: ${value}`);
    let rest = value;
    for (;;) {
      const low = Number(rest & 0x7fn);
      rest >>= 7n;
      if ((rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0)) {
        this.byte(low);
        return;
      }
      this.byte(low | 0x80);
    }
  }

  /** 32 bits, lowest byte first. */
  word32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 0xff);
  }

  float32(value: number): void {
    this.#room(4);
    // The bits of a JavaScript NaN are the engine's affair, so they are written out.
    if (Number.isNaN(value)) this.bytes(Uint8Array.of(0, 0, 0xc0, 0x7f));
    else {
      new DataView(this.#bytes.buffer).setFloat32(this.#length, value, true);
      this.#length += 4;
    }
  }

  float64(value: number): void {
    this.#room(8);
    if (Number.isNaN(value)) this.bytes(Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf8, 0x7f));
    else {
      new DataView(this.#bytes.buffer).setFloat64(this.#length, value, true);
      this.#length += 8;
    }
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads forward from `position` and never beyond `end`; throws `Malformed`.  */
export class ByteReader {
  readonly source: Uint8Array;
  position: number;
  readonly end: number;

  constructor(source: Uint8Array, position = 0, end = source.length) {
    this.source = source;
    this.position = position;
    this.end = end;
  }

  get remaining(): number {
    return this.end - this.position;
  }

  byte(): number {
    if (this.position >= this.end)
      throw new Malformed('B1002', 'the bytes end in the middle of an item', this.position);
    return this.source[this.position++]!;
  }

  /** The next byte, which stays where it is. */
  peek(): number {
    if (this.position >= this.end)
      throw new Malformed('B1002', 'the bytes end in the middle of an item', this.position);
    return this.source[this.position]!;
  }

  /** A view, not a copy. */
  bytes(count: number): Uint8Array {
    if (count > this.remaining)
      throw new Malformed('B1002', `${count} bytes wanted, ${this.remaining} left`, this.position);
    this.position += count;
    return this.source.subarray(this.position - count, this.position);
  }

  unsigned(): number {
    const { position } = this;
    if (position < this.end) {
      const first = this.source[position]!;
      // One byte is by far the most frequent.
      if (first < 0x80) {
        this.position = position + 1;
        return first;
      }
    }
    return this.#longUnsigned();
  }

  #longUnsigned(): number {
    const start = this.position;
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (value > 0xffff_ffff || scale > 2 ** 28)
        throw new Malformed('B1101', 'an unsigned integer needs more than 32 bits', start);
      if (byte < 0x80) {
        if (byte === 0 && scale > 1) throw new Malformed('B1102', 'an integer is not in its shortest form', start);
        return value;
      }
    }
  }

  signed64(): bigint {
    const start = this.position;
    const first = this.byte();
    if (first < 0x80) return BigInt((first << 25) >> 25);
    let low = first & 0x7f;
    let previous = first;
    // Four bytes fit into a small integer; from the fifth on it takes big ones.
    for (let shift = 7; shift < 28; shift += 7) {
      const byte = this.byte();
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.#checkShortest(byte, previous, start);
        return BigInt((low << (25 - shift)) >> (25 - shift));
      }
      previous = byte;
    }
    let value = BigInt(low);
    for (let shift = 28n; ; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (shift === 63n && byte !== 0 && byte !== 0x7f)
        throw new Malformed('B1101', 'a signed integer needs more than 64 bits', start);
      if (byte < 0x80) {
        this.#checkShortest(byte, previous, start);
        return BigInt.asIntN(64, shift < 63n && (byte & 0x40) !== 0 ? value - (1n << (shift + 7n)) : value);
      }
      previous = byte;
    }
  }

  /** The last byte of a signed integer says something that the one before it does not. */
  #checkShortest(last: number, previous: number, start: number): void {
    if ((last === 0 && (previous & 0x40) === 0) || (last === 0x7f && (previous & 0x40) !== 0))
      throw new Malformed('B1102', 'an integer is not in its shortest form', start);
  }

  word32(): number {
    const b = this.bytes(4);
    return (b[0]! | (b[1]! << 8) | (b[2]! << 16) | (b[3]! << 24)) >>> 0;
  }

  float32(): number {
    const b = this.bytes(4);
    const value = new DataView(b.buffer, b.byteOffset, 4).getFloat32(0, true);
    if (Number.isNaN(value) && !(b[3] === 0x7f && b[2] === 0xc0 && b[1] === 0 && b[0] === 0)) this.#otherNaN(4);
    return value;
  }

  float64(): number {
    const b = this.bytes(8);
    const view = new DataView(b.buffer, b.byteOffset, 8);
    const value = view.getFloat64(0, true);
    if (Number.isNaN(value) && view.getBigUint64(0, true) !== 0x7ff8_0000_0000_0000n) this.#otherNaN(8);
    return value;
  }

  /** Two encodings of one constant would print alike. */
  #otherNaN(size: number): never {
    throw new Malformed('B1104', 'a NaN other than the quiet one with a zero payload', this.position - size);
  }
}
