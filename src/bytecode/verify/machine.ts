/**
 * The abstract machine that runs a procedure's code once, on types instead of values.
 *
 * Inside: operand stack, control frames, which locals are set, which exceptions may be in flight. Not inside: what each instruction
 * does with them (`ops/`). The scheme is that of WebAssembly's validation (appendix A.3 of its specification), but code that no path reaches is not typed:
 * `reachable` is exact for structured control.
 */
import type { ImmediateValue } from '../instruction.ts';
import { LIMITS } from '../limits.ts';
import type { LocalDef, ProcedureDef } from '../module.ts';
import type { OpcodeInfo } from '../opcodes.ts';
import type { ProcedureTypeDef, TypeIndex } from '../types.ts';
import { type ModuleContext, operandName, typeName } from './context.ts';
import { ANY_EXCEPTION, type Operand } from './operands.ts';
import {
  type AddrOperand,
  ANY_INT,
  addressOf,
  BOOL,
  covers,
  type ExnOperand,
  type IntOperand,
  isReference,
  isSubtype,
  operandOf,
  type ProcOperand,
  type RefOperand,
  resolve,
  type SetOperand,
  sameType,
} from './relations.ts';

/** A broken rule, caught by `verifyProcedure`. */
export class VerifyFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type FrameKind = 'procedure' | 'block' | 'loop' | 'if' | 'else' | 'try' | 'catch' | 'catch_all';

/** A block that has begun and not ended. */
export interface Frame {
  kind: FrameKind;
  /** It leaves a BOOLEAN. */
  readonly result: boolean;
  /** Height of the operand stack around it. */
  readonly base: number;
  /** Height of `setLog` at its begin: what was set inside counts as unset after each of its arms. */
  readonly sets: number;
  /** Whether its begin is reached. */
  readonly entered: boolean;
  /** Whether its end is reached by some arm or branch. */
  ended: boolean;
  /** Of a `try` whose handlers have begun: what its body may raise and no handler so far takes. */
  body?: RaiseSet;
}

/** Exceptions that may be in flight, and the lists that have been added already (adding one twice would cost its length twice). */
export class RaiseSet {
  // Most procedures raise nothing.
  #exceptions: Map<number, number> | undefined;
  #added: Set<object> | undefined;

  /** With the offset of an instruction that may raise it. */
  get exceptions(): Map<number, number> {
    return (this.#exceptions ??= new Map());
  }
  set exceptions(all: Map<number, number>) {
    this.#exceptions = all;
  }
  get added(): Set<object> {
    return (this.#added ??= new Set());
  }
  get isEmpty(): boolean {
    return this.#exceptions === undefined;
  }
}

/** The operands that an instruction takes and leaves. */
export class OperandTrace {
  readonly #taken: Operand[] = [];
  readonly #left: Operand[] = [];
  #takenCount = 0;
  #leftCount = 0;

  begin(): void {
    this.#takenCount = 0;
    this.#leftCount = 0;
  }

  take(operand: Operand): void {
    this.#taken[this.#takenCount++] = operand;
  }

  leave(operand: Operand): void {
    this.#left[this.#leftCount++] = operand;
  }

  /** Deepest first, as the last was taken first. */
  inputs(): readonly Operand[] {
    const taken = this.#taken;
    switch (this.#takenCount) {
      case 0:
        return NO_OPERANDS;
      case 1:
        return listOf(taken[0]!);
      case 2:
        return taken[0] === ANY_INT && taken[1] === ANY_INT ? TWO_INTEGERS : [taken[1]!, taken[0]!];
      default:
        return taken.slice(0, this.#takenCount).reverse();
    }
  }

  outputs(): readonly Operand[] {
    const left = this.#left;
    switch (this.#leftCount) {
      case 0:
        return NO_OPERANDS;
      case 1:
        return listOf(left[0]!);
      default:
        return left.slice(0, this.#leftCount);
    }
  }
}

/** Made once for all: most operands are one of these. */
const NO_OPERANDS: readonly Operand[] = [];
const ONE_INTEGER: readonly Operand[] = [ANY_INT];
const TWO_INTEGERS: readonly Operand[] = [ANY_INT, ANY_INT];
const ONE_BOOLEAN: readonly Operand[] = [BOOL];

function listOf(operand: Operand): readonly Operand[] {
  return operand === ANY_INT ? ONE_INTEGER : operand === BOOL ? ONE_BOOLEAN : [operand];
}

export class Machine {
  readonly context: ModuleContext;
  /** Position among the own procedures. */
  readonly position: number;
  readonly procedure: ProcedureDef;
  readonly type: ProcedureTypeDef;
  readonly ephemeral: boolean;
  readonly functional: boolean;

  readonly stack: Operand[] = [];
  readonly frames: Frame[] = [];
  reachable = true;
  /** Where an exception raised here goes is last: the innermost body of a `try`, else the procedure. */
  readonly raising: RaiseSet[] = [];

  /** Per local: whether it is set here (always true for locals that start with a value). */
  readonly isSet: boolean[];
  readonly setLog: number[] = [];
  /** Per exception local: what it may hold, and whether it was read since it was set. */
  get held(): Map<number, { raises: Set<number>; read: boolean }> {
    return (this.#held ??= new Map());
  }
  /** In FUNCTIONAL procedures, per `address` local: whether it holds own memory. Its first assignment decides. */
  get holdsOwn(): Map<number, boolean> {
    return (this.#holdsOwn ??= new Map());
  }
  // Few procedures need these.
  #held: Map<number, { raises: Set<number>; read: boolean }> | undefined;
  #holdsOwn: Map<number, boolean> | undefined;

  /** Where somebody wants to see what each instruction takes and leaves. */
  trace: OperandTrace | undefined;

  /** The instruction at work. */
  info!: OpcodeInfo;
  offset = 0;
  immediates: readonly ImmediateValue[] = [];

  constructor(context: ModuleContext, position: number) {
    this.context = context;
    this.position = position;
    this.procedure = context.module.procedures[position]!;
    this.type = context.spaces.types[this.procedure.type] as ProcedureTypeDef;
    this.functional = this.type.functional;
    this.ephemeral = this.type.ephemeral || this.functional;
    const parameters = this.type.params.length;
    this.isSet = this.procedure.locals.map((l, i) => i < parameters || l.kind === 'value' || l.kind === 'memory');
    this.enter('procedure', false);
  }

  fail(code: string, message: string): never {
    throw new VerifyFailure(code, message);
  }

  // Immediates

  index(position: number): number {
    return this.immediates[position] as number;
  }

  int(position: number): bigint {
    return this.immediates[position] as bigint;
  }

  local(index: number): LocalDef {
    return this.procedure.locals[index]!;
  }

  typeName(type: TypeIndex): string {
    return typeName(this.context, type);
  }

  name(operand: Operand): string {
    return operandName(this.context, operand);
  }

  // Operands

  push(operand: Operand): void {
    if (this.stack.length >= LIMITS.stackHeight) this.fail('B2209', `more than ${LIMITS.stackHeight} operands`);
    this.stack.push(operand);
    this.trace?.leave(operand);
  }

  /** The address of a variable of the type. */
  pushAddress(type: TypeIndex, readonly: boolean, own: boolean): void {
    this.push(addressOf(this.context.table, type, readonly, own));
  }

  pop(): Operand {
    if (this.stack.length <= this.innermost.base) this.fail('B2207', `${this.info.name} finds no operand in its block`);
    const operand = this.stack.pop()!;
    this.trace?.take(operand);
    return operand;
  }

  /** One by one, which takes the engine less time than a new length: there are few, if any. */
  #cut(height: number): void {
    const { stack } = this;
    while (stack.length > height) stack.pop();
  }

  #popKind(kind: Operand['k']): Operand {
    const operand = this.pop();
    if (operand.k !== kind) this.fail('B2301', `${this.info.name} wants ${kind}, found ${this.name(operand)}`);
    return operand;
  }

  popInt(): IntOperand {
    return this.#popKind('int') as IntOperand;
  }

  popBool(): void {
    this.#popKind('bool');
  }

  popFloat(kind: 'real' | 'long'): void {
    this.#popKind(kind);
  }

  popExn(): ExnOperand {
    return this.#popKind('exn') as ExnOperand;
  }

  popRef(): RefOperand {
    return this.#popKind('ref') as RefOperand;
  }

  /** A reference that belongs to the type. */
  popRefTo(type: TypeIndex): RefOperand {
    const operand = this.popRef();
    if (!isSubtype(this.context.table, operand.type, type)) this.#wrongRef(operand, type);
    return operand;
  }

  popProc(): ProcOperand {
    return this.#popKind('proc') as ProcOperand;
  }

  popSet(type: TypeIndex): SetOperand {
    const operand = this.#popKind('set') as SetOperand;
    if (!sameType(this.context.table, operand.type, type)) {
      this.fail('B2303', `${this.info.name} wants a ${this.typeName(type)}, found ${this.name(operand)}`);
    }
    return operand;
  }

  popAddr(): AddrOperand {
    return this.#popKind('addr') as AddrOperand;
  }

  /** The address of a variable of exactly that type. */
  popVariable(type: TypeIndex): AddrOperand {
    const operand = this.popAddr();
    if (!sameType(this.context.table, operand.type, type)) {
      this.fail(
        'B2303',
        `${this.info.name} wants the address of a ${this.typeName(type)}, found ${this.name(operand)}`,
      );
    }
    return operand;
  }

  /** It is about to be written. */
  mustWrite(address: AddrOperand): void {
    if (address.readonly) this.fail('B2401', `${this.info.name} writes through a ${this.name(address)}`);
    if (this.functional && !address.own) {
      this.fail(
        'B2602',
        `${this.info.name} writes outside the procedure's own locals, but the procedure is FUNCTIONAL`,
      );
    }
  }

  /** It leaves the sight of this procedure (as an argument, or in a local): the mark of a possible closure would be lost. */
  mustHandOn(address: AddrOperand): void {
    if (address.closure)
      this.fail('B2501', `${this.info.name} hands on the address of a procedure parameter, which may hold a closure`);
  }

  /** The operand may become the value of a variable of the scalar type. With `closures`, a nested procedure may, too. */
  mustAssign(operand: Operand, type: TypeIndex, closures = false): void {
    const target = operandOf(this.context.table, type);
    if (!target) this.fail('B2405', `${this.info.name} wants a scalar, but ${this.typeName(type)} is an aggregate`);
    if (operand.k !== target.k)
      this.fail('B2301', `${this.info.name} wants ${this.name(target)}, found ${this.name(operand)}`);
    if (operand.k === 'int') {
      const bounds = target as IntOperand;
      if (operand.lo < bounds.lo || operand.hi > bounds.hi) {
        this.fail(
          'B2302',
          `${this.info.name} wants an integer within ${bounds.lo}..${bounds.hi}, found ${this.name(operand)}`,
        );
      }
    } else if (operand.k === 'set') {
      // Packed storage holds a value of its base.
      const { type: set } = target as SetOperand;
      if (!sameType(this.context.table, operand.type, set)) {
        this.fail('B2303', `${this.info.name} wants a ${this.typeName(set)}, found ${this.name(operand)}`);
      }
    } else if (operand.k === 'ref') {
      if (!isSubtype(this.context.table, operand.type, type)) this.#wrongRef(operand, type);
    } else if (operand.k === 'proc') {
      if (!covers(this.context.table, operand.type, type)) {
        this.fail('B2504', `${this.info.name}: ${this.typeName(type)} does not cover ${this.name(operand)}`);
      }
      const room = closures && resolve(this.context.table, type).kind === 'procedure';
      if (operand.closure && !room)
        this.fail('B2501', `${this.info.name} would let a procedure that may be nested escape`);
    }
  }

  #wrongRef(operand: RefOperand, type: TypeIndex): never {
    this.fail('B2304', `${this.info.name} wants a ${this.typeName(type)}, found ${this.name(operand)}`);
  }

  // Types named by instructions

  /** The definition of the type that an immediate names, through revelations; of one of the kinds. */
  typeOf<K extends ReturnType<typeof resolve>['kind']>(
    position: number,
    ...kinds: readonly K[]
  ): Extract<ReturnType<typeof resolve>, { kind: K }> {
    const type = this.index(position);
    const def = resolve(this.context.table, type);
    if (!kinds.includes(def.kind as K)) {
      this.fail('B2305', `${this.info.name} wants the type to be ${kinds.join(' or ')}, not ${this.typeName(type)}`);
    }
    return def as Extract<ReturnType<typeof resolve>, { kind: K }>;
  }

  referenceType(position: number): TypeIndex {
    const type = this.index(position);
    if (!isReference(resolve(this.context.table, type))) {
      this.fail('B2305', `${this.info.name} wants a reference type, not ${this.typeName(type)}`);
    }
    return type;
  }

  // Control

  get innermost(): Frame {
    return this.frames[this.frames.length - 1]!;
  }

  enter(kind: FrameKind, result: boolean): void {
    if (this.frames.length > LIMITS.blockNesting)
      this.fail('B2204', `more than ${LIMITS.blockNesting} blocks within each other`);
    if (kind === 'procedure' || kind === 'try') this.raising.push(new RaiseSet());
    this.frames.push({
      kind,
      result,
      base: this.stack.length,
      sets: this.setLog.length,
      entered: this.reachable,
      ended: false,
    });
  }

  /** The innermost block, which the arm before the instruction at work leaves. Pops its result where a path arrives. */
  endArm(): Frame {
    const frame = this.innermost;
    if (this.reachable) {
      if (frame.result) this.popBool();
      if (this.stack.length !== frame.base) {
        this.fail('B2205', `${this.stack.length - frame.base} operands are left at ${this.info.name}`);
      }
      frame.ended = true;
    }
    this.#cut(frame.base);
    this.unset(frame.sets);
    return frame;
  }

  /** The target of a branch; `label` counts outward from 0. */
  target(label: number): Frame {
    // The procedure itself is no label: `return` leaves it.
    const frame = label < this.frames.length - 1 ? this.frames[this.frames.length - 1 - label] : undefined;
    return (
      frame ?? this.fail('B2203', `${this.info.name} ${label}: only ${this.frames.length - 1} blocks are around it`)
    );
  }

  /** The paths end here; what follows up to the end of the arm is dead. */
  stop(): void {
    this.#cut(this.innermost.base);
    this.reachable = false;
  }

  // Locals

  markSet(local: number): void {
    if (this.isSet[local]) return;
    this.isSet[local] = true;
    this.setLog.push(local);
  }

  unset(height: number): void {
    while (this.setLog.length > height) {
      const local = this.setLog.pop()!;
      this.isSet[local] = false;
      this.#held?.delete(local);
    }
  }

  mustBeSet(local: number): void {
    if (!this.isSet[local]) this.fail('B2208', `${this.info.name}: local ${local} is not set on every path to here`);
  }

  // Exceptions

  /** Any of these may be raised here. Implicit exceptions pass everywhere and are not noted. */
  mayRaise(list: Iterable<number> & object): void {
    const into = this.raising.at(-1)!;
    if (into.added.has(list)) return;
    into.added.add(list);
    for (const e of list) {
      if (into.exceptions.has(e)) continue;
      if (e === ANY_EXCEPTION || !this.context.spaces.exceptions[e]!.implicit) into.exceptions.set(e, this.offset);
    }
  }

  /** A procedure of that type is called here. */
  mayRaiseOf(type: ProcedureTypeDef): void {
    if (type.raises === 'any') this.mayRaise(ANY_RAISED);
    else if (type.raises.length > 0) this.mayRaise(type.raises);
  }
}

const ANY_RAISED: readonly number[] = [ANY_EXCEPTION];
