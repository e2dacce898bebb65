/**
 * What must be known of a whole procedure before the first instruction of its WebAssembly is written: one pass over its instructions.
 *
 * The collector scans shadow stacks and sees neither WebAssembly locals nor the engine's operand stack. So a reference or address that is needed
 * after a point where a collection may happen must also stand in the frame:
 *
 * - locals that live across points that are passed often (calls, allocation) are written through at every assignment, and in a procedure with a TRY, whose guarded operations may
 *   fault and so allocate, all are. Those that live across loop heads or the entry only, where a collection is rare, are saved there, on the rare path; so are those that live across
 *   events which generated code does by itself in the usual cases (`inline.ts`), where no call is made but of these;
 * - operands that lie beneath such a point are stored by their producer, unless they come from a local that keeps the same object alive all the while.
 *
 * Besides, the pass finds which address operands may leave a constant offset to their consumer, and which operand is a method call's receiver.
 */
import { OPCODES, opcode } from '../../bytecode/opcodes.ts';
import { leavesNothing, type TypedInstruction } from '../../bytecode/verify/operands.ts';
import { type CountedLoop, countedLoop } from './counted.ts';
import { type FrameShape, holdsReference } from './frame.ts';
import { findInvariants } from './invariants/find.ts';
import type { Invariants } from './invariants/hoisted.ts';
import type { Jammed } from './jam/jammed.ts';
import { type LoopShape, loopsOf } from './loops.ts';
import { beyond, type Costs, fuelOf, PAID_AT_ENTRY, type Payment, paymentOf } from './payment.ts';
import { type Program, procedureTypeOf, typeOf, wordsOf } from './program.ts';
import { isShallow } from './shallow.ts';
import { shownLocals } from './shown.ts';
import { revealed, scalarType } from './signature.ts';
import { type CountingLoop, countingLoop } from './strip.ts';

export interface OutputMark {
  /** The consumer wants the plain address. */
  flat: boolean;
  /** Store the reference into this operand slot. */
  spill?: number;
  /** Keep a copy in a local: the operand is a receiver. */
  keep: boolean;
}

export interface LoopFacts extends LoopShape {
  /** Fuel of one iteration: for the instructions of the loop outside of inner ones, and for the first turns of those of these that pay where turns end. */
  readonly weight: number;
  readonly payment: Payment;
  /** The loop around it. */
  readonly outer: number | undefined;
  /** For a loop that counts to a constant from a constant. */
  readonly counted?: CountedLoop;
  /** For a loop that can be cut into strips. */
  readonly counting?: CountingLoop;
}

export interface Plan {
  readonly instructions: readonly TypedInstruction[];
  /** By instruction number times two plus output number. */
  readonly marks: ReadonlyMap<number, OutputMark>;
  readonly loops: ReadonlyMap<number, LoopFacts>;
  /** Per local: the instructions that assign it, in order. */
  readonly assignments: ReadonlyMap<number, readonly number[]>;
  readonly invariants: Invariants;
  /** Fuel of one activation: the instructions outside of loops. */
  readonly weight: number;
  /** That of loops which are written out: so much is paid also by a procedure that calls none. */
  readonly unrolled: number;
  readonly calls: boolean;
  /** It pays for its activation when it is entered, and may give control away there. */
  readonly paysAtEntry: boolean;
  /** Events that generated code does by itself are raised from a frame that is made for it. */
  readonly raisesRarely: boolean;
  /** Most words of operands on the stack. */
  readonly height: number;
  readonly tries: boolean;
  /** Per local and for the address of an aggregate result: offset of its slot for the collector, where it is written through. */
  readonly roots: readonly (number | undefined)[];
  readonly resultRoot?: number;
  /** Locals that loop heads, and events that are raised rarely, must show to the collector, and whether the address of an aggregate result is among that. */
  readonly unsaved: readonly number[];
  readonly unsavedResult: boolean;
  /** Parameters that the entry must show to it, in a procedure that pays there; the address of an aggregate result is among that if it has no slot. */
  readonly unsavedParameters: readonly number[];
  /** Frame offset of operand slot 0. */
  readonly spills: number;
  /** Frame offset of the closure record of each nested procedure that is made a value here. */
  readonly closures: ReadonlyMap<number, number>;
  /** A frame is set up at entry. */
  readonly framed: boolean;
  /** Bytes of the frame. */
  readonly size: number;
}

/** Traits of instructions. */
const Is = {
  /** The procedure may be switched away from, or the collector run, in the midst of it. */
  hot: 1,
  call: 2,
  /** Its own operands must survive as well. */
  keepsInputs: 4,
  /** Its result is the same object as its first input, or lies within it. */
  derived: 8,
  /** Its result lies outside of the collected heap, or something else keeps it alive. */
  rootless: 16,
  /** It takes a constant offset along with an address that is its first input. */
  folding: 32,
} as const;

const TRAITS: Readonly<Record<keyof typeof Is, string>> = {
  hot: 'call call.value call.method new new.open text.cat lock unlock try',
  call: 'call call.value call.method',
  keepsInputs: 'text.cat lock unlock assert_message',
  derived: 'field object.field deref element subarray open fix view view.array readonly dup narrow',
  rootless:
    'local.addr up.addr up.get global.addr text.const nil nil.proc proc.const closure this_module interface_unit',
  folding: 'load store field field.get field.set element dup drop readonly open array.length',
};

/** By opcode. */
const traits = Uint8Array.from(OPCODES, ({ name }) =>
  Object.entries(TRAITS).reduce(
    (all, [trait, names]) => (names.split(' ').includes(name) ? all | Is[trait as keyof typeof Is] : all),
    0,
  ),
);

const [LOOP, TRY, RAISE, COPY] = ['loop', 'try', 'raise', 'copy'].map((name) => opcode(name).code);
const [LOCAL_SET, LOCAL_GET, CLOSURE, CALL, CALL_METHOD] = [
  'local.set',
  'local.get',
  'closure',
  'call',
  'call.method',
].map((name) => opcode(name).code);

/** Whether a collection may happen at an instruction, other than on the way to a handler. */
export function collects(i: TypedInstruction): boolean {
  return i.op === LOOP || (traits[i.op]! & (Is.hot | Is.keepsInputs)) !== 0;
}

/** Where an operand's object is kept alive: nowhere else, always, or by a local as long as that is not assigned. */
type Root = 'none' | 'always' | number;

interface Entry {
  readonly producer: number;
  readonly output: number;
  readonly root: Root;
  readonly collectable: boolean;
  readonly address: boolean;
  /** Words beyond the first. */
  readonly more: number;
  wanted: boolean;
}

/** For numbers, too, of which nothing is wanted. */
const NOTHING: Entry = {
  producer: -1,
  output: 0,
  root: 'always',
  collectable: false,
  address: false,
  more: 0,
  wanted: false,
};

export function plan(
  p: Program,
  own: number,
  shape: FrameShape,
  all: readonly TypedInstruction[],
  jammed?: Jammed,
  costs?: Costs,
): Plan {
  const pass = new Pass(p, shape, loopsOf(all), jammed, costs);
  all.forEach((i, index) => {
    pass.step(i, index);
  });
  pass.truncate(0);
  for (const [begin, { of, times }] of jammed?.copies ?? [])
    pass.loops.set(begin, { ...pass.loops.get(begin)!, weight: pass.loops.get(of)!.weight * times });
  const first = new Map<number, number>();
  // Inner loops before those around them.
  for (const [begin, loop] of pass.loops) {
    const counted = loop.simple ? countedLoop(all, begin, loop.end, pass.assignments) : undefined;
    const counting = loop.simple && loop.innermost ? countingLoop(all, begin, loop.end, pass.assignments) : undefined;
    const weight = loop.weight + (first.get(begin) ?? 0);
    const known = { ...loop, weight, counted, counting };
    const payment = paymentOf(known, jammed?.copies.has(begin) ?? false);
    pass.loops.set(begin, { ...known, payment });
    const { outer } = loop;
    if (payment === 'ends' && outer !== undefined) first.set(outer, (first.get(outer) ?? 0) + weight);
  }
  return layOut(p, own, shape, all, pass);
}

class Pass {
  readonly marks = new Map<number, OutputMark>();
  readonly loops = new Map<number, LoopFacts>();
  readonly nested = new Set<number>();
  calls = false;
  tries = false;
  hot = false;
  rare = false;
  /** Instructions that are `hot`, and calls of events that generated code does by itself. */
  readonly points: number[] = [];
  /** Locals that keep alive what an operand refers to. */
  readonly keepers = new Set<number>();
  spilled = 0;
  height = 0;
  private readonly p: Program;
  private readonly shape: FrameShape;
  private readonly stack: Entry[] = [];
  /** Words of the operands beyond one each. */
  private more = 0;
  readonly assignments = new Map<number, number[]>();
  /** Operands below this height are known to be wanted where they can be. */
  private covered = 0;
  private readonly shapes: ReadonlyMap<number, LoopShape>;
  /** Loops that are open, innermost last. */
  private readonly open: number[] = [];
  /** Instructions of the loops that are open; the first counts what is in none. */
  private readonly weights = [0];
  private nextEnd = -1;
  private readonly jammed: Jammed | undefined;
  private readonly costs: Costs | undefined;
  /** Fuel of loops that are written out and in no other one. */
  unrolled = 0;

  constructor(
    p: Program,
    shape: FrameShape,
    shapes: ReadonlyMap<number, LoopShape>,
    jammed: Jammed | undefined,
    costs: Costs | undefined,
  ) {
    this.p = p;
    this.shape = shape;
    this.shapes = shapes;
    this.jammed = jammed;
    this.costs = costs;
  }

  step(i: TypedInstruction, index: number): void {
    const { op } = i;
    const isRare = this.isRare(i);
    const is = isRare ? 0 : traits[op]!;
    if (index === this.nextEnd) this.endLoop();
    if (leavesNothing(i)) return;
    if (i.unreachable) {
      this.alignTo(i.height);
      this.produce(i, index, is, undefined);
      return;
    }
    if (op === LOOP) this.beginLoop(index);
    if (!this.jammed?.isExtra(index)) this.weights[this.weights.length - 1]!++;
    const cost = this.costs?.get(i);
    if (cost) {
      this.weights[this.weights.length - 1]! += beyond(cost);
      if (this.open.length === 0) this.unrolled += cost.fuel;
    }
    this.safepoint(i, is, index, isRare);
    const first = this.consume(i, is);
    if (op === LOCAL_SET) {
      const local = i.immediates[0] as number;
      const known = this.assignments.get(local);
      if (known) known.push(index);
      else this.assignments.set(local, [index]);
    }
    if (op === CLOSURE) this.nested.add(i.immediates[0] as number);
    this.produce(i, index, is, first);
  }

  private beginLoop(begin: number): void {
    this.open.push(begin);
    this.weights.push(0);
    this.nextEnd = this.shapes.get(begin)!.end;
  }
  private endLoop(): void {
    const begin = this.open.pop()!;
    const outer = this.open[this.open.length - 1];
    const weight = fuelOf(this.weights.pop()!);
    this.loops.set(begin, { ...this.shapes.get(begin)!, weight, payment: 'heads', outer });
    this.nextEnd = outer === undefined ? -1 : this.shapes.get(outer)!.end;
  }

  get weight(): number {
    return this.weights[0]!;
  }

  /** A call of an event that generated code does by itself. */
  private isRare({ op, immediates, unreachable }: TypedInstruction): boolean {
    if (op !== CALL || unreachable) return false;
    const { inlines, slots } = this.p.linked;
    const proc = immediates[0] as number;
    return proc < this.p.importedProcedures && inlines.has(slots[proc]!);
  }

  private safepoint(i: TypedInstruction, is: number, index: number, isRare: boolean): void {
    const boxed = i.op === RAISE && i.inputs[0]?.k === 'addr';
    if (is & Is.call) this.calls = true;
    if (i.op === TRY) this.tries = true;
    const hot = (is & Is.hot) !== 0 || boxed;
    if (hot) this.hot = true;
    if (isRare) this.rare = true;
    if (hot || isRare) this.points.push(index);
    if (!hot && !isRare && i.op !== LOOP && !(is & Is.keepsInputs)) return;
    const covered = i.height + (boxed || is & Is.keepsInputs ? i.inputs.length : 0);
    for (; this.covered < covered; this.covered++) {
      const e = this.stack[this.covered];
      if (e) e.wanted = e.collectable && e.root !== 'always';
    }
  }

  /** Returns what the first input was. */
  private consume(i: TypedInstruction, is: number): Entry | undefined {
    const { stack } = this;
    const base = i.height;
    this.alignTo(base, base + i.inputs.length);
    if (this.covered > base) this.covered = base;
    const receiver = i.op === CALL_METHOD ? base + receiverPosition(this.p, i) : -1;
    // What natives are given stays where the collector sees it: they look at it in between their own allocations.
    const isNative = i.op === CALL && (i.immediates[0] as number) < this.p.importedProcedures;
    let first: Entry | undefined;
    // One by one, which takes the engine less time than a new length.
    while (stack.length > base) {
      const e = (first = stack.pop()!);
      const at = stack.length;
      if (e === NOTHING) continue;
      this.retire(e, at);
      if (e.address && !this.folds(i, is, at - base)) this.mark(e).flat = true;
      if (at === receiver) this.mark(e).keep = true;
      if (isNative && typeof e.root === 'number') this.keepers.add(e.root);
    }
    return first;
  }

  private folds(i: TypedInstruction, is: number, input: number): boolean {
    if (i.op === COPY) return copiesInRegisters(this.p, i);
    return input === 0 && (is & Is.folding) !== 0;
  }

  private produce(i: TypedInstruction, index: number, is: number, first: Entry | undefined): void {
    for (let output = 0; output < i.outputs.length; output++) {
      const o = i.outputs[output]!;
      if (o.k === 'int' || o.k === 'bool') {
        this.stack.push(NOTHING);
        continue;
      }
      let root: Root = 'none';
      if (is & Is.rootless) root = 'always';
      else if (i.op === LOCAL_GET) root = this.rootOf(i.immediates[0] as number);
      else if (is & Is.derived && first) root = this.stillRooted(first) ? first.root : 'none';
      const collectable =
        o.k === 'addr' || o.k === 'exn' || o.k === 'proc' || (o.k === 'ref' && holdsReference(typeOf(this.p, o.type)));
      const more = o.k === 'addr' || o.k === 'exn' ? wordsOf(this.p, o).length - 1 : 0;
      this.more += more;
      this.stack.push({ producer: index, output, root, collectable, address: o.k === 'addr', more, wanted: false });
    }
    this.height = Math.max(this.height, this.stack.length + this.more);
  }

  private rootOf(local: number): Root {
    return this.shape.locals[local]!.fleeting ? 'none' : local;
  }

  private stillRooted(e: Entry): boolean {
    return typeof e.root !== 'number' || (this.assignments.get(e.root)?.at(-1) ?? -1) < e.producer;
  }

  /** A block that no path leaves may end lower than it would have; what is missing is dead. */
  private alignTo(least: number, most = least): void {
    this.truncate(most);
    while (this.stack.length < least) this.stack.push(NOTHING);
  }

  truncate(height: number): void {
    while (this.stack.length > height) {
      const e = this.stack.pop()!;
      this.retire(e, this.stack.length);
    }
    this.covered = Math.min(this.covered, height);
  }

  /** The operand's life is over; whether it needed a slot is known only now. */
  private retire(e: Entry, height: number): void {
    this.more -= e.more;
    if (!e.wanted) return;
    if (typeof e.root === 'number' && this.stillRooted(e)) {
      this.keepers.add(e.root);
      return;
    }
    this.mark(e).spill = height;
    this.spilled = Math.max(this.spilled, height + 1);
  }

  private mark(e: Entry): OutputMark {
    const key = e.producer * 2 + e.output;
    let m = this.marks.get(key);
    if (!m) {
      m = { flat: false, keep: false };
      this.marks.set(key, m);
    }
    return m;
  }

  get needsFrame(): boolean {
    return this.hot || this.spilled > 0 || this.nested.size > 0;
  }
}

/** Position of the receiver among a method call's inputs: after the address for an aggregate result. */
export function receiverPosition(p: Program, i: TypedInstruction): number {
  const object = revealed(typeOf(p, i.immediates[0] as number));
  const signature = object.kind === 'object' ? object.methods[i.immediates[1] as number]?.signature : undefined;
  return signature?.kind === 'procedure' && signature.result && !scalarType(signature.result) ? 1 : 0;
}

/** Small aggregates are copied through locals, so that both addresses may carry an offset. */
export const COPY_IN_REGISTERS = 64;
export function copiesInRegisters(p: Program, i: TypedInstruction): boolean {
  const target = i.inputs[0];
  if (target?.k !== 'addr') return false;
  const type = typeOf(p, target.type);
  return type.kind !== 'openarray' && p.layout.layoutOf(type).size <= COPY_IN_REGISTERS;
}

function layOut(p: Program, own: number, shape: FrameShape, all: readonly TypedInstruction[], pass: Pass): Plan {
  const type = procedureTypeOf(p, p.linked.module.procedures[own]!.type);
  let size = shape.size;
  const word = (): number => {
    size += 4;
    return size - 4;
  };
  const shown = shownLocals(shape, type.params.length, all, pass);
  const writeThrough = pass.needsFrame || shown.tooMany;
  const raisesRarely = pass.rare && !writeThrough;
  const calls = pass.calls || (pass.rare && writeThrough);
  const roots = shape.locals.map((l, n) => (shown.rooted.has(n) ? (l.offset ?? word()) : undefined));
  const result = type.result;
  const aggregate = result !== undefined && !scalarType(result);
  const resultRoot = writeThrough && aggregate ? word() : undefined;
  const spills = size;
  size += 4 * pass.spilled;
  size = Math.ceil(size / 8) * 8;
  const closures = new Map<number, number>();
  for (const proc of pass.nested) {
    closures.set(proc, size);
    size += 8;
  }
  const openCopy = shape.locals.some((l) => l.def.kind === 'memory' && l.type.kind === 'openarray');
  const isDeep = calls && !isShallow(p, own);
  const weight = fuelOf(pass.weight);
  const framed = shape.enclosing || size > 0 || openCopy || pass.tries || isDeep;
  return {
    instructions: all,
    marks: pass.marks,
    loops: pass.loops,
    assignments: pass.assignments,
    invariants: findInvariants({ program: p, shape, all, loops: pass.loops, assignments: pass.assignments }),
    weight,
    unrolled: pass.unrolled,
    calls,
    paysAtEntry: calls || weight - pass.unrolled >= PAID_AT_ENTRY,
    raisesRarely,
    height: pass.height,
    tries: pass.tries,
    roots,
    resultRoot,
    unsaved: shown.atHeads,
    unsavedResult: (pass.loops.size > 0 || raisesRarely) && aggregate && resultRoot === undefined,
    unsavedParameters: shown.atEntry,
    spills,
    closures,
    framed,
    size: Math.ceil(size / 8) * 8,
  };
}
