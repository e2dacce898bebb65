/**
 * Areas by the piece: charged to domains, and cut up for their small static data.
 */
import type { Accounts } from './accounts.ts';
import { type Area, type Areas, PAGE_SIZE } from './areas.ts';
import { BLOCK_SIZE, type Blocks } from './blocks.ts';
import { MemoryError } from './errors.ts';

/** Larger pieces get an area of their own. */
const MAX_PIECE = BLOCK_SIZE / 8;
/** Pages of a domain's areas for small pieces after its first one. */
const ARENA_PAGES = 4;

export class Statics {
  private readonly blocks: Blocks;
  private readonly areas: Areas;
  private readonly accounts: Accounts;
  /** Frees what can be freed, if that is possible just now. */
  private readonly reclaim: () => void;
  /** By domain, the rest of the area that small pieces come from. */
  private readonly arenas = new Map<number, { next: number; end: number }>();

  constructor(blocks: Blocks, areas: Areas, accounts: Accounts, reclaim: () => void) {
    this.blocks = blocks;
    this.areas = areas;
    this.accounts = accounts;
    this.reclaim = reclaim;
  }

  /** Zeroed and 8-aligned. Throws MemoryError. */
  allocate(domain: number, bytes: number): number {
    const size = Math.ceil(bytes / 8) * 8;
    if (size > MAX_PIECE) return this.zeroed(this.area(domain, size)).address;
    let arena = this.arenas.get(domain);
    if (!arena || arena.next + size > arena.end) {
      const pages = arena ? ARENA_PAGES : Math.ceil(size / PAGE_SIZE);
      const area = this.zeroed(this.area(domain, pages * PAGE_SIZE));
      arena = { next: area.address, end: area.address + area.bytes };
      this.arenas.set(domain, arena);
    }
    const address = arena.next;
    arena.next += size;
    return address;
  }

  /** An area with whatever was in it. Throws MemoryError. */
  area(domain: number, bytes: number): Area {
    const unit = bytes < BLOCK_SIZE ? PAGE_SIZE : BLOCK_SIZE;
    const rounded = Math.max(1, Math.ceil(bytes / unit)) * unit;
    if (!this.accounts.chargeArea(domain, rounded)) {
      this.reclaim();
      if (!this.accounts.chargeArea(domain, rounded)) {
        throw new MemoryError('K1301', domain, `domain ${domain} is at its memory limit`);
      }
    }
    let area = this.areas.allocate(rounded, domain);
    if (!area) {
      this.reclaim();
      area = this.areas.allocate(rounded, domain);
    }
    if (area) return area;
    this.accounts.chargeArea(domain, -rounded);
    throw new MemoryError('K1302', domain, 'the memory is used up');
  }

  release(area: Area): void {
    this.areas.release(area);
    this.accounts.chargeArea(area.domain, -area.bytes);
  }

  /** The domain is gone; what it has stays until its areas are released. */
  forget(domain: number): void {
    this.arenas.delete(domain);
  }

  private zeroed(area: Area): Area {
    this.blocks.u8.fill(0, area.address, area.address + area.bytes);
    return area;
  }
}
