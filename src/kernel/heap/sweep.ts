/**
 * Sweeping: cells that were not marked become free, marks are taken off the others. Blocks without any marked object are given back at once; the
 * others are swept when cells of their size are wanted, at the latest before the next collection.
 */
import { BLOCK_SIZE, BlockKind, type Blocks } from './blocks.ts';
import { CELL_SIZES, CELLS_PER_BLOCK } from './size-classes.ts';
import { CELL_NEXT_RUN, CELL_RUN_END, MARK } from './state.ts';

export class Sweeper {
  private readonly blocks: Blocks;
  /** Blocks to be swept, by size class. */
  private readonly waiting: number[][] = CELL_SIZES.map(() => []);

  constructor(blocks: Blocks) {
    this.blocks = blocks;
  }

  /** After marking. Answers how many bytes live objects occupy. */
  begin(marked: Int32Array): number {
    const { kind, sizeClass, span, i32, count } = this.blocks;
    let live = 0;
    for (let b = 0; b < count; b++) {
      if (kind[b] === BlockKind.Small) {
        if (marked[b] === 0) {
          this.blocks.release(b, 1);
        } else {
          this.waiting[sizeClass[b]!]!.push(b);
          live += marked[b]! * CELL_SIZES[sizeClass[b]!]!;
        }
      } else if (kind[b] === BlockKind.Large) {
        if (marked[b] === 0) {
          this.blocks.release(b, span[b]!);
        } else {
          i32[(b * BLOCK_SIZE + 4) >>> 2]! &= ~MARK;
          live += span[b]! * BLOCK_SIZE;
        }
      }
    }
    return live;
  }

  /** Sweeps blocks of the class until one has free cells; the address of its first free run, 0 when there is none. */
  next(sizeClass: number): number {
    const waiting = this.waiting[sizeClass]!;
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      const run = this.sweep(block);
      if (run !== 0) return run;
    }
    return 0;
  }

  finish(): void {
    for (const waiting of this.waiting) {
      for (const block of waiting) this.sweep(block);
      waiting.length = 0;
    }
  }

  /** Links the block's free cells to runs. */
  private sweep(block: number): number {
    const { i32 } = this.blocks;
    const c = this.blocks.sizeClass[block]!;
    const size = CELL_SIZES[c]!;
    const end = block * BLOCK_SIZE + CELLS_PER_BLOCK[c]! * size;
    let first = 0;
    let last = 0;
    let run = 0;
    for (let cell = block * BLOCK_SIZE; cell < end; cell += size) {
      const at = cell >>> 2;
      if (i32[at] !== 0 && (i32[at + 1]! & MARK) !== 0) {
        i32[at + 1]! &= ~MARK;
        if (run !== 0) i32[(run + CELL_RUN_END) >>> 2] = cell;
        run = 0;
        continue;
      }
      i32[at] = 0;
      if (run !== 0) continue;
      run = cell;
      i32[(run + CELL_NEXT_RUN) >>> 2] = 0;
      if (last === 0) first = run;
      else i32[(last + CELL_NEXT_RUN) >>> 2] = run;
      last = run;
    }
    if (run !== 0) i32[(run + CELL_RUN_END) >>> 2] = end;
    return first;
  }
}
