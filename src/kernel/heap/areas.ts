/**
 * Memory outside the collected heap: static data, globals, descriptors, stacks. An area is a row of 4 KB pages that belongs to one domain.
 *
 * The areas of a destroyed domain are only given back when a collection has found no reference into them: others may still hold its texts.
 */
import { BLOCK_SHIFT, BLOCK_SIZE, BlockKind, type Blocks } from './blocks.ts';

export const PAGE_SHIFT = 12;
export const PAGE_SIZE = 1 << PAGE_SHIFT;
const PAGES_PER_BLOCK = BLOCK_SIZE / PAGE_SIZE;

export interface Area {
  readonly address: number;
  readonly bytes: number;
  readonly domain: number;
  /** Its domain is gone; waits to be unreferenced. */
  orphaned: boolean;
  /** Orphaned, and the collection at hand has seen a reference into it. */
  seen: boolean;
}

export class Areas {
  private readonly blocks: Blocks;
  /** Those that share blocks, by address of each of their pages, shifted. */
  private readonly byPage = new Map<number, Area>();
  /** The others, by address of each of their blocks, shifted: stacks come and go, and have many pages. */
  private readonly byBlock: (Area | undefined)[] = [];
  private readonly all = new Set<Area>();
  /** Free pages of blocks that are shared by areas, one bit each. */
  private readonly freePages = new Map<number, number>();
  /** Those blocks by the longest row of free pages. */
  private readonly byLongest: Set<number>[] = Array.from({ length: PAGES_PER_BLOCK + 1 }, () => new Set<number>());
  private readonly countByDomain = new Map<number, number>();
  orphans = 0;

  constructor(blocks: Blocks) {
    this.blocks = blocks;
  }

  /** Pages with whatever was in them, or undefined when the memory is used up. */
  allocate(bytes: number, domain: number): Area | undefined {
    const pages = Math.max(1, Math.ceil(bytes / PAGE_SIZE));
    const address = pages < PAGES_PER_BLOCK ? this.takePages(pages) : this.takeBlocks(pages);
    if (address < 0) return undefined;
    const size = pages < PAGES_PER_BLOCK ? pages * PAGE_SIZE : Math.ceil(bytes / BLOCK_SIZE) * BLOCK_SIZE;
    const area: Area = { address, bytes: size, domain, orphaned: false, seen: false };
    this.all.add(area);
    this.countByDomain.set(domain, (this.countByDomain.get(domain) ?? 0) + 1);
    this.enter(area, area);
    return area;
  }

  /** The area that the address lies in. */
  at(address: number): Area | undefined {
    return this.byBlock[address >>> BLOCK_SHIFT] ?? this.byPage.get(address >>> PAGE_SHIFT);
  }

  /** What is found at the addresses of the area: itself, or nothing. */
  private enter({ address, bytes }: Area, found: Area | undefined): void {
    const end = address + bytes;
    if (bytes >= BLOCK_SIZE) for (let b = address; b < end; b += BLOCK_SIZE) this.byBlock[b >>> BLOCK_SHIFT] = found;
    else if (found) for (let p = address; p < end; p += PAGE_SIZE) this.byPage.set(p >>> PAGE_SHIFT, found);
    else for (let p = address; p < end; p += PAGE_SIZE) this.byPage.delete(p >>> PAGE_SHIFT);
  }

  has(domain: number): boolean {
    return this.countByDomain.has(domain);
  }

  release(area: Area): void {
    this.all.delete(area);
    const rest = this.countByDomain.get(area.domain)! - 1;
    if (rest > 0) this.countByDomain.set(area.domain, rest);
    else this.countByDomain.delete(area.domain);
    if (area.orphaned) this.orphans--;
    this.enter(area, undefined);
    if (area.bytes >= BLOCK_SIZE) {
      this.blocks.release(area.address >>> BLOCK_SHIFT, area.bytes / BLOCK_SIZE);
      return;
    }
    const block = area.address >>> BLOCK_SHIFT;
    const mask = rowMask((area.address % BLOCK_SIZE) / PAGE_SIZE, area.bytes / PAGE_SIZE);
    this.setFree(block, this.freePages.get(block)! | mask);
  }

  orphan(domain: number): void {
    for (const area of this.all) {
      if (area.domain !== domain || area.orphaned) continue;
      area.orphaned = true;
      this.orphans++;
    }
  }

  /** Orphaned areas that the collection at hand has not seen referenced. */
  unreferenced(): Area[] {
    const found = [...this.all].filter((a) => a.orphaned && !a.seen);
    for (const area of this.all) area.seen = false;
    return found;
  }

  private takeBlocks(pages: number): number {
    const first = this.blocks.acquire(Math.ceil(pages / PAGES_PER_BLOCK), BlockKind.Area);
    return first < 0 ? -1 : first * BLOCK_SIZE;
  }

  private takePages(pages: number): number {
    let length = pages;
    while (length <= PAGES_PER_BLOCK && this.byLongest[length]!.size === 0) length++;
    let block: number;
    if (length <= PAGES_PER_BLOCK) {
      block = this.byLongest[length]!.values().next().value!;
    } else {
      block = this.blocks.acquire(1, BlockKind.Area);
      if (block < 0) return -1;
      this.freePages.set(block, 0xffff);
    }
    const free = this.freePages.get(block)!;
    const page = firstRow(free, pages);
    this.setFree(block, free & ~rowMask(page, pages));
    return block * BLOCK_SIZE + page * PAGE_SIZE;
  }

  private setFree(block: number, mask: number): void {
    for (const set of this.byLongest) set.delete(block);
    if (mask === 0xffff) {
      this.freePages.delete(block);
      this.blocks.release(block, 1);
      return;
    }
    this.freePages.set(block, mask);
    const longest = longestRow(mask);
    if (longest > 0) this.byLongest[longest]!.add(block);
  }
}

function rowMask(page: number, pages: number): number {
  return ((1 << pages) - 1) << page;
}

function firstRow(mask: number, pages: number): number {
  let page = 0;
  while ((mask & rowMask(page, pages)) !== rowMask(page, pages)) page++;
  return page;
}

function longestRow(mask: number): number {
  let length = 0;
  for (let m = mask; m !== 0; m &= m >> 1) length++;
  return length;
}
