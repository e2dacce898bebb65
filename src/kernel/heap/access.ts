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
import { CONCATENATION } from './state.ts';

/** Characters are Latin-1: a code unit above 255 becomes `?`. */
const REPLACEMENT = 0x3f;

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

  /** Address of the text's characters. Those of a concatenation are put in one piece first, which may collect. */
  characters(ref: number): number {
    if ((this.view.getUint32(ref + HEADER_DOMAIN, true) & CONCATENATION) === 0) return ref + TEXT_BYTES;
    if (this.readRef(ref, TEXT_RIGHT) !== 0) this.join(ref);
    return this.readRef(ref, TEXT_LEFT) + TEXT_BYTES;
  }

  /** A copy of the text's characters. */
  readBytes(ref: number): Uint8Array {
    const start = this.characters(ref);
    return this.bytes.slice(start, start + this.textLength(ref));
  }

  readText(ref: number): string {
    const start = this.characters(ref);
    return latin1(this.bytes, start, this.textLength(ref));
  }

  newText(text: string | Uint8Array, domain: number): number {
    const ref = this.heap.allocateOpen(this.textDescriptor, domain, text.length);
    this.fillText(ref, text);
    return ref;
  }

  /** A text constant: lives as long as something refers to it or its domain exists. */
  staticText(text: string | Uint8Array, domain: number): number {
    const ref = this.heap.allocateStaticObject(this.textDescriptor, domain, TEXT_BYTES + text.length);
    this.fillText(ref, text);
    return ref;
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
    if (first + second > MAX_SIZE - HEADER_SIZE - TEXT_BYTES) return this.heap.outOfMemory(domain);
    return first + second <= LONGEST_COPY ? this.copied(a, first, b, second, domain) : this.concatenation(a, b, domain);
  }

  private copied(a: number, first: number, b: number, second: number, domain: number): number {
    const { transient } = this.heap.roots;
    transient.push(a, b);
    try {
      const from = this.characters(a);
      const rest = this.characters(b);
      const ref = this.heap.allocateOpen(this.textDescriptor, domain, first + second);
      this.view.setUint32(ref + TEXT_LENGTH, first + second, true);
      this.bytes.copyWithin(ref + TEXT_BYTES, from, from + first);
      this.bytes.copyWithin(ref + TEXT_BYTES + first, rest, rest + second);
      return ref;
    } finally {
      transient.length -= 2;
    }
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
      view.setUint32(ref + HEADER_DOMAIN, view.getUint32(ref + HEADER_DOMAIN, true) | CONCATENATION, true);
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
      whole = this.heap.allocateOpen(this.textDescriptor, this.domainOf(ref), length);
    } finally {
      transient.length--;
    }
    const { view, bytes } = this;
    view.setUint32(whole + TEXT_LENGTH, length, true);
    let end = whole + TEXT_BYTES + length;
    const parts = [ref];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      if ((view.getUint32(part + HEADER_DOMAIN, true) & CONCATENATION) !== 0) {
        parts.push(view.getUint32(part + TEXT_LEFT, true));
        const right = view.getUint32(part + TEXT_RIGHT, true);
        if (right !== 0) parts.push(right);
      } else {
        const size = view.getUint32(part + TEXT_LENGTH, true);
        end -= size;
        bytes.copyWithin(end, part + TEXT_BYTES, part + TEXT_BYTES + size);
      }
    }
    view.setUint32(ref + TEXT_LEFT, whole, true);
    view.setUint32(ref + TEXT_RIGHT, 0, true);
  }

  private fillText(ref: number, text: string | Uint8Array): void {
    this.view.setUint32(ref + TEXT_LENGTH, text.length, true);
    const { bytes } = this;
    const start = ref + TEXT_BYTES;
    if (typeof text !== 'string') {
      bytes.set(text, start);
      return;
    }
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      bytes[start + i] = c > 0xff ? REPLACEMENT : c;
    }
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

function latin1(bytes: Uint8Array, start: number, length: number): string {
  let text = '';
  for (let at = start; at < start + length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + CHUNK, start + length)));
  }
  return text;
}
