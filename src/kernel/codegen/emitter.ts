/**
 * The WebAssembly of one procedure under construction, and what the families of operations (`ops/`) need to write it.
 *
 * Every operand of the bytecode stands on WebAssembly's own stack as the words that `wordsOf` lists. In addition an address may carry a constant
 * offset that has not been added yet: loads and stores fold it into their instruction. `offsets` holds it by operand height; the plan makes sure that
 * whoever cannot fold one never sees one.
 */

import type { ProcedureDef } from '../../bytecode/module.ts';
import type { Fault } from '../../bytecode/opcodes.ts';
import type { Operand, TypedInstruction } from '../../bytecode/verify/operands.ts';
import type { RuntimeType } from '../types/runtime-type.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import type { CountedLoop } from './counted.ts';
import { stackShare } from './engine-frame.ts';
import { ANY_INTEGER, type Condition, type Facts, type Interval, learnNonNil, meet, noFacts } from './facts.ts';
import type { FrameShape, ParameterWords } from './frame.ts';
import { type Narrowing, NOTHING_NARROW } from './narrow.ts';
import type { Strips } from './ops/strip.ts';
import type { Payment } from './payment.ts';
import type { OutputMark, Plan } from './plan.ts';
import { emitFault, type Program, typeOf, wordsOf } from './program.ts';
import type { Ranges } from './ranges/ranges.ts';
import { pushRegister } from './registers.ts';

export interface ControlFrame {
  readonly kind: 'block' | 'loop' | 'if' | 'try';
  /** Nesting of WebAssembly blocks just inside the one that a branch to this frame's label names. */
  readonly depth: number;
  /** Never reached: nothing of it is generated. */
  readonly dead: boolean;
  /** What was known where the frame began. */
  readonly facts: Facts;
  /** Emission time of the begin, to tell which locals have been assigned since. */
  readonly begun: number;
  /** `if` only: what holds in its first arm, and not in its second. */
  condition?: Condition;
  /** `loop` only: when it pays for its turns, and how much for each. */
  payment?: Payment;
  weight?: number;
  /** `loop` only: all of its iterations have been paid for, each with so much fuel. */
  prepaid?: CountedLoop & { readonly weight: number };
  /** `loop` only: it is cut into strips, which are paid one by one. */
  strips?: Strips;
  /** `try` only: a handler's conditional is open, or the guarded body still is. */
  handler?: 'body' | 'open' | 'all' | 'none';
}

/** Bounds of stacks are multiples of 8. */
const roundUp = (bytes: number): number => Math.ceil(bytes / 8) * 8;

export class Emitter {
  readonly program: Program;
  readonly def: ProcedureDef;
  /** Own index: procedure index less the imported ones. */
  readonly own: number;
  readonly shapes: readonly FrameShape[];
  readonly plan: Plan;
  readonly ranges: Ranges;
  readonly parameters: ParameterWords;
  readonly code: FunctionBody;
  /** It is a block of another function. */
  readonly inlined: boolean;
  /** First WebAssembly local of each local that has words. */
  readonly words: number[] = [];
  /** Local with the frame's address; only in framed procedures. */
  readonly frame: number;
  /** Local with the end of the frame, where it is not a constant distance away. */
  top: number | undefined;
  /** Locals with the exception that a `try` has caught last. */
  readonly caught: { readonly number: number; readonly argument: number };
  /** Which operands stand as i32 though they are integers. */
  narrowing: Narrowing = NOTHING_NARROW;
  /** Local with the fuel left of the current batch, in procedures with loops. */
  batch: number | undefined;

  /** Local with the value at which a counter ends the strip of its loop, in procedures with such loops. None of these has another one in it. */
  stop: number | undefined;
  /** Instructions of which nothing is generated, as another one has done it all: the last such range, its end excluded. */
  replaced = { from: 0, to: 0 };

  readonly control: ControlFrame[] = [];
  /** Those of them that have paid for iterations before they begin. */
  readonly paid: ControlFrame[] = [];
  depth = 0;
  readonly offsets: number[] = [];
  /** Number of the instruction being generated. */
  now = 0;
  /** Offset that the result of the current instruction carries. */
  resultOffset = 0;
  facts: Facts = noFacts();
  /** By local: the instruction that has assigned it last. */
  readonly lastSet: number[] = [];
  /** By operand height: the local whose value the operand is, and when it was read. */
  readonly sources: ({ readonly local: number; readonly read: number } | undefined)[] = [];
  /** By operand height: what is known of an integer beyond what the verifier says. */
  readonly intervals: (Interval | undefined)[] = [];
  /** Set by an instruction that knows more of its result. */
  resultInterval: Interval | undefined;
  /** The boolean on top of the stack, as far as the instruction before this one has said what it means. */
  condition: (Condition & { readonly made: number; readonly read: number }) | undefined;
  /** Set by an instruction whose result is the value of a local. */
  resultSource: number | undefined;

  /** Locals that a loop keeps for what has been computed before it, by their numbers in the plan. */
  private readonly hoisted: number[] = [];
  private readonly pools: { readonly type: ValType; readonly locals: number[]; used: number }[] = [];
  private readonly sizes: number[] = [];
  private readonly shares: { readonly at: number; readonly bytes: number }[] = [];
  private readonly kept: (number | undefined)[] = [];

  constructor(
    program: Program,
    own: number,
    shapes: readonly FrameShape[],
    procedurePlan: Plan,
    ranges: Ranges,
    parameters: ParameterWords,
    code: FunctionBody,
    inlined: boolean,
  ) {
    this.inlined = inlined;
    this.program = program;
    this.own = own;
    this.def = program.linked.module.procedures[own]!;
    this.shapes = shapes;
    this.plan = procedurePlan;
    this.ranges = ranges;
    this.parameters = parameters;
    this.code = code;
    this.shape.locals.forEach((local, n) => {
      const first = parameters.first[n];
      if (first !== undefined) this.words.push(first);
      else this.words.push(local.words.map((w) => code.local(w))[0] ?? -1);
    });
    this.frame = procedurePlan.framed ? code.local('i32') : -1;
    this.caught = procedurePlan.tries
      ? { number: code.local('i32'), argument: code.local('i64') }
      : { number: -1, argument: -1 };
    if (procedurePlan.loops.size > 0) this.batch = code.local('i32');
  }

  get shape(): FrameShape {
    return this.shapes[this.own]!;
  }

  type(index: number): RuntimeType {
    return typeOf(this.program, index);
  }

  wordsOf(operand: Operand): ValType[] {
    return wordsOf(this.program, operand);
  }

  /** Type of the variable whose address an operand is. */
  pointee(operand: Operand | undefined): RuntimeType {
    if (operand?.k !== 'addr') throw new Error('the operand is no address');
    return this.type(operand.type);
  }

  /** The domain that what is allocated here is charged to. */
  pushPayer(): void {
    const { linked } = this.program;
    const imported = linked.slots.length - linked.codeSlots.length;
    const isBody = linked.module.units[this.def.unit]?.body === imported + this.own;
    if (linked.callerPays && !isBody) pushRegister(this.code, 'payer');
    else this.code.i32(linked.domain);
  }

  fault(fault: Fault): void {
    emitFault(this.program, this.code, fault);
  }
  /** Takes a condition off the stack and raises the run-time error if it holds. */
  faultIf(fault: Fault): void {
    this.code.ifUnlikely();
    this.fault(fault);
    this.code.end();
  }

  /** Whether what the current instruction checks is proved. A build that watches memory checks it all the same. */
  leavesOutCheck(): boolean {
    return this.ranges.isProved(this.now) && this.program.disproved === undefined;
  }
  /** As `faultIf`, but for what was proved it is the proof that is wrong. */
  faultUnlessProved(fault: Fault): void {
    if (this.ranges.isProved(this.now)) this.disprovedIf();
    else this.faultIf(fault);
  }
  /** Takes a condition off the stack that contradicts a proof. */
  disprovedIf(): void {
    this.code
      .ifUnlikely()
      .i32(this.plan.instructions[this.now]!.offset)
      .call(this.program.disproved!)
      .op(Op.unreachable)
      .end();
  }

  /**
   * The reference in input `n`, which is in the given local, must not be NIL. A local that has been checked and not assigned since is not checked again.
   */
  checkNil(i: TypedInstruction, n: number, held: number): void {
    if (this.ranges.isNotNil(this.now, n)) return;
    const source = this.localOf(i, n);
    if (source && this.facts.nonNil.has(source.local)) return;
    this.code.get(held).op(Op.i32_eqz);
    this.faultIf('AttemptToDereferenceNIL');
    if (source) learnNonNil(this.facts, source.local);
  }
  /** Same for the reference on top of the stack, which stays there. */
  checkTopNil(i: TypedInstruction, n: number): void {
    if (this.ranges.isNotNil(this.now, n)) return;
    const source = this.localOf(i, n);
    if (source && this.facts.nonNil.has(source.local)) return;
    this.checkNil(i, n, this.teeTemp('i32'));
  }

  /** Between which bounds integer input `n` is known to lie. */
  intervalOf(i: TypedInstruction, n: number): Interval {
    const operand = i.inputs[n];
    const proved = operand?.k === 'int' ? operand : ANY_INTEGER;
    const found = this.intervals[i.height + n];
    const ranged = this.ranges.interval(this.now, n);
    const known = ranged ? meet(proved, ranged) : proved;
    return found ? meet(known, found) : known;
  }
  /** The local whose value input `n` still is. */
  localOf(i: TypedInstruction, n: number): { readonly local: number; readonly read: number } | undefined {
    const source = this.sources[i.height + n];
    return source && (this.lastSet[source.local] ?? -1) < source.read ? source : undefined;
  }
  /** What the boolean that is just being consumed says of a local, if it says something. */
  takeCondition(): Condition | undefined {
    const c = this.condition;
    return c && c.made === this.now - 1 && (this.lastSet[c.local] ?? -1) < c.read ? c : undefined;
  }

  /** A scratch local, free again when the next instruction begins. */
  temp(type: ValType): number {
    let pool = this.pools.find((known) => known.type === type);
    if (!pool) this.pools.push((pool = { type, locals: [], used: 0 }));
    if (pool.used === pool.locals.length) pool.locals.push(this.code.local(type));
    return pool.locals[pool.used++]!;
  }
  /** A scratch local that holds what is on top of the stack, which stays there. */
  teeTemp(type: ValType): number {
    const t = this.temp(type);
    this.code.tee(t);
    return t;
  }
  setTemp(type: ValType): number {
    const t = this.temp(type);
    this.code.set(t);
    return t;
  }
  /** Takes words off the stack into scratch locals; returns them in the order of the words. */
  setTemps(types: readonly ValType[]): number[] {
    const temps = types.map((t) => this.temp(t));
    for (const t of temps.toReversed()) this.code.set(t);
    return temps;
  }
  /** The local for a pointer or a length that a loop keeps. */
  hoistedAt(slot: number): number {
    return (this.hoisted[slot] ??= this.code.local('i32'));
  }
  /** Pushes the size of the frame, which is known when all of the procedure has been generated. */
  pushFrameSize(): void {
    this.sizes.push(this.code.i32Later());
  }
  /** Pushes, besides so many bytes, the engine's part of the stack for this procedure, which is known then, too. */
  pushShare(bytes: number): void {
    this.shares.push({ at: this.code.i32Later(), bytes });
  }
  /** Patches them in. Who calls others takes the engine's part of the stack, too. */
  settleFrameSize(): number {
    const { plan, code } = this;
    const locals = code.locals.reduce((n, type) => n + (type === 'v128' ? 2 : 1), 0);
    const share = stackShare(code.params.length, locals, plan.height);
    const rounded = roundUp(Math.max(plan.size, plan.calls ? share : 0));
    for (const at of this.sizes) code.patch(at, rounded);
    for (const { at, bytes } of this.shares) code.patch(at, roundUp(bytes + share));
    return rounded;
  }

  getAll(locals: readonly number[]): void {
    for (const l of locals) this.code.get(l);
  }
  beginInstruction(index: number): void {
    this.now = index;
    this.resultOffset = 0;
    this.resultSource = undefined;
    this.resultInterval = undefined;
    for (const pool of this.pools) pool.used = 0;
  }

  /** Offset that input `n` of the instruction carries. */
  offsetOf(i: TypedInstruction, n: number): number {
    return this.offsets[i.height + n] ?? 0;
  }
  /** Takes the offset of input `n`, and promises that the result carries it on. */
  passOffset(i: TypedInstruction, n = 0): void {
    this.resultOffset = this.offsetOf(i, n);
  }
  addConstant(value: number): void {
    if (value !== 0) this.code.i32(value).op(Op.i32_add);
  }

  /** Whether the plan wants an output of the current instruction as a plain address. */
  isFlat(output: number): boolean {
    return this.plan.marks.get(this.now * 2 + output)?.flat ?? false;
  }

  /** After an instruction with at most one result: what the plan wants done with it. */
  finish(i: TypedInstruction): void {
    const output = i.outputs[0];
    if (!output || i.outputs.length > 1) return;
    this.finishOutput(output, i.height, 0, this.resultOffset);
  }

  /** The operand on top of the stack has just been pushed at this height. */
  finishOutput(operand: Operand, height: number, output: number, offset: number): void {
    this.offsets[height] = offset;
    this.intervals[height] = this.resultInterval;
    this.sources[height] = this.resultSource === undefined ? undefined : { local: this.resultSource, read: this.now };
    const mark = this.plan.marks.get(this.now * 2 + output);
    if (mark) this.applyMark(mark, operand, height, offset);
  }

  private applyMark(mark: OutputMark, operand: Operand, height: number, offset: number): void {
    const add = mark.flat ? offset : 0;
    if (mark.flat) this.offsets[height] = 0;
    if (add === 0 && mark.spill === undefined && !mark.keep) return;
    const words = this.wordsOf(operand);
    const lengths = operand.k === 'addr' ? this.setTemps(words.slice(1)) : [];
    if (operand.k === 'exn') {
      if (mark.spill !== undefined) this.spillPayload(mark.spill);
      return;
    }
    this.addConstant(add);
    if (mark.keep) this.code.tee(this.keptAt(height));
    if (mark.spill !== undefined) {
      const t = this.teeTemp('i32');
      this.code.get(this.frame).get(t).memory(Op.i32_store, this.spillOffset(mark.spill));
    }
    this.getAll(lengths);
  }

  private spillPayload(slot: number): void {
    const origin = this.setTemp('externref');
    const argument = this.teeTemp('i64');
    this.code.get(this.frame).get(argument).memory(Op.i64_store32, this.spillOffset(slot)).get(origin);
  }
  private spillOffset(slot: number): number {
    return this.plan.spills + 4 * slot;
  }

  /** The local with the copy of the operand at that height, if the plan had it kept. */
  keptAt(height: number): number {
    return (this.kept[height] ??= this.code.local('i32'));
  }

  /** Makes the collector see what a local holds now. */
  rootLocal(n: number): void {
    const local = this.shape.locals[n]!;
    const first = this.words[n]!;
    if (local.offset !== undefined && local.def.kind !== 'memory') {
      local.words.forEach((_, w) => {
        this.code
          .get(this.frame)
          .get(first + w)
          .memory(Op.i32_store, local.offset! + 4 * w);
      });
      return;
    }
    const slot = this.plan.roots[n];
    if (slot === undefined) return;
    this.code.get(this.frame);
    if (this.shape.locals[n]!.def.kind === 'exception') this.code.get(first + 1).memory(Op.i64_store32, slot);
    else this.code.get(first).memory(Op.i32_store, slot);
  }
  /** Pushes what the collector must see and no frame holds; returns how many words. */
  pushUnsaved(): number {
    for (const n of this.plan.unsaved) {
      const first = this.words[n]!;
      if (this.shape.locals[n]!.def.kind === 'exception') this.code.get(first + 1).op(Op.i32_wrap_i64);
      else this.code.get(first);
    }
    if (!this.plan.unsavedResult) return this.plan.unsaved.length;
    this.code.get(this.parameters.result!);
    return this.plan.unsaved.length + 1;
  }
}

export type Handler = (e: Emitter, i: TypedInstruction) => void;
export type Handlers = Readonly<Record<string, Handler>>;

/** The immediate that the opcode table declares as a number. */
export function number(i: TypedInstruction, n = 0): number {
  return i.immediates[n] as number;
}
export function bigint(i: TypedInstruction, n = 0): bigint {
  return i.immediates[n] as bigint;
}
