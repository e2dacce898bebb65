/**
 * Addresses in loops that need not be computed anew in each iteration: one pass over the instructions of a procedure, before anything of it is written.
 *
 * The address of an element is the sum of where the array begins and of each index times a distance. Where every index is made of locals that the loop does not assign, or only
 * moves by constants, that sum is kept in a WebAssembly local, a *pointer*: it is computed before the loop, and moves with its locals (strength reduction). The engine does neither.
 *
 * What can fault stays where it was. A pointer is made without a look at memory, and is plain nonsense as long as the checks in the loop have not been passed; its arithmetic is
 * modulo 2**32, as that of addresses is, so it is right again once its indices are. Likewise the lengths of an open array in the heap, which never change, are read before
 * the loop if the reference is not NIL by then, and used after it has been seen not to be.
 *
 * The collector finds the object by the local that the address comes from, which the loop does not assign; objects do not move.
 */
import { opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { openArrayDataOffset } from '../../heap/layout.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { fixedCount, lowest } from '../array-shape.ts';
import type { FrameShape } from '../frame.ts';
import { type Program, typeOf } from '../program.ts';
import { lastNotAfter } from '../search.ts';
import { openDimensions, revealed } from '../signature.ts';
import { affineOperand, increment, type Movement } from './affine.ts';
import type { HoistedIndex, HoistedLengths, Invariants, Origin, Pointer, PointerUse, Preheader } from './hoisted.ts';

/** Registers are few; and code must not grow with the product of pointers and assignments. */
const MAX_POINTERS = 8;
const MAX_LENGTHS = 6;
const MAX_MOVES = 4;
/** Of an outermost loop with all that are in it: every local takes room in the engine's frame. */
const MAX_SLOTS = 100;
/** Instructions on the way to one address, without those that make indices. */
const MAX_STEPS = 12;
/** Offsets beyond this are left to the instructions themselves. */
const MAX_OFFSET = 2 ** 28;

const { code: BLOCK } = opcode('block');
const { code: LOOP } = opcode('loop');
const { code: IF } = opcode('if');
const { code: TRY } = opcode('try');
const { code: END } = opcode('end');
const { code: BR } = opcode('br');
const { code: BR_IF } = opcode('br_if');
const { code: BR_TABLE } = opcode('br_table');
const { code: GET } = opcode('local.get');
const { code: LOCAL_ADDR } = opcode('local.addr');
const { code: GLOBAL_ADDR } = opcode('global.addr');
const { code: DEREF } = opcode('deref');
const { code: OBJECT_FIELD } = opcode('object.field');
const { code: FIELD } = opcode('field');
const { code: READONLY } = opcode('readonly');
const { code: ELEMENT } = opcode('element');

interface Loop {
  readonly begin: number;
  readonly end: number;
  /** Nesting of blocks within it. */
  depth: number;
  /** Blocks from this depth on are not gone through in every iteration. */
  conditional: number;
  readonly preheader: Preheader;
  readonly known: Map<string, Pointer>;
  readonly movements: Map<number, Movement>;
}

/** An address, as far as it has been followed. */
interface Path {
  readonly origin: Origin;
  readonly lengths: HoistedLengths | undefined;
  readonly dimensions: number;
  /** Of the variable that it has come to. */
  type: RuntimeType;
  /** The instruction after it. */
  next: number;
  offset: number;
  dimension: number;
  readonly steps: { readonly at: number; readonly dimension: number }[];
  readonly indices: HoistedIndex[];
  /** By local: by how many bytes the address moves when that grows by one. */
  readonly terms: Map<number, bigint>;
}

export interface Scope {
  readonly program: Program;
  readonly shape: FrameShape;
  readonly all: readonly TypedInstruction[];
  /** By the instruction that begins a loop: the one that ends it. */
  readonly loops: ReadonlyMap<number, { readonly end: number }>;
  /** Per local: the instructions that assign it, in order. */
  readonly assignments: ReadonlyMap<number, readonly number[]>;
}

export function findInvariants(scope: Scope): Invariants {
  if (scope.loops.size === 0 || !scope.all.some(isOfArrays)) return NOTHING;
  const search = new Search(scope);
  search.run();
  return search;
}

const NOTHING: Invariants = { preheaders: new Map(), uses: new Map(), derefs: new Map(), moves: new Map() };

/** Without such an instruction there is nothing to find. */
function isOfArrays({ op }: TypedInstruction): boolean {
  return op === ELEMENT || op === DEREF;
}

class Search implements Invariants {
  readonly preheaders = new Map<number, Preheader>();
  readonly uses = new Map<number, PointerUse>();
  readonly derefs = new Map<number, HoistedLengths>();
  readonly moves = new Map<number, { pointer: Pointer; by: number }[]>();
  private readonly scope: Scope;
  private readonly open: Loop[] = [];
  /** Scratch locals that the outermost open loop and those in it use. */
  private slots = 0;
  /** By instruction: where the innermost loop around it begins. */
  private readonly within: Int32Array;

  constructor(scope: Scope) {
    this.scope = scope;
    this.within = new Int32Array(scope.all.length);
  }

  run(): void {
    const { all, loops } = this.scope;
    this.nest();
    for (let at = 0; at < all.length; at++) {
      const i = all[at]!;
      const loop = this.open[this.open.length - 1];
      if (i.op === LOOP && loops.has(at)) this.begin(at);
      else if (loop && at === loop.end) this.finish(loop);
      else if (loop) {
        follow(loop, i);
        if (!i.unreachable) at = this.pointer(loop, at) ?? at;
      }
    }
  }

  private nest(): void {
    const { all, loops } = this.scope;
    const around: number[] = [];
    let begin = -1;
    for (let at = 0; at < all.length; at++) {
      const { op } = all[at]!;
      if (op === LOOP && loops.has(at)) around.push((begin = at));
      this.within[at] = begin;
      if (op !== END || loops.get(begin)?.end !== at) continue;
      around.pop();
      begin = around[around.length - 1] ?? -1;
    }
  }

  private begin(at: number): void {
    this.open.push({
      begin: at,
      end: this.scope.loops.get(at)!.end,
      depth: 0,
      conditional: Number.POSITIVE_INFINITY,
      preheader: { lengths: [], pointers: [] },
      known: new Map(),
      movements: new Map(),
    });
  }

  private finish(loop: Loop): void {
    this.open.pop();
    if (this.open.length === 0) this.slots = 0;
    const { pointers, lengths } = loop.preheader;
    if (pointers.length + lengths.length > 0) this.preheaders.set(loop.begin, loop.preheader);
  }

  /** Looks for a pointer on the way that begins with this instruction; returns the last instruction of that. */
  private pointer(loop: Loop, at: number): number | undefined {
    const path = this.origin(loop, at);
    if (!path) return undefined;
    let goesOn = true;
    while (goesOn && path.steps.length < MAX_STEPS) goesOn = this.extend(loop, path);
    if (path.indices.length === 0) return undefined;
    const pointer = this.share(loop, path);
    if (!pointer) return undefined;
    const last = path.next - 1;
    const { offset } = path;
    for (const { at, dimension } of path.steps) this.uses.set(at, { pointer, last: at === last, offset, dimension });
    return last;
  }

  /** The way to a variable whose place the loop does not change, without a look at memory. */
  private origin(loop: Loop, at: number): Path | undefined {
    const { all, shape, program } = this.scope;
    const { op, immediates, outputs } = all[at]!;
    if (op === GLOBAL_ADDR)
      return this.path({ kind: 'zero' }, at, at, program.linked.globals[immediates[0] as number]!);
    const local = immediates[0] as number;
    if (op === LOCAL_ADDR) {
      const { words, offset } = shape.locals[local]!;
      if (words.length === 0) return this.path({ kind: 'frame' }, at, at, offset!);
      return this.path({ kind: 'local', local }, at, at, 0);
    }
    if (op !== GET || shape.locals[local]!.fleeting) return undefined;
    const isAddress = outputs[0]!.k === 'addr';
    const through = all[at + 1]!;
    if (!isAddress && through.op !== OBJECT_FIELD && through.op !== DEREF) return undefined;
    if (this.movement(loop, local)?.length !== 0) return undefined;
    const origin: Origin = { kind: 'local', local };
    if (isAddress) return this.path(origin, at, at, 0);
    if (through.op === OBJECT_FIELD) return this.path(origin, at, at + 1, this.fieldOffset(through));
    const target = through.op === DEREF ? through.outputs[0] : undefined;
    if (target?.k !== 'addr') return undefined;
    const dimensions = openDimensions(typeOf(program, target.type));
    if (dimensions === 0) return this.path(origin, at, at + 1, 0);
    const lengths = this.lengths(loop, local, dimensions);
    if (!lengths) return undefined;
    this.derefs.set(at + 1, lengths);
    return this.path(origin, at, at + 1, openArrayDataOffset(dimensions), lengths);
  }

  /** After the instructions from `from` up to `last`. */
  private path(origin: Origin, from: number, last: number, offset: number, lengths?: HoistedLengths): Path | undefined {
    const address = this.scope.all[last]!.outputs[0];
    if (address?.k !== 'addr') return undefined;
    const type = typeOf(this.scope.program, address.type);
    const steps = (from === last ? [from] : [from, last]).map((at) => ({ at, dimension: 0 }));
    const dimensions = openDimensions(type);
    return {
      origin,
      lengths,
      dimensions,
      type,
      next: last + 1,
      offset,
      dimension: 0,
      steps,
      indices: [],
      terms: new Map(),
    };
  }

  private fieldOffset(i: TypedInstruction): number {
    const { program } = this.scope;
    const [type, field] = i.immediates as [number, number];
    return program.layout.fieldPlace(revealed(typeOf(program, type)), field).offset;
  }

  /** Goes on to an element of the variable, maybe of a field of it; false, and nothing is changed, where that does not go into a pointer. */
  private extend(loop: Loop, path: Path): boolean {
    const { all, program } = this.scope;
    let { next, type, offset } = path;
    const fields: Path['steps'] = [];
    while (all[next]!.op === FIELD || all[next]!.op === READONLY) {
      const i = all[next]!;
      const output = i.outputs[0]!;
      if (i.unreachable || output.k !== 'addr' || fields.length === MAX_STEPS) return false;
      if (i.op === FIELD) offset += this.fieldOffset(i);
      type = typeOf(program, output.type);
      fields.push({ at: next++, dimension: path.dimension });
    }
    const index = affineOperand(all, next, ELEMENT, (local) => this.movement(loop, local));
    if (!index || (type.kind !== 'array' && type.kind !== 'openarray')) return false;
    const {
      inputs: [array],
      outputs: [element],
    } = all[index.to]!;
    const place = program.layout.elementPlace(type);
    // What stands in the place of a parameter has a type of its own.
    if (array?.k !== 'addr' || typeOf(program, array.type) !== type) return false;
    if (element?.k !== 'addr' || place.bits !== undefined) return false;
    const rows = path.dimension + 1;
    const isRow = type.kind === 'openarray' && rows < path.dimensions;
    const low = lowest(type);
    const { constant, terms } = index.value;
    if (constant !== undefined) {
      const n = constant - low;
      const count = type.kind === 'array' ? BigInt(fixedCount(type)) : BigInt(MAX_OFFSET);
      if (isRow || n < 0n || n >= count) return false;
      offset += Number(n) * place.size;
    } else if (isRow && terms.size > 0) return false;
    if (offset > MAX_OFFSET) return false;
    if (constant === undefined) {
      path.indices.push({ from: next, to: index.to, low, size: place.size, rows: isRow ? rows : path.dimensions });
      for (const [local, factor] of terms)
        path.terms.set(local, (path.terms.get(local) ?? 0n) + factor * BigInt(place.size));
    }
    path.steps.push(...fields, { at: index.to, dimension: path.dimension });
    path.type = typeOf(program, element.type);
    path.offset = offset;
    path.next = index.to + 1;
    if (type.kind === 'openarray') path.dimension++;
    return true;
  }

  /** The pointer that the loop has for this way, or a new one. */
  private share(loop: Loop, path: Path): Pointer | undefined {
    const key = this.key(path);
    const known = loop.known.get(key);
    if (known) return known;
    const { pointers } = loop.preheader;
    if (pointers.length === MAX_POINTERS || this.slots >= MAX_SLOTS || isConditional(loop)) return undefined;
    const { origin, lengths, dimensions, indices } = path;
    const pointer = { origin, lengths, dimensions, indices, slot: this.slots++ };
    pointers.push(pointer);
    loop.known.set(key, pointer);
    for (const [local, bytes] of path.terms)
      for (const { at, by } of this.movement(loop, local)!) {
        const moves = this.moves.get(at) ?? [];
        this.moves.set(at, moves);
        moves.push({ pointer, by: Number(BigInt.asIntN(32, bytes * by)) });
      }
    return pointer;
  }

  /** Same for what is at the same place but for the offset. */
  private key({ origin, dimensions, indices }: Path): string {
    const from = origin.kind === 'local' ? `${origin.local}:${dimensions}` : origin.kind;
    const all = indices.map(({ from, to, low, size, rows }) => {
      const made = this.scope.all.slice(from, to).map(({ op, immediates }) => `${op} ${immediates.join(' ')}`);
      return `${made.join()}-${low}*${size}*${rows}`;
    });
    return [from, ...all].join(';');
  }

  private lengths(loop: Loop, local: number, dimensions: number): HoistedLengths | undefined {
    const { lengths } = loop.preheader;
    const known = lengths.find((l) => l.local === local);
    if (known) return known.slots.length === dimensions ? known : undefined;
    const all = lengths.reduce((n, l) => n + l.slots.length, dimensions);
    if (all > MAX_LENGTHS || this.slots + dimensions > MAX_SLOTS || isConditional(loop)) return undefined;
    const slots = Array.from({ length: dimensions }, () => this.slots++);
    const made = { local, slots };
    lengths.push(made);
    return made;
  }

  private movement(loop: Loop, local: number): Movement {
    if (loop.movements.has(local)) return loop.movements.get(local);
    const found = this.look(loop, local);
    loop.movements.set(local, found);
    return found;
  }

  private look({ begin, end }: Loop, local: number): Movement {
    const all = this.scope.assignments.get(local) ?? [];
    const moves: { at: number; by: bigint }[] = [];
    for (let n = lastNotAfter(all, (at) => at, begin) + 1; n < all.length && all[n]! < end; n++) {
      const by = increment(this.scope.all, all[n]!);
      if (by === undefined || moves.length === MAX_MOVES || this.within[all[n]!] !== begin) return undefined;
      moves.push({ at: all[n]!, by });
    }
    return moves;
  }
}

/** What is not done in every iteration is not worth doing before the first. */
function isConditional(loop: Loop): boolean {
  return loop.depth >= loop.conditional;
}

/** Keeps count of blocks in the loop, and of those that control may go past. */
function follow(loop: Loop, i: TypedInstruction): void {
  const skip = (label: number): void => {
    if (label < loop.depth) loop.conditional = Math.min(loop.conditional, loop.depth - label);
  };
  switch (i.op) {
    case IF:
    case TRY:
      loop.depth++;
      loop.conditional = Math.min(loop.conditional, loop.depth);
      break;
    case BLOCK:
    case LOOP:
      loop.depth++;
      break;
    case END:
      if (loop.depth === loop.conditional) loop.conditional = Number.POSITIVE_INFINITY;
      loop.depth--;
      break;
    case BR:
    case BR_IF:
      if (!i.unreachable) skip(i.immediates[0] as number);
      break;
    case BR_TABLE:
      if (!i.unreachable) for (const label of i.immediates[1] as readonly number[]) skip(label);
  }
}
