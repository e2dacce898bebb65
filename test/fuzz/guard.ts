/**
 * What generated code may touch: allocated objects within their bounds, frames of strands, global variables; descriptors and constants only to read them.
 */
import { REGISTERS as registers } from '../../src/kernel/codegen/registers.ts';
import { BLOCK_SHIFT, BLOCK_SIZE, BlockKind } from '../../src/kernel/heap/blocks.ts';
import {
  DESC_DIMENSIONS,
  DESC_ELEMENT_SIZE,
  DESC_KIND,
  DESC_SIZE,
  DescriptorKind,
  HEADER_SIZE,
} from '../../src/kernel/heap/layout.ts';
import { CELL_SIZES, CELLS_PER_BLOCK } from '../../src/kernel/heap/size-classes.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';

/** What the running strand has at hand. */
const REGISTERS = { from: Math.min(...Object.values(registers)), to: Math.max(...Object.values(registers)) + 4 };
/** Above a stack's limit, for arguments of exceptions (`strands/stacks.ts`). */
const STACK_RESERVE = 1024;

export class Guard {
  kernel: Kernel | undefined;
  accesses = 0;
  /** What was touched and should not have been. Kept here, too, since code might catch what `check` throws. */
  readonly violations: string[] = [];
  /** Global variables: first address and end, in ascending order. */
  private globals: { readonly from: number; readonly to: number }[] = [];
  /** Number of the extension that was linked last. */
  private newest = 0;

  readonly check = (address: number, bytes: number, write: boolean): void => {
    this.accesses++;
    const problem = this.problem(address, bytes, write);
    if (problem === undefined) return;
    const what = `${write ? 'writes' : 'reads'} ${bytes} bytes at ${address}: ${problem}`;
    this.violations.push(what);
    throw new Error(what);
  };

  private problem(address: number, bytes: number, write: boolean): string | undefined {
    if (bytes === 0 || (address >= REGISTERS.from && address + bytes <= REGISTERS.to)) return undefined;
    const { blocks } = this.kernel!.heap;
    const block = address >>> BLOCK_SHIFT;
    switch (blocks.kind[block]) {
      case BlockKind.Small: {
        const size = CELL_SIZES[blocks.sizeClass[block]!]!;
        const cell = Math.floor((address & (BLOCK_SIZE - 1)) / size);
        if (cell >= CELLS_PER_BLOCK[blocks.sizeClass[block]!]!) return 'no cell is there';
        return this.inObject(block * BLOCK_SIZE + cell * size, size, address, bytes, write);
      }
      case BlockKind.Large:
      case BlockKind.LargeRest: {
        const first = blocks.kind[block] === BlockKind.Large ? block : blocks.head[block]!;
        return this.inObject(first * BLOCK_SIZE, blocks.span[first]! * BLOCK_SIZE, address, bytes, write);
      }
      case BlockKind.Area:
        return this.inArea(address, bytes, write);
      default:
        return 'it is nobody’s memory';
    }
  }

  private inObject(cell: number, size: number, address: number, bytes: number, write: boolean): string | undefined {
    const { view } = this.kernel!.heap.blocks;
    const descriptor = view.getUint32(cell, true);
    if (descriptor === 0) return 'the cell is free';
    if (address < cell + HEADER_SIZE) {
      if (write) return 'it is the header of an object';
      return address + bytes <= cell + HEADER_SIZE ? undefined : 'it straddles the header of an object';
    }
    const end = cell + HEADER_SIZE + Math.min(this.payload(cell + HEADER_SIZE, descriptor, size), size - HEADER_SIZE);
    return address + bytes <= end ? undefined : `the object there ends at ${end}`;
  }

  /** Bytes of the object's payload, rounded up to words: packed fields are reached through whole words. */
  private payload(ref: number, descriptor: number, cell: number): number {
    const { view } = this.kernel!.heap.blocks;
    const kind = view.getUint32(descriptor + DESC_KIND, true);
    if (kind === DescriptorKind.Text) return cell;
    let bytes = view.getUint32(descriptor + DESC_SIZE, true);
    if (kind === DescriptorKind.OpenArray) {
      let count = view.getUint32(descriptor + DESC_ELEMENT_SIZE, true);
      for (let d = view.getUint32(descriptor + DESC_DIMENSIONS, true); d > 0; d--) {
        count *= view.getUint32(ref + 4 * (d - 1), true);
      }
      bytes += count;
    }
    return Math.ceil(bytes / 8) * 8;
  }

  private inArea(address: number, bytes: number, write: boolean): string | undefined {
    const kernel = this.kernel!;
    const area = kernel.heap.areas.at(address);
    if (!area || address + bytes > area.address + area.bytes) return 'it is outside of every area';
    const { strands, current } = kernel.strands;
    // The kernel's own strand, in which it raises events, is not among those that are scheduled.
    for (const s of current ? [current, ...strands.values()] : strands.values()) {
      if (address >= s.stackBase && address < s.stackLimit + STACK_RESERVE) {
        return address + bytes <= s.stackLimit + STACK_RESERVE ? undefined : 'it is beyond the end of a stack';
      }
    }
    if (!write) return undefined;
    if (area.domain === 0) return 'it is the kernel’s';
    if (this.inGlobal(address, bytes)) return undefined;
    // Default values are written before the linker tells where the globals are.
    return [...kernel.generated.keys()].some((e) => e.account === area.domain) ? 'it is no variable' : undefined;
  }

  private inGlobal(address: number, bytes: number): boolean {
    const { generated } = this.kernel!;
    const newest = [...generated.keys()].pop()?.number ?? 0;
    if (newest !== this.newest) {
      this.newest = newest;
      this.globals = [...generated.keys()].flatMap((e) => {
        const imported = e.module.imports.reduce((n, i) => n + i.globals.length, 0);
        return e.module.globals.map((g, n) => {
          const from = e.linked!.globals[imported + n]!;
          return { from, to: from + this.kernel!.layouts.layoutOf(e.linked!.types[g.type]!).size };
        });
      });
    }
    return this.globals.some((g) => address >= g.from && address + bytes <= Math.ceil(g.to / 8) * 8);
  }
}
