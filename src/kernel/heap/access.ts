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
const LONGEST_COPY = 256;

export class HeapAccess {
  readonly heap: Heap;
  private readonly textDescriptor: number;

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
    return this.flatCharacters(this.flat(ref));
  }

  characterAt(ref: number, i: number): number {
    const start = this.flat(ref) + TEXT_BYTES;
    return this.isWide(ref) ? this.view.getUint32(start + 4 * i, true) : this.bytes[start + i]!;
  }

  /** The text itself, or what holds the characters of a concatenation. */
  private flat(ref: number): number {
    if ((this.view.getUint32(ref + HEADER_DOMAIN, true) & CONCATENATION) === 0) return ref;
    if (this.readRef(ref, TEXT_RIGHT) !== 0) this.join(ref);
    return this.readRef(ref, TEXT_LEFT);
  }

  private flatCharacters(ref: number): Characters {
    const length = this.textLength(ref);
    const start = ref + TEXT_BYTES;
    if (this.isWide(ref)) return new Uint32Array(this.bytes.buffer, start, length);
    return this.bytes.subarray(start, start + length);
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
    this.flatCharacters(ref).set(characters);
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
      const characters = this.flatCharacters(ref);
      characters.set(this.characters(a));
      characters.set(this.characters(b), this.textLength(a));
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

  /** Writes the whole text in one piece, from its end, and lets the concatenation refer to that. */
  private join(ref: number): void {
    const length = this.textLength(ref);
    const { transient } = this.heap.roots;
    transient.push(ref);
    let whole: number;
    try {
      whole = this.allocateText(length, this.isWide(ref), this.domainOf(ref));
    } finally {
      transient.length--;
    }
    const { view } = this;
    const characters = this.flatCharacters(whole);
    let end = length;
    const parts = [ref];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      if ((view.getUint32(part + HEADER_DOMAIN, true) & CONCATENATION) !== 0) {
        parts.push(view.getUint32(part + TEXT_LEFT, true));
        const right = view.getUint32(part + TEXT_RIGHT, true);
        if (right !== 0) parts.push(right);
      } else {
        end -= view.getUint32(part + TEXT_LENGTH, true);
        characters.set(this.flatCharacters(part), end);
      }
    }
    view.setUint32(ref + TEXT_LEFT, whole, true);
    view.setUint32(ref + TEXT_RIGHT, 0, true);
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
  for (let at = 0; at < characters.length; at += CHUNK) text += join(...characters.subarray(at, at + CHUNK));
  return text;
}

/** A text has words for its characters only if one of them needs it. */
function charactersOf(text: string | Characters): Characters {
  if (text instanceof Uint8Array) return text;
  const codes = typeof text === 'string' ? codePoints(text) : text;
  return codes.some((c) => c > 0xff) ? Uint32Array.from(codes) : Uint8Array.from(codes);
}

function codePoints(text: string): Characters | number[] {
  const units = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) return Array.from(text, (c) => c.codePointAt(0)!);
    units[i] = unit;
  }
  return units;
}
