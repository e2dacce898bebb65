/**
 * Marking: from the roots to everything they lead to, with a stack of its own.
 *
 * Heap objects and globals are followed precisely, by their types; stacks conservatively: a word that could be an address into an object, its header
 * included, counts as one. References to static data lead nowhere and are only noted where they point into a destroyed domain's areas.
 */
import { eachReference } from '../types/ref-map.ts';
import type { Accounts } from './accounts.ts';
import type { Areas } from './areas.ts';
import { BLOCK_SHIFT, BLOCK_SIZE, BlockKind, type Blocks } from './blocks.ts';
import { DOMAIN_MASK, HEADER_SIZE, TEXT_LEFT, TEXT_RIGHT } from './layout.ts';
import type { GlobalRoots, Roots, StackRoots } from './roots.ts';
import { Scan, type Shapes } from './shapes.ts';
import { CELL_SIZES, CELLS_PER_BLOCK } from './size-classes.ts';
import { CONCATENATION, MARK } from './state.ts';

const CELL_BYTES = Int32Array.from(CELL_SIZES);
const CONSTANTS = [Scan.Words, Scan.None, BlockKind.Small, BLOCK_SHIFT, MARK, DOMAIN_MASK, CELL_BYTES] as const;

export class Marker {
  private readonly blocks: Blocks;
  private readonly areas: Areas;
  private readonly accounts: Accounts;
  private readonly shapes: Shapes;
  private stack = new Int32Array(4096);
  private depth = 0;
  /** Marked objects by block. */
  readonly marked: Int32Array;

  constructor(blocks: Blocks, areas: Areas, accounts: Accounts, shapes: Shapes) {
    this.blocks = blocks;
    this.areas = areas;
    this.accounts = accounts;
    this.shapes = shapes;
    this.marked = new Int32Array(blocks.maxBlocks);
  }

  markAll(roots: Roots): void {
    this.marked.fill(0);
    for (const ref of roots.handles) this.mark(ref);
    for (const ref of roots.transient) this.mark(ref);
    for (const { ref } of roots.ended) this.mark(ref);
    for (const list of roots.globals.values()) {
      for (const g of list) eachReference(g.refs, g.address, this.markAt);
      this.drain();
    }
    for (const stack of roots.stacks) this.markStack(stack);
    this.drain();
    this.markOrphans(roots.orphans);
  }

  /** Globals of destroyed domains, as far as something points into their areas; what they lead to may point into others of them. */
  private markOrphans(orphans: readonly GlobalRoots[]): void {
    let rest = orphans;
    for (;;) {
      const reached = rest.filter((g) => this.areas.at(g.address)?.seen);
      if (reached.length === 0) return;
      rest = rest.filter((g) => !reached.includes(g));
      for (const g of reached) eachReference(g.refs, g.address, this.markAt);
      this.drain();
    }
  }

  /** Values of objects that are marked. They may lead to others with values. */
  markAttached(roots: Roots): void {
    for (let found = true; found; ) {
      found = false;
      for (const { owner, value } of roots.attached) {
        if (value === 0 || this.isMarked(value) || !this.isMarked(owner)) continue;
        this.markFrom(value);
        found = true;
      }
    }
    this.markOrphans(roots.orphans);
  }

  /** Marks the object and what it leads to. */
  markFrom(ref: number): void {
    this.mark(ref);
    this.drain();
  }

  /** Marks what an object leads to that is not marked itself, and stays so. */
  markBelow(ref: number): void {
    this.markFrom(ref);
    const { i32, kind, sizeClass, span } = this.blocks;
    const block = ref >>> BLOCK_SHIFT;
    const at = (ref - 4) >>> 2;
    i32[at]! &= ~MARK;
    this.marked[block]!--;
    const domain = i32[at]! & DOMAIN_MASK;
    this.accounts.liveBytes[domain]! -=
      kind[block] === BlockKind.Small ? CELL_BYTES[sizeClass[block]!]! : span[block]! * BLOCK_SIZE;
    this.accounts.liveObjects[domain]!--;
  }

  isMarked(ref: number): boolean {
    const kind = this.blocks.kind[ref >>> BLOCK_SHIFT];
    if (kind !== BlockKind.Small && kind !== BlockKind.Large) return true;
    return (this.blocks.i32[(ref - 4) >>> 2]! & MARK) !== 0;
  }

  private markStack(stack: StackRoots): void {
    const { i32, kind, sizeClass, head } = this.blocks;
    const end = stack.top() >>> 2;
    for (let at = stack.base >>> 2; at < end; at++) {
      const word = i32[at]! >>> 0;
      const block = word >>> BLOCK_SHIFT;
      switch (kind[block]) {
        case BlockKind.Small: {
          const size = CELL_SIZES[sizeClass[block]!]!;
          const cell = ((word & (BLOCK_SIZE - 1)) / size) | 0;
          if (cell >= CELLS_PER_BLOCK[sizeClass[block]!]!) break;
          const address = block * BLOCK_SIZE + cell * size;
          if (i32[address >>> 2] !== 0) this.mark(address + HEADER_SIZE);
          break;
        }
        case BlockKind.Large:
          this.mark(block * BLOCK_SIZE + HEADER_SIZE);
          break;
        case BlockKind.LargeRest:
          this.mark(head[block]! * BLOCK_SIZE + HEADER_SIZE);
          break;
        case BlockKind.Area:
          if (this.areas.orphans > 0) this.noteArea(word);
          break;
      }
    }
  }

  private readonly markAt = (address: number): void => {
    this.mark(this.blocks.i32[address >>> 2]! >>> 0);
  };

  /** `ref` is 0, a heap object's reference, or an address of static data. */
  private mark(ref: number): void {
    const { i32, kind, sizeClass, span } = this.blocks;
    const block = ref >>> BLOCK_SHIFT;
    const k = kind[block];
    if (k !== BlockKind.Small && k !== BlockKind.Large) {
      if (k === BlockKind.Area && this.areas.orphans > 0) this.noteArea(ref);
      return;
    }
    const at = (ref - 4) >>> 2;
    const word = i32[at]!;
    if ((word & MARK) !== 0) return;
    i32[at] = word | MARK;
    this.marked[block]!++;
    const domain = word & DOMAIN_MASK;
    this.accounts.liveBytes[domain]! +=
      k === BlockKind.Small ? CELL_BYTES[sizeClass[block]!]! : span[block]! * BLOCK_SIZE;
    this.accounts.liveObjects[domain]!++;
    if (this.shapes.scan[i32[i32[at - 1]! >>> 2]!] !== Scan.None) this.push(ref);
  }

  /**
   * Follows what is on the stack. The loop for the common case, references among the first words, is `mark` written out, with everything it uses at
   * hand: it is what a collection spends its time in.
   */
  private drain(): void {
    const { scan, mask } = this.shapes;
    const { i32, kind, sizeClass } = this.blocks;
    const { liveBytes, liveObjects } = this.accounts;
    const { marked } = this;
    // Imported names are looked up anew at each use.
    const [words, none, small, shift, bit, domainBits, cellBytes] = CONSTANTS;
    // Objects of one domain mostly lie together: their account is written when the domain changes.
    let account = 0;
    let bytes = 0;
    let objects = 0;
    while (this.depth > 0) {
      const from = this.stack[--this.depth]!;
      const typecode = i32[i32[(from >>> 2) - 2]! >>> 2]!;
      if (scan[typecode] !== words) {
        this.follow(typecode, from >>> 0);
        continue;
      }
      let at = from >>> 2;
      for (let rest = mask[typecode]!; rest !== 0; rest >>>= 1, at++) {
        if ((rest & 1) === 0) continue;
        const ref = i32[at]!;
        if (ref === 0) continue;
        const block = ref >>> shift;
        if (kind[block] !== small) {
          this.mark(ref >>> 0);
          continue;
        }
        const header = (ref >>> 2) - 1;
        const word = i32[header]!;
        if ((word & bit) !== 0) continue;
        i32[header] = word | bit;
        marked[block]!++;
        if ((word & domainBits) !== account) {
          liveBytes[account]! += bytes;
          liveObjects[account]! += objects;
          account = word & domainBits;
          bytes = 0;
          objects = 0;
        }
        bytes += cellBytes[sizeClass[block]!]!;
        objects++;
        if (scan[i32[i32[header - 1]! >>> 2]!] !== none) this.push(ref);
      }
    }
    liveBytes[account]! += bytes;
    liveObjects[account]! += objects;
  }

  private push(ref: number): void {
    if (this.depth === this.stack.length) {
      const larger = new Int32Array(2 * this.stack.length);
      larger.set(this.stack);
      this.stack = larger;
    }
    this.stack[this.depth++] = ref;
  }

  private follow(typecode: number, ref: number): void {
    const map = this.shapes.maps.get(typecode);
    switch (this.shapes.scan[typecode]) {
      case Scan.Text:
        this.followText(ref);
        break;
      case Scan.Runs:
        for (const run of map!) this.markRun(ref + run.offset, run.stride, run.count);
        break;
      case Scan.Map:
        eachReference(map!, ref, this.markAt);
        break;
      case Scan.WordElements:
      case Scan.MapElements:
        this.markElements(typecode, ref);
        break;
    }
  }

  private followText(ref: number): void {
    const { i32 } = this.blocks;
    if ((i32[(ref - 4) >>> 2]! & CONCATENATION) === 0) return;
    this.mark(i32[(ref + TEXT_LEFT) >>> 2]! >>> 0);
    this.mark(i32[(ref + TEXT_RIGHT) >>> 2]! >>> 0);
  }

  private markRun(address: number, stride: number, count: number): void {
    const { i32 } = this.blocks;
    for (let i = 0, at = address; i < count; i++, at += stride) {
      const ref = i32[at >>> 2]!;
      if (ref !== 0) this.mark(ref >>> 0);
    }
  }

  private markElements(typecode: number, ref: number): void {
    const { i32 } = this.blocks;
    const { dimensions, elementSize, dataOffset } = this.shapes.arrays.get(typecode)!;
    let count = 1;
    for (let d = 0; d < dimensions; d++) count *= i32[(ref >>> 2) + d]! >>> 0;
    const data = ref + dataOffset;
    if (this.shapes.scan[typecode] === Scan.MapElements) {
      const map = this.shapes.maps.get(typecode)!;
      for (let i = 0; i < count; i++) eachReference(map, data + i * elementSize, this.markAt);
      return;
    }
    // All references at the first place of the elements, then all at the second, ...
    for (let rest = this.shapes.mask[typecode]!, at = data; rest !== 0; rest >>>= 1, at += 4) {
      if ((rest & 1) !== 0) this.markRun(at, elementSize, count);
    }
  }

  private noteArea(address: number): void {
    const area = this.areas.at(address);
    if (area) area.seen = true;
  }
}
