/**
 * The memory manager: one linear memory, in it a collected heap of typed objects and static areas, all accounted by domain.
 *
 * - `allocate`, `allocateOpen` make zeroed objects. Either may collect first: whoever holds references in TypeScript while something is allocated holds them
 *   with `hold`, or allocates within `withoutCollecting`.
 * - A domain that is at its limit even after a collection, and anyone when the machine's memory is used up, gets `outOfMemory(domain)`, which must throw.
 * - Nothing moves. References stay valid while their object is reachable from handles, globals, stacks.
 * - A destroyed domain's objects live on while they are referenced; so do its static areas (see `areas.ts`).
 *
 * The fast path of allocation is WebAssembly (`fast-path.ts`) over the state described in `state.ts`; this is the rest.
 */
import type { DescriptorSpace, HeapShape } from '../types/descriptors.ts';
import type { RefMap } from '../types/runtime-type.ts';
import { Accounts, type Usage } from './accounts.ts';
import { Allocator, type Collector, writeHeader } from './allocator.ts';
import { Areas } from './areas.ts';
import { BLOCK_SIZE, Blocks, type MemoryOptions } from './blocks.ts';
import { MemoryError } from './errors.ts';
import { DESC_ELEMENT_SIZE, DESC_SIZE, HEADER_SIZE } from './layout.ts';
import { Marker } from './mark.ts';
import { mentionsIn, type Span } from './mentions.ts';
import { type Attachment, type Handle, type LastWord, Roots, type StackRoots, type WeakHandle } from './roots.ts';
import { Shapes } from './shapes.ts';
import { CELL_SIZES, CLASS_BY_WORDS } from './size-classes.ts';
import { CLASSES, FAST_WORDS, KERNEL_BLOCKS, SIZES } from './state.ts';
import { Statics } from './statics.ts';
import { Sweeper } from './sweep.ts';

export interface HeapOptions extends MemoryOptions {
  /** Raises the exception of a program that gets no memory; never returns. */
  readonly outOfMemory?: (domain: number) => never;
  /** Blocks that are taken before a first collection, and at the least between two. */
  readonly minimalTrigger?: number;
}

export interface HeapStatistics {
  readonly collections: number;
  /** Objects reached by all collections together: their work. */
  readonly markedObjects: number;
  readonly memoryBytes: number;
  readonly freeBytes: number;
}

export class Heap implements DescriptorSpace, Collector {
  readonly blocks: Blocks;
  readonly memory: WebAssembly.Memory;
  readonly roots = new Roots();
  readonly areas: Areas;
  private readonly statics: Statics;
  private readonly accounts: Accounts;
  private readonly shapes = new Shapes();
  private readonly marker: Marker;
  private readonly sweeper: Sweeper;
  private readonly allocator: Allocator;
  /** Set by the kernel once it can raise exceptions. */
  outOfMemory: (domain: number) => never;
  private pausing = 0;
  private collectionCount = 0;
  /** What else is to be done after each collection, without another one. */
  readonly afterCollection: (() => void)[] = [];
  /** Pieces of memory of descriptors that are gone, by size. */
  private readonly freeDescriptors = new Map<number, number[]>();
  /** Destroyed domains that still have objects or areas. */
  private readonly departed = new Set<number>();

  constructor(options: HeapOptions = {}) {
    this.blocks = new Blocks(KERNEL_BLOCKS, options);
    this.memory = this.blocks.memory;
    this.areas = new Areas(this.blocks);
    this.accounts = new Accounts(this.blocks);
    this.statics = new Statics(this.blocks, this.areas, this.accounts, () => {
      if (this.mayCollect) this.collect();
    });
    this.marker = new Marker(this.blocks, this.areas, this.accounts, this.shapes);
    this.sweeper = new Sweeper(this.blocks);
    this.allocator = new Allocator(this.blocks, this.accounts, this.sweeper, this, options.minimalTrigger ?? 128);
    this.outOfMemory =
      options.outOfMemory ??
      ((domain) => {
        throw new MemoryError('K1301', domain, `domain ${domain} is out of memory`);
      });
    this.accounts.open(0, Number.POSITIVE_INFINITY);
    this.blocks.u8.set(new Uint8Array(Uint16Array.from(CELL_SIZES).buffer), SIZES);
    this.blocks.u8.set(CLASS_BY_WORDS.subarray(0, FAST_WORDS + 1), CLASSES);
  }

  // Domains

  /** Opens an account; the number is that of the domain from now on. */
  createDomain(limit = Number.POSITIVE_INFINITY): number {
    const domain = this.accounts.unused();
    if (domain > 0xffff) throw new MemoryError('K1302', 0, 'there are too many domains');
    this.accounts.open(domain, limit);
    return domain;
  }

  /** The same for a number that somebody else chose. */
  openDomain(domain: number, limit = Number.POSITIVE_INFINITY): void {
    if (this.accounts.isOpen(domain)) throw new Error(`domain ${domain} has an account already`);
    this.accounts.open(domain, limit);
  }

  setLimit(domain: number, limit: number): void {
    this.accounts.setLimit(domain, limit);
  }

  usage(domain: number): Usage {
    return this.accounts.usage(domain);
  }

  /**
   * The domain is destroyed: its globals are roots no more, its areas are given back when nothing points into them. No code of it may run any more, nor any
   * that has addresses of its globals or static objects in it.
   */
  freeDomain(domain: number): void {
    this.roots.orphanGlobals(domain);
    this.statics.forget(domain);
    this.areas.orphan(domain);
    this.departed.add(domain);
  }

  // Roots

  hold(ref: number): Handle {
    return this.roots.hold(ref);
  }

  holdWeakly(ref: number): WeakHandle {
    return this.roots.holdWeakly(ref);
  }

  /** The value, if there is one, lives as long as the owner; the answer says when that is gone. */
  attach(owner: number, value = 0): Attachment {
    return this.roots.attach(owner, value);
  }

  /** `onEnd` is called when nothing leads to the object any more. It stays all the same until the answer is called. */
  atEnd(ref: number, onEnd: () => void): () => void {
    const { lastWords, ended } = this.roots;
    const word = { ref, onEnd };
    lastWords.add(word);
    return () => {
      lastWords.delete(word);
      ended.delete(word);
    };
  }

  /** References in a global area of the domain. */
  addGlobals(domain: number, address: number, refs: RefMap): void {
    this.roots.addGlobals(domain, address, refs);
  }

  addStack(stack: StackRoots): void {
    this.roots.stacks.add(stack);
  }

  removeStack(stack: StackRoots): void {
    this.roots.stacks.delete(stack);
  }

  /** Runs `make` without any collection; what it allocates need not be held until it ends. */
  withoutCollecting<R>(make: () => R): R {
    this.pausing++;
    try {
      return make();
    } finally {
      this.pausing--;
    }
  }

  // Areas

  /** Zeroed, 8-aligned memory that lives as long as the domain. Throws MemoryError. */
  allocateStatic(domain: number, bytes: number): number {
    return this.statics.allocate(domain, bytes);
  }

  /** A static object: text constant, module name. Has a header, is never collected; references in it are not followed. */
  allocateStaticObject(descriptor: number, domain: number, payloadBytes: number): number {
    const ref = this.allocateStatic(domain, HEADER_SIZE + payloadBytes) + HEADER_SIZE;
    writeHeader(this.blocks, ref, descriptor, domain);
    return ref;
  }

  /** Descriptors may stay when the domain goes: they are the kernel's, and charged to the domain only while it lives. */
  allocateDescriptor(domain: number, bytes: number): number {
    if (domain !== 0 && !this.accounts.chargeArea(domain, bytes)) {
      throw new MemoryError('K1301', domain, `the types of domain ${domain} do not fit its memory limit`);
    }
    const size = Math.ceil(bytes / 8) * 8;
    const free = this.freeDescriptors.get(size)?.pop();
    if (free === undefined) return this.allocateStatic(0, size);
    this.blocks.u8.fill(0, free, free + size);
    return free;
  }

  /** Its bytes are zero from now on. */
  freeDescriptor(address: number, bytes: number): void {
    const size = Math.ceil(bytes / 8) * 8;
    this.blocks.u8.fill(0, address, address + size);
    const pieces = this.freeDescriptors.get(size);
    if (pieces) pieces.push(address);
    else this.freeDescriptors.set(size, [address]);
  }

  registerShape(shape: HeapShape): void {
    this.shapes.register(shape);
  }

  /** A stack of at least so many bytes for a strand of the domain, not cleared. Throws MemoryError. */
  allocateStack(domain: number, bytes: number): { readonly address: number; readonly bytes: number } {
    return this.statics.area(domain, bytes);
  }

  freeStack(address: number): void {
    const area = this.areas.at(address);
    if (!area) throw new Error(`no stack at ${address}`);
    this.statics.release(area);
  }

  // Objects

  /** NEW of a fixed-size type. */
  allocate(descriptor: number, domain: number): number {
    return this.allocator.allocateBytes(descriptor, domain, this.blocks.view.getUint32(descriptor + DESC_SIZE, true));
  }

  /** NEW of an open array of so many elements in all, or of a text of so many characters. Its lengths are still 0. */
  allocateOpen(descriptor: number, domain: number, elements: number): number {
    const { view } = this.blocks;
    const bytes =
      view.getUint32(descriptor + DESC_SIZE, true) +
      (elements >>> 0) * view.getUint32(descriptor + DESC_ELEMENT_SIZE, true);
    return this.allocator.allocateBytes(descriptor, domain, bytes);
  }

  /** Which of these numbers occur as words in objects, areas and stacks, as far as these are in use and do not lie in `except` (pieces in ascending order). */
  mentioned(numbers: ReadonlySet<number>, except: readonly Span[] = []): Set<number> {
    this.sweeper.finish();
    return mentionsIn(this.blocks, this.areas, this.roots, numbers, except);
  }

  // Collection

  get mayCollect(): boolean {
    return this.pausing === 0;
  }

  get collections(): number {
    return this.collectionCount;
  }

  /** Frees every object that no root leads to. */
  collect(): void {
    this.sweeper.finish();
    this.allocator.forgetRuns();
    this.accounts.beginCount();
    this.marker.markAll(this.roots);
    this.marker.markAttached(this.roots);
    const ending = this.ending();
    for (const weak of this.roots.weak) {
      if (this.marker.isMarked(weak.ref)) continue;
      weak.ref = 0;
      this.roots.weak.delete(weak);
    }
    for (const { ref } of ending) this.marker.markFrom(ref);
    this.marker.markAttached(this.roots);
    for (const a of this.roots.attached) {
      if (this.marker.isMarked(a.owner)) continue;
      a.owner = a.value = 0;
      this.roots.attached.delete(a);
    }
    this.accounts.endCount();
    const live = this.sweeper.begin(this.marker.marked);
    if (this.areas.orphans > 0) {
      for (const area of this.areas.unreferenced()) this.statics.release(area);
      this.roots.orphans = this.roots.orphans.filter((g) => this.areas.at(g.address) !== undefined);
    }
    for (const domain of this.departed) this.closeIfEmpty(domain);
    this.allocator.collected(live);
    this.collectionCount++;
    this.withoutCollecting(() => {
      for (const word of ending) word.onEnd();
      for (const after of this.afterCollection) after();
    });
  }

  /**
   * Those of the objects with last words to which nothing leads. What they lead to themselves is alive, so that of two of which one leads to the other, that
   * one ends first.
   */
  private ending(): LastWord[] {
    const { lastWords, ended } = this.roots;
    const candidates = [...lastWords].filter(({ ref }) => !this.marker.isMarked(ref));
    for (const { ref } of candidates) if (!this.marker.isMarked(ref)) this.marker.markBelow(ref);
    this.marker.markAttached(this.roots);
    const ending = candidates.filter(({ ref }) => !this.marker.isMarked(ref));
    for (const word of ending) {
      lastWords.delete(word);
      ended.add(word);
    }
    return ending;
  }

  private closeIfEmpty(domain: number): void {
    if (this.accounts.usage(domain).objects > 0 || this.areas.has(domain)) return;
    this.departed.delete(domain);
    this.allocator.forgetDomain(domain);
    this.accounts.close(domain);
  }

  /** What the memory may grow to. */
  get maxBytes(): number {
    return this.blocks.maxBlocks * BLOCK_SIZE;
  }

  statistics(): HeapStatistics {
    return {
      collections: this.collectionCount,
      markedObjects: this.accounts.markedObjects,
      memoryBytes: this.blocks.count * BLOCK_SIZE,
      freeBytes: this.blocks.freeCount * BLOCK_SIZE,
    };
  }
}
