/**
 * Making objects: a domain's allowance, a cell of the right size or a row of blocks, and a collection when one is due.
 *
 * This is the slow path; the fast one, in WebAssembly, takes cells of the run at hand (`fast-path.ts`).
 */
import { MAX_SIZE } from '../types/sizes.ts';
import type { Accounts } from './accounts.ts';
import { BLOCK_SIZE, BlockKind, type Blocks } from './blocks.ts';
import { HEADER_SIZE } from './layout.ts';
import { CELL_SIZES, CELLS_PER_BLOCK, MAX_SMALL, sizeClassOf } from './size-classes.ts';
import { CELL_NEXT_RUN, CELL_RUN_END, RUN_END, RUN_NEXT, RUN_POINTER, RUN_SIZE, RUNS } from './state.ts';
import type { Sweeper } from './sweep.ts';

/** What frees memory. */
export interface Collector {
  readonly mayCollect: boolean;
  collect(): void;
  /** Raises the exception of a program that gets no memory; never returns. */
  outOfMemory(domain: number): never;
}

export function writeHeader({ i32 }: Blocks, ref: number, descriptor: number, domain: number): void {
  i32[(ref - 8) >>> 2] = descriptor;
  i32[(ref - 4) >>> 2] = domain;
}

export class Allocator {
  private readonly blocks: Blocks;
  private readonly accounts: Accounts;
  private readonly sweeper: Sweeper;
  private readonly collector: Collector;
  private readonly minimalTrigger: number;
  /** Blocks taken for objects since the last collection, and how many make the next one due. */
  private taken = 0;
  private trigger: number;
  /** How often in a row a domain was refused memory. */
  private readonly failures = new Map<number, number>();

  constructor(blocks: Blocks, accounts: Accounts, sweeper: Sweeper, collector: Collector, minimalTrigger: number) {
    this.blocks = blocks;
    this.accounts = accounts;
    this.sweeper = sweeper;
    this.collector = collector;
    this.minimalTrigger = minimalTrigger;
    this.trigger = minimalTrigger;
  }

  /** Runs of free cells are to be found anew. */
  forgetRuns(): void {
    this.blocks.i32.fill(0, RUNS >>> 2, (RUNS + CELL_SIZES.length * RUN_SIZE) >>> 2);
  }

  /**
   * A collection has left so many bytes of live objects. The next is due when as much has been taken anew, whatever blocks the live ones are scattered over: their free cells
   * are used first.
   */
  collected(live: number): void {
    this.taken = 0;
    this.trigger = Math.max(this.minimalTrigger, Math.ceil(live / BLOCK_SIZE));
  }

  forgetDomain(domain: number): void {
    this.failures.delete(domain);
  }

  /** A zeroed object with its header. */
  allocateBytes(descriptor: number, domain: number, payload: number): number {
    const bytes = payload + HEADER_SIZE;
    if (bytes > MAX_SIZE) return this.collector.outOfMemory(domain);
    const small = bytes <= MAX_SMALL;
    const sizeClass = small ? sizeClassOf(Math.max(bytes, 16)) : 0;
    const charged = small ? CELL_SIZES[sizeClass]! : Math.ceil(bytes / BLOCK_SIZE) * BLOCK_SIZE;
    this.charge(domain, charged);
    // A collection on the way takes allowances back; what is spent is counted nevertheless.
    const cell = small ? this.takeCell(sizeClass, domain) : this.takeLarge(charged / BLOCK_SIZE, domain);
    this.accounts.spend(domain, charged);
    const ref = cell + HEADER_SIZE;
    writeHeader(this.blocks, ref, descriptor, domain);
    return ref;
  }

  private charge(domain: number, bytes: number): void {
    if (this.accounts.left(domain) >= bytes) return;
    if (this.accounts.allow(domain, bytes)) {
      this.failures.delete(domain);
      return;
    }
    const failures = (this.failures.get(domain) ?? 0) + 1;
    // Who asks again and again in spite of failing gets a collection ever more rarely: others pay for it, too.
    if (this.collector.mayCollect && (failures & (failures - 1)) === 0) this.collector.collect();
    if (this.accounts.allow(domain, bytes)) {
      this.failures.delete(domain);
    } else {
      this.failures.set(domain, failures);
      this.collector.outOfMemory(domain);
    }
  }

  /** A zeroed cell. */
  private takeCell(sizeClass: number, domain: number): number {
    const size = CELL_SIZES[sizeClass]!;
    const state = (RUNS + sizeClass * RUN_SIZE) >>> 2;
    for (;;) {
      const { i32 } = this.blocks;
      const cell = i32[state + RUN_POINTER / 4]! >>> 0;
      if (cell + size <= i32[state + RUN_END / 4]! >>> 0) {
        i32[state + RUN_POINTER / 4] = cell + size;
        return cell;
      }
      const next = i32[state + RUN_NEXT / 4]! >>> 0 || this.sweeper.next(sizeClass);
      if (next !== 0) this.startRun(state, next);
      else this.startBlock(state, sizeClass, domain);
    }
  }

  private startRun(state: number, run: number): void {
    const { i32, u8 } = this.blocks;
    const end = i32[(run + CELL_RUN_END) >>> 2]! >>> 0;
    const next = i32[(run + CELL_NEXT_RUN) >>> 2]!;
    u8.fill(0, run, end);
    i32[state + RUN_POINTER / 4] = run;
    i32[state + RUN_END / 4] = end;
    i32[state + RUN_NEXT / 4] = next;
  }

  private startBlock(state: number, sizeClass: number, domain: number): void {
    const due = this.isDue(1);
    if (due) this.collector.collect();
    // The collection may have made free cells of this size.
    const run = due ? this.sweeper.next(sizeClass) : 0;
    if (run !== 0) {
      this.startRun(state, run);
      return;
    }
    const block = this.takeBlocks(1, BlockKind.Small, domain);
    this.blocks.sizeClass[block] = sizeClass;
    const { i32, u8 } = this.blocks;
    const start = block * BLOCK_SIZE;
    u8.fill(0, start, start + BLOCK_SIZE);
    i32[state + RUN_POINTER / 4] = start;
    i32[state + RUN_END / 4] = start + CELLS_PER_BLOCK[sizeClass]! * CELL_SIZES[sizeClass]!;
    i32[state + RUN_NEXT / 4] = 0;
  }

  private takeLarge(count: number, domain: number): number {
    if (this.isDue(count)) this.collector.collect();
    const first = this.takeBlocks(count, BlockKind.Large, domain);
    const { kind, head, span, u8 } = this.blocks;
    span[first] = count;
    for (let b = first + 1; b < first + count; b++) {
      kind[b] = BlockKind.LargeRest;
      head[b] = first;
    }
    u8.fill(0, first * BLOCK_SIZE, (first + count) * BLOCK_SIZE);
    return first * BLOCK_SIZE;
  }

  private takeBlocks(count: number, kind: number, domain: number): number {
    let first = this.blocks.acquire(count, kind);
    if (first < 0 && this.collector.mayCollect) {
      this.collector.collect();
      first = this.blocks.acquire(count, kind);
    }
    if (first < 0) this.collector.outOfMemory(domain);
    this.taken += count;
    return first;
  }

  private isDue(count: number): boolean {
    return this.collector.mayCollect && this.taken + count > this.trigger;
  }
}
