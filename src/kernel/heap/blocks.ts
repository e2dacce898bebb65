/**
 * The linear memory, cut into blocks of 64 KB: which are free, and what the others are used for.
 *
 * Inside: growing, views, finding free blocks. Not inside: what lies in a block.
 */
import { WASM_PAGE } from './layout.ts';

export const BLOCK_SIZE = WASM_PAGE;
export const BLOCK_SHIFT = 16;

export const BlockKind = {
  Free: 0,
  /** Cells of one size class. */
  Small: 1,
  /** The first block of one object. */
  Large: 2,
  /** A later block of one object; `head` leads to its first. */
  LargeRest: 3,
  /** Pages of areas: statics, stacks. */
  Area: 4,
  /** The kernel's own: allocator state, accounts. */
  Kernel: 5,
} as const;

export interface MemoryOptions {
  /** Bytes that the memory may grow to. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX = 2 ** 30;
const MAX_GROWTH = 256;
/** One less than there are, so that the end of the last one is an address, too. */
const MAX_BLOCKS = 65535;

export class Blocks {
  readonly memory: WebAssembly.Memory;
  readonly maxBlocks: number;
  /** Views of the whole memory; a growth replaces them, so never keep one across an allocation. */
  i32: Int32Array<ArrayBuffer>;
  u8: Uint8Array<ArrayBuffer>;
  view: DataView<ArrayBuffer>;
  /** BlockKind by block. */
  readonly kind: Uint8Array;
  /** Size class of small blocks; nothing otherwise. */
  readonly sizeClass: Uint8Array;
  /** Blocks of a large object (at its first block). */
  readonly span: Int32Array;
  /** First block of a large object (at its later blocks). */
  readonly head: Int32Array;
  /** No free block lies below. */
  private lowestFree: number;
  private free: number;

  constructor(kernelBlocks: number, options: MemoryOptions = {}) {
    this.maxBlocks = Math.min(
      MAX_BLOCKS,
      Math.max(kernelBlocks + 1, Math.floor((options.maxBytes ?? DEFAULT_MAX) / BLOCK_SIZE)),
    );
    this.memory = new WebAssembly.Memory({ initial: kernelBlocks, maximum: this.maxBlocks });
    this.kind = new Uint8Array(this.maxBlocks);
    this.sizeClass = new Uint8Array(this.maxBlocks);
    this.span = new Int32Array(this.maxBlocks);
    this.head = new Int32Array(this.maxBlocks);
    this.kind.fill(BlockKind.Kernel, 0, kernelBlocks);
    this.lowestFree = kernelBlocks;
    this.free = 0;
    this.i32 = new Int32Array(this.memory.buffer as ArrayBuffer);
    this.u8 = new Uint8Array(this.memory.buffer as ArrayBuffer);
    this.view = new DataView(this.memory.buffer as ArrayBuffer);
  }

  /** Blocks that the memory has grown to. */
  get count(): number {
    return this.u8.length / BLOCK_SIZE;
  }

  get freeCount(): number {
    return this.free;
  }

  /** `count` blocks in a row, or -1. Their contents are whatever was there. */
  acquire(count: number, kind: number): number {
    let first = this.find(count);
    if (first < 0) {
      if (!this.grow(count)) return -1;
      first = this.find(count);
    }
    this.kind.fill(kind, first, first + count);
    this.free -= count;
    return first;
  }

  release(first: number, count: number): void {
    this.kind.fill(BlockKind.Free, first, first + count);
    this.free += count;
    this.lowestFree = Math.min(this.lowestFree, first);
  }

  private find(count: number): number {
    if (this.free < count) return -1;
    const end = this.count;
    while (this.lowestFree < end && this.kind[this.lowestFree] !== BlockKind.Free) this.lowestFree++;
    let run = 0;
    for (let b = this.lowestFree; b < end; b++) {
      run = this.kind[b] === BlockKind.Free ? run + 1 : 0;
      if (run === count) return b - count + 1;
    }
    return -1;
  }

  private grow(count: number): boolean {
    let trailing = 0;
    const blocks = this.count;
    while (trailing < blocks && this.kind[blocks - 1 - trailing] === BlockKind.Free) trailing++;
    const need = count - trailing;
    const room = this.maxBlocks - blocks;
    if (need > room) return false;
    const wish = Math.min(room, Math.max(need, Math.min(MAX_GROWTH, blocks >> 2)));
    for (const pages of wish > need ? [wish, need] : [need]) {
      try {
        this.memory.grow(pages);
        this.free += pages;
        this.i32 = new Int32Array(this.memory.buffer as ArrayBuffer);
        this.u8 = new Uint8Array(this.memory.buffer as ArrayBuffer);
        this.view = new DataView(this.memory.buffer as ArrayBuffer);
        return true;
      } catch (error) {
        // The host has no more; perhaps it has enough for what is needed just now.
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return false;
  }
}
