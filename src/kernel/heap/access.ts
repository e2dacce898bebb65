/**
 * The kernel's own hands on the heap: texts, objects and their fields, for what is written in TypeScript.
 *
 * What is read is what the types say lies there; nothing is checked. Offsets come from the layout service.
 */
import type { Heap } from './heap.ts';
import { DOMAIN_MASK, HEADER_DESCRIPTOR, HEADER_DOMAIN, TEXT_BYTES, TEXT_LENGTH } from './layout.ts';

/** Characters are Latin-1: a code unit above 255 becomes `?`. */
const REPLACEMENT = 0x3f;

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

  /** A copy of the text's characters. */
  readBytes(ref: number): Uint8Array {
    const start = ref + TEXT_BYTES;
    return this.bytes.slice(start, start + this.textLength(ref));
  }

  readText(ref: number): string {
    return latin1(this.bytes, ref + TEXT_BYTES, this.textLength(ref));
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

  textCat(a: number, b: number, domain: number): number {
    const first = this.textLength(a);
    const second = this.textLength(b);
    if (second === 0) return a;
    if (first === 0) return b;
    const { transient } = this.heap.roots;
    transient.push(a, b);
    try {
      const ref = this.heap.allocateOpen(this.textDescriptor, domain, first + second);
      this.view.setUint32(ref + TEXT_LENGTH, first + second, true);
      this.bytes.copyWithin(ref + TEXT_BYTES, a + TEXT_BYTES, a + TEXT_BYTES + first);
      this.bytes.copyWithin(ref + TEXT_BYTES + first, b + TEXT_BYTES, b + TEXT_BYTES + second);
      return ref;
    } finally {
      transient.length -= 2;
    }
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
