/**
 * The kernel's own hands on the heap: texts, objects and their fields, for what is written in TypeScript.
 *
 * What is read is what the types say lies there; nothing is checked. Offsets come from the layout service.
 */

import { MAX_SIZE } from '../types/sizes.ts';
import type { Heap } from './heap.ts';
import {
  DOMAIN_MASK,
  HEADER_DESCRIPTOR,
  HEADER_DOMAIN,
  HEADER_SIZE,
  TEXT_BYTES,
  TEXT_LEFT,
  TEXT_LENGTH,
  TEXT_RIGHT,
} from './layout.ts';
import { CONCATENATION, WIDE } from './state.ts';

/** Code points of a text: one byte for each, or a word for each when some are beyond Latin-1. */
export type Characters = Uint8Array | Uint32Array;

/** Concatenations up to this length are written out at once. */
export const LONGEST_COPY = 256;

export class HeapAccess {
  readonly heap: Heap;
  readonly textDescriptor: number;
  /** Told how many bytes of texts were copied, for somebody to pay for that. */
  written: (bytes: number) => void = () => {};

  constructor(heap: Heap, textDescriptor: number) {
    this.heap = heap;
    this.textDescriptor = textDescriptor;
  }

  /**
   * Anew for every use: the memory may have grown since the last. In `view.setUint32(a, newText(...))` the view is the old one; `writeRef` is safe there.
   */
  get view(): DataView {
    return this.heap.blocks.view;
  }

  get bytes(): Uint8Array {
    return this.heap.blocks.u8;
  }

  // Texts. NIL is not a text: these want a reference to one.

  textLength(ref: number): number {
    return this.view.getUint32(ref + TEXT_LENGTH, true);
  }

  /** Is some character beyond Latin-1? */
  isWide(ref: number): boolean {
    return (this.view.getUint32(ref + HEADER_DOMAIN, true) & WIDE) !== 0;
  }

  /** The text's characters as they lie in memory, until the next allocation. Those of a concatenation are put in one piece first, which may collect. */
  characters(ref: number): Characters {
    const flat = this.flat(ref);
    return this.charactersAt(flat, this.textLength(ref), this.isWide(ref));
  }

  characterAt(ref: number, i: number): number {
    const start = this.flat(ref) + TEXT_BYTES;
    return this.isWide(ref) ? this.view.getUint32(start + 4 * i, true) : this.bytes[start + i]!;
  }

  /** The text itself, or what holds the characters of a concatenation, and perhaps more. */
  private flat(ref: number): number {
    if (!this.isConcatenation(ref)) return ref;
    if (!this.isJoined(ref)) this.join(ref);
    return this.readRef(ref, TEXT_LEFT);
  }

  private isConcatenation(ref: number): boolean {
    return (this.view.getUint32(ref + HEADER_DOMAIN, true) & CONCATENATION) !== 0;
  }

  /** Of a concatenation: whether its characters lie in one piece. */
  private isJoined(ref: number): boolean {
    return this.readRef(ref, TEXT_RIGHT) === 0;
  }

  private charactersAt(flat: number, length: number, wide: boolean): Characters {
    const start = flat + TEXT_BYTES;
    return wide ? new Uint32Array(this.bytes.buffer, start, length) : this.bytes.subarray(start, start + length);
  }

  readText(ref: number): string {
    return stringOf(this.characters(ref));
  }

  newText(text: string | Characters, domain: number): number {
    const characters = charactersOf(text);
    return this.filled(this.heap.allocateOpen(this.textDescriptor, domain, characters.byteLength), characters);
  }

  /** A text of so many characters that are all zero: where the kernel keeps what is no text. */
  newBytes(length: number, domain: number): number {
    const ref = this.heap.allocateOpen(this.textDescriptor, domain, length);
    this.view.setUint32(ref + TEXT_LENGTH, length, true);
    return ref;
  }

  /** A text constant: lives as long as something refers to it or its domain exists. */
  staticText(text: string, domain: number): number {
    const characters = charactersOf(text);
    const bytes = TEXT_BYTES + characters.byteLength;
    return this.filled(this.heap.allocateStaticObject(this.textDescriptor, domain, bytes), characters);
  }

  private filled(ref: number, characters: Characters): number {
    this.view.setUint32(ref + TEXT_LENGTH, characters.length, true);
    if (characters instanceof Uint32Array) this.flag(ref, WIDE);
    this.charactersAt(ref, characters.length, characters instanceof Uint32Array).set(characters);
    return ref;
  }

  private flag(ref: number, flag: number): void {
    this.view.setUint32(ref + HEADER_DOMAIN, this.view.getUint32(ref + HEADER_DOMAIN, true) | flag, true);
  }

  /**
   * Short results are written out. Longer ones only remember their parts until somebody looks at the characters, so that building a long text piece by piece
   * takes time linear in its length.
   */
  textCat(a: number, b: number, domain: number): number {
    const first = this.textLength(a);
    const second = this.textLength(b);
    if (second === 0) return a;
    if (first === 0) return b;
    const width = this.isWide(a) || this.isWide(b) ? 4 : 1;
    if ((first + second) * width > MAX_SIZE - HEADER_SIZE - TEXT_BYTES) return this.heap.outOfMemory(domain);
    return first + second <= LONGEST_COPY ? this.copied(a, b, domain) : this.concatenation(a, b, domain);
  }

  private copied(a: number, b: number, domain: number): number {
    const { transient } = this.heap.roots;
    transient.push(a, b);
    try {
      // Joining may allocate, after which what was read before lies in memory that has been replaced.
      this.characters(a);
      this.characters(b);
      const ref = this.allocateText(this.textLength(a) + this.textLength(b), this.isWide(a) || this.isWide(b), domain);
      const characters = this.characters(ref);
      characters.set(this.characters(a));
      characters.set(this.characters(b), this.textLength(a));
      this.written(characters.byteLength);
      return ref;
    } finally {
      transient.length -= 2;
    }
  }

  private allocateText(length: number, wide: boolean, domain: number): number {
    const ref = this.heap.allocateOpen(this.textDescriptor, domain, wide ? 4 * length : length);
    this.view.setUint32(ref + TEXT_LENGTH, length, true);
    if (wide) this.flag(ref, WIDE);
    return ref;
  }

  private concatenation(a: number, b: number, domain: number): number {
    const { transient } = this.heap.roots;
    transient.push(a, b);
    try {
      const ref = this.heap.allocateOpen(this.textDescriptor, domain, TEXT_RIGHT + 4 - TEXT_BYTES);
      const { view } = this;
      view.setUint32(ref + TEXT_LENGTH, this.textLength(a) + this.textLength(b), true);
      view.setUint32(ref + TEXT_LEFT, a, true);
      view.setUint32(ref + TEXT_RIGHT, b, true);
      this.flag(ref, this.isWide(a) || this.isWide(b) ? CONCATENATION | WIDE : CONCATENATION);
      return ref;
    } finally {
      transient.length -= 2;
    }
  }

  /**
   * Puts the text in one piece and lets the concatenation refer to that. A text that grows and is looked at again and again lies in a buffer with room at its end,
   * which all its stages share: what is added to the latest is written behind it, so that all this takes time linear in its length, too.
   */
  private join(ref: number): void {
    const rest: number[] = [];
    let first = ref;
    while (this.isConcatenation(first) && !this.isJoined(first)) {
      rest.push(this.readRef(first, TEXT_RIGHT));
      first = this.readRef(first, TEXT_LEFT);
    }
    const length = this.textLength(ref);
    const shared = this.hasRoom(first, ref);
    const whole = shared ? this.readRef(first, TEXT_LEFT) : this.allocateWhole(ref, this.isConcatenation(first));
    if (!shared) rest.push(first);
    const characters = this.charactersAt(whole, length, this.isWide(ref));
    const start = shared ? this.textLength(first) : 0;
    let at = start;
    for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
      if (this.isConcatenation(part) && !this.isJoined(part)) {
        rest.push(this.readRef(part, TEXT_RIGHT), this.readRef(part, TEXT_LEFT));
      } else {
        characters.set(this.characters(part), at);
        at += this.textLength(part);
      }
    }
    if (this.textLength(whole) > length) this.view.setUint32(this.usedAt(whole), length, true);
    this.written((length - start) * characters.BYTES_PER_ELEMENT);
    this.writeRef(ref, TEXT_LEFT, whole);
    this.writeRef(ref, TEXT_RIGHT, 0);
  }

  /** What is to hold the characters of a concatenation: just large enough, or with as much room again. */
  private allocateWhole(ref: number, grows: boolean): number {
    const wide = this.isWide(ref);
    const length = this.textLength(ref);
    const width = wide ? 4 : 1;
    const capacity = grows
      ? Math.min(2 * length + 4, Math.floor((MAX_SIZE - HEADER_SIZE - TEXT_BYTES) / width))
      : length;
    const { transient } = this.heap.roots;
    transient.push(ref);
    try {
      return this.allocateText(capacity < length + 4 ? length : capacity, wide, this.domainOf(ref));
    } finally {
      transient.length--;
    }
  }

  /** Where a buffer, which is a text longer than those that lie in it, keeps how many of its characters are used: in its last four bytes. */
  private usedAt(buffer: number): number {
    const bytes = this.textLength(buffer) * (this.isWide(buffer) ? 4 : 1);
    return buffer + TEXT_BYTES + bytes - 4;
  }

  /** Whether `first` lies at the used end of a buffer that has room for all of `ref`, which begins with it. */
  private hasRoom(first: number, ref: number): boolean {
    if (!this.isConcatenation(first)) return false;
    const buffer = this.readRef(first, TEXT_LEFT);
    const capacity = this.textLength(buffer);
    return (
      capacity > this.textLength(first) &&
      this.isWide(buffer) === this.isWide(ref) &&
      this.domainOf(buffer) === this.domainOf(ref) &&
      this.textLength(ref) + 4 <= capacity &&
      this.view.getUint32(this.usedAt(buffer), true) === this.textLength(first)
    );
  }

  // Objects

  newObject(descriptor: number, domain: number): number {
    return this.heap.allocate(descriptor, domain);
  }

  descriptorOf(ref: number): number {
    return this.view.getUint32(ref + HEADER_DESCRIPTOR, true);
  }

  typecodeOf(ref: number): number {
    return this.view.getUint32(this.descriptorOf(ref), true);
  }

  domainOf(ref: number): number {
    return this.view.getUint32(ref + HEADER_DOMAIN, true) & DOMAIN_MASK;
  }

  readRef(ref: number, offset: number): number {
    return this.view.getUint32(ref + offset, true);
  }

  writeRef(ref: number, offset: number, value: number): void {
    this.view.setUint32(ref + offset, value, true);
  }

  readInteger(ref: number, offset: number): bigint {
    return this.view.getBigInt64(ref + offset, true);
  }

  writeInteger(ref: number, offset: number, value: bigint): void {
    this.view.setBigInt64(ref + offset, value, true);
  }
}

const CHUNK = 8192;

function stringOf(characters: Characters): string {
  const join = characters instanceof Uint32Array ? String.fromCodePoint : String.fromCharCode;
  let text = '';
  // Not by spreading, for which the engine goes through the array with an iterator.
  for (let at = 0; at < characters.length; at += CHUNK) {
    text += join.apply(null, characters.subarray(at, at + CHUNK) as unknown as number[]);
  }
  return text;
}

/** A text has words for its characters only if one of them needs it. */
function charactersOf(text: string | Characters): Characters {
  if (typeof text === 'string') return codePoints(text);
  if (text instanceof Uint8Array || text.some((c) => c > 0xff)) return text;
  return new Uint8Array(text);
}

function codePoints(text: string): Characters {
  const units = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) return Uint32Array.from(Array.from(text, (c) => c.codePointAt(0)!));
    units[i] = unit;
  }
  return units;
}
