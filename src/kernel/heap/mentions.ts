/**
 * Looking for numbers in memory: conservative, as with stacks. Used when something is to be used again that is known by a number: a slot, a descriptor.
 */
import { type Areas, PAGE_SIZE } from './areas.ts';
import { BLOCK_SIZE, BlockKind, type Blocks } from './blocks.ts';
import type { Roots } from './roots.ts';
import { CELL_SIZES, CELLS_PER_BLOCK } from './size-classes.ts';

export interface Span {
  readonly start: number;
  readonly bytes: number;
}

/** Nothing is swept lazily at the moment: a cell whose first word is 0 is free. */
export function mentionsIn(
  blocks: Blocks,
  areas: Areas,
  roots: Roots,
  numbers: ReadonlySet<number>,
  except: readonly Span[],
): Set<number> {
  const found = new Set<number>();
  if (numbers.size === 0) return found;
  let most = 0;
  for (const n of numbers) most = Math.max(most, n);
  const wanted = new Uint8Array((most >>> 3) + 1);
  for (const n of numbers) wanted[n >>> 3]! |= 1 << (n & 7);
  const { i32, kind, sizeClass, span } = blocks;
  let skip = 0;
  const look = (start: number, end: number) => {
    for (let i = start >>> 2; i < end >>> 2; i++) {
      const word = i32[i]! >>> 0;
      if (word === 0 || word > most || (wanted[word >>> 3]! & (1 << (word & 7))) === 0) continue;
      while (skip < except.length && except[skip]!.start + except[skip]!.bytes <= i * 4) skip++;
      if (skip < except.length && except[skip]!.start <= i * 4) continue;
      found.add(word);
    }
  };
  /** Of stacks, only what is in use counts. */
  const tops = new Map([...roots.stacks].map((s) => [s.base, s.top()]));
  const lookAtPages = (start: number, end: number) => {
    let area: ReturnType<Areas['at']>;
    for (let page = start; page < end; page += PAGE_SIZE) {
      area = areas.at(page);
      if (!area) continue;
      const top = tops.get(area.address) ?? area.address + area.bytes;
      look(page, Math.min(page + PAGE_SIZE, (top + 7) & ~7));
    }
  };
  for (let block = 0; block < blocks.count; block++) {
    const start = block * BLOCK_SIZE;
    if (kind[block] === BlockKind.Area) lookAtPages(start, start + BLOCK_SIZE);
    else if (kind[block] === BlockKind.Large) look(start, start + span[block]! * BLOCK_SIZE);
    else if (kind[block] === BlockKind.Small) {
      const size = CELL_SIZES[sizeClass[block]!]!;
      const end = start + size * CELLS_PER_BLOCK[sizeClass[block]!]!;
      for (let cell = start; cell < end; cell += size) if (i32[cell >>> 2] !== 0) look(cell, cell + size);
    }
  }
  for (const ref of roots.handles) if (numbers.has(ref)) found.add(ref);
  return found;
}
