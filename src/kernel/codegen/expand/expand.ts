/**
 * Small procedures in the place of their calls, in the instructions that the verifier hands on: so whatever is known at the call (constants, lengths, that a reference is not
 * NIL) reaches them, and nothing is paid for a frame.
 *
 * Arguments go into locals of the caller that stand for the callee's; but a constant, the address of a variable, or a local that keeps its value all the while, stands in the
 * place of a parameter that is never assigned. `return` leaves its operand, or becomes a branch to the end of a block.
 *
 * Only calls within a unit are expanded, and none in a unit's body where callers pay: what is told by the procedure (its unit, who pays) then stays the same. An exported
 * procedure is an event, and never expanded.
 */
import { BLOCK_VOID, opcode } from '../../../bytecode/opcodes.ts';
import { leavesNothing, type TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { FrameShape, LocalShape } from '../frame.ts';
import { type Program, procedureTypeOf } from '../program.ts';
import { scalarType } from '../signature.ts';
import { growthOf, growthOfFile, MAX_DEPTH, MAX_LOCALS, SMALL, TINY } from './budget.ts';
import { type Callee, calleeOf, MAX_BYTES, MAX_INSTRUCTIONS } from './callee.ts';
import { initialValue } from './initial.ts';
import type { Site } from './site.ts';

export interface Expansion {
  readonly instructions: readonly TypedInstruction[];
  /** The procedure's own, then those of what was expanded. */
  readonly locals: readonly LocalShape[];
  readonly sites: readonly Site[];
}

/** What pushes the operand that stands in the place of a parameter. */
type Source = Pick<TypedInstruction, 'op' | 'immediates' | 'outputs'>;

/** A procedure whose instructions are being written: the caller, or one that is expanded in it. */
interface Context {
  readonly own: number;
  readonly depth: number;
  /** What its heights, locals and offsets begin at. */
  readonly height: number;
  readonly local: number;
  readonly offset: number;
  readonly inLoop: boolean;
  readonly callee?: Callee;
  readonly sources: readonly (Source | undefined)[];
  /** Local for what it returns, unless that is left as an operand. */
  readonly result?: number;
}

const CODES = Object.fromEntries(
  'call return local.get local.set local.addr drop block loop if try end br int.const open subarray view.array readonly'
    .split(' ')
    .map((name) => [name, opcode(name).code]),
) as Record<string, number>;
const CALL = CODES['call']!;
const RETURN = CODES['return']!;
const GET = CODES['local.get']!;
const SET = CODES['local.set']!;
const ADDRESS = CODES['local.addr']!;
const LOOP = CODES['loop']!;
const END = CODES['end']!;
const OPENS = new Set([CODES['block'], LOOP, CODES['if'], CODES['try']]);
/** They push the same wherever they stand in one activation. */
const CONSTANT = new Set(
  'int.const bool.const real.const long.const set.const nil nil.proc text.const proc.const global.addr local.addr'
    .split(' ')
    .map((name) => opcode(name).code),
);

/** From an argument back to what has made it an array. */
const MAX_STEPS = 8;

export class Expander {
  readonly #program: Program;
  readonly #shapes: readonly FrameShape[];
  readonly #verified: (own: number) => readonly TypedInstruction[];
  readonly #callees = new Map<number, Callee | undefined>();
  /** Of small procedures. */
  readonly #instructions = new Map<number, readonly TypedInstruction[]>();
  #growth: number;

  /** `verified`: the instructions of one of the file's own procedures. */
  constructor(program: Program, shapes: readonly FrameShape[], verified: (own: number) => readonly TypedInstruction[]) {
    this.#program = program;
    this.#shapes = shapes;
    this.#verified = verified;
    this.#growth = growthOfFile(program.linked.module.procedures.reduce((n, { code }) => n + code.length, 0));
  }

  /** Whether the file may grow by so many instructions; if so, it does. */
  grow(instructions: number): boolean {
    if (instructions > this.#growth) return false;
    this.#growth -= instructions;
    return true;
  }

  /** Of one of the file's own procedures. Those of one that may be expanded are kept for its callers, and no others: they take many times the memory of the bytecode. */
  instructionsOf(own: number): readonly TypedInstruction[] {
    const known = this.#instructions.get(own);
    if (known) return known;
    const instructions = this.#verified(own);
    const { linked, importedProcedures } = this.#program;
    if (instructions.length > MAX_INSTRUCTIONS) this.#callees.set(own, undefined);
    else if (!linked.exported.has(own + importedProcedures)) this.#instructions.set(own, instructions);
    return instructions;
  }

  /** Undefined where there is nothing to expand. */
  expand(own: number, instructions: readonly TypedInstruction[]): Expansion | undefined {
    const { linked, importedProcedures } = this.#program;
    const def = linked.module.procedures[own]!;
    if (linked.callerPays && linked.module.units[def.unit]?.body === own + importedProcedures) return undefined;
    if (!instructions.some((i) => i.op === CALL && !i.unreachable && this.calleeOf(i, own))) return undefined;
    const writer = new Writer(this.#program, this, this.#shapes[own]!.locals, def.code.length, instructions.length);
    writer.write({ own, depth: 0, height: 0, local: 0, offset: 0, inLoop: false, sources: [] }, instructions);
    return writer.sites.length > 0 ? writer : undefined;
  }

  /** What a call in a procedure calls, if it may be expanded. */
  calleeOf(call: TypedInstruction, caller: number): Callee | undefined {
    const { linked, functions, importedProcedures } = this.#program;
    const proc = call.immediates[0] as number;
    const own = proc - importedProcedures;
    if (own < 0 || own === caller || !functions[own]) return undefined;
    if (linked.exported.has(proc) || linked.slots[proc] !== linked.codeSlots[own]) return undefined;
    const { procedures } = linked.module;
    const def = procedures[own]!;
    if (def.code.length > MAX_BYTES || def.unit !== procedures[caller]!.unit) return undefined;
    if (this.#callees.has(own)) return this.#callees.get(own);
    const callee = calleeOf(this.#program, own, this.#shapes[own]!, this.instructionsOf(own));
    this.#callees.set(own, callee);
    if (!callee) this.#instructions.delete(own);
    return callee;
  }
}

class Writer implements Expansion {
  readonly instructions: TypedInstruction[] = [];
  readonly locals: LocalShape[];
  readonly sites: Site[] = [];
  readonly #program: Program;
  readonly #expander: Expander;
  readonly #ownLocals: number;
  /** Procedures being written, outermost first. */
  readonly #active: Context[] = [];
  /** First of the locals of each procedure that was expanded: a later expansion takes the same. */
  readonly #localsOf = new Map<number, number>();
  /** By operand height: the instruction that has left what is there. */
  readonly #producers: number[] = [];
  /** By local: the last instruction that assigns it. */
  readonly #lastSet = new Map<number, number>();
  #growth: number;
  #nextOffset: number;

  constructor(program: Program, expander: Expander, locals: readonly LocalShape[], bytes: number, length: number) {
    this.#program = program;
    this.#expander = expander;
    this.locals = [...locals];
    this.#ownLocals = locals.length;
    this.#growth = growthOf(length);
    this.#nextOffset = bytes;
  }

  write(c: Context, instructions: readonly TypedInstruction[]): void {
    this.#active.push(c);
    const blocks: boolean[] = [];
    let loops = c.inLoop ? 1 : 0;
    for (const i of instructions) {
      if (OPENS.has(i.op)) {
        blocks.push(i.op === LOOP);
        if (i.op === LOOP) loops++;
      } else if (i.op === END && blocks.pop()) loops--;
      const callee = i.op === CALL && !i.unreachable ? this.#expandable(c, i, loops > 0) : undefined;
      if (callee) this.#expandCall(c, i, callee, loops > 0);
      else if (c.callee) this.#copy(c, i, blocks.length);
      else this.#push(i);
    }
    this.#active.pop();
  }

  #expandable(c: Context, i: TypedInstruction, inLoop: boolean): Callee | undefined {
    if (c.depth >= MAX_DEPTH) return undefined;
    const callee = this.#expander.calleeOf(i, c.own);
    if (!callee || this.#active.some((a) => a.own === callee.own)) return undefined;
    const size = callee.instructions.length;
    const isUsual = inLoop ? size <= SMALL : size <= TINY && !callee.loops;
    if (!isUsual && !(callee.loops && this.#hasKnownLength(c.height + i.height, i))) return undefined;
    const cost = size + callee.locals.length;
    if (cost > this.#growth || this.locals.length - this.#ownLocals + callee.locals.length >= MAX_LOCALS)
      return undefined;
    if (!this.#expander.grow(cost)) return undefined;
    this.#growth -= cost;
    return callee;
  }

  /** Whether an argument looks like an array with a constant number of elements, which a loop in the procedure may go through. It need not be one: no more than size is at stake. */
  #hasKnownLength(height: number, call: TypedInstruction): boolean {
    return call.inputs.some((o, n) => o.k === 'addr' && this.#isOfKnownLength(this.#producers[height + n]));
  }
  #isOfKnownLength(at: number | undefined): boolean {
    let known = at;
    for (let n = 0; n < MAX_STEPS && known !== undefined; n++) {
      const { op, immediates } = this.instructions[known]!;
      if (op === CODES['open']) return true;
      if (op === CODES['subarray']) return this.instructions[known - 1]!.op === CODES['int.const'];
      if (op === GET) known = this.#lastSet.get(immediates[0] as number);
      else if (op !== SET && op !== CODES['view.array'] && op !== CODES['readonly']) return false;
      if (op !== GET && known !== undefined) known--;
    }
    return false;
  }

  #push(i: TypedInstruction): void {
    const at = this.instructions.push(i) - 1;
    if (leavesNothing(i)) return;
    while (this.#producers.length > i.height) this.#producers.pop();
    for (let n = 0; n < i.outputs.length; n++) this.#producers[i.height + n] = at;
    if (i.op === SET) this.#lastSet.set(i.immediates[0] as number, at);
  }

  #emit(
    op: number,
    immediates: TypedInstruction['immediates'],
    inputs: TypedInstruction['inputs'],
    outputs: TypedInstruction['outputs'],
    height: number,
    offset: number,
  ): void {
    this.#push({ offset, op, immediates, inputs, outputs, height, unreachable: false });
  }

  /** An instruction of an expanded procedure. `depth`: how many of its blocks are open. */
  #copy(c: Context, i: TypedInstruction, depth: number): void {
    const offset = c.offset + i.offset;
    const height = c.height + i.height;
    if (i.op === RETURN && !i.unreachable) {
      if (c.result !== undefined) this.#emit(SET, [c.result], i.inputs, [], height, offset);
      this.#emit(CODES['br']!, [depth], [], [], height, offset);
      return;
    }
    let { op, immediates, outputs } = i;
    if (i.op === GET || i.op === SET || i.op === ADDRESS) {
      const local = i.immediates[0] as number;
      const source = i.op === GET ? c.sources[local] : undefined;
      if (source) ({ op, immediates, outputs } = source);
      else immediates = [c.local + local];
    }
    this.#push({ offset, op, immediates, inputs: i.inputs, outputs, height, unreachable: i.unreachable });
  }

  #expandCall(c: Context, i: TypedInstruction, callee: Callee, inLoop: boolean): void {
    const { own } = callee;
    const { code, type } = this.#program.linked.module.procedures[own]!;
    const { result } = procedureTypeOf(this.#program, type);
    const height = c.height + i.height;
    const call = c.offset + i.offset;
    const local = this.#localsFor(callee, i);
    const sources = this.#takeArguments(callee, i, height, local, call);
    for (const n of callee.initialised) {
      const shape = callee.locals[n]!;
      if (n < callee.parameters || shape.def.kind !== 'value') continue;
      const { op, immediates, outputs } = initialValue(shape);
      this.#emit(op, immediates, [], outputs, height, call);
      this.#emit(SET, [local + n], outputs, [], height, call);
    }
    const offset = this.#nextOffset;
    this.#nextOffset += code.length;
    this.sites.push({ start: offset, own, call });
    if (!callee.straight) this.#emit(CODES['block']!, [BLOCK_VOID], [], [], height, call);
    const resultLocal = result && !callee.straight ? local + callee.locals.length : undefined;
    this.write(
      { own, depth: c.depth + 1, height, local, offset, inLoop, callee, sources, result: resultLocal },
      callee.instructions,
    );
    if (resultLocal !== undefined) this.#emit(GET, [resultLocal], [], i.outputs, height, call);
  }

  /** The callee's locals, and one for its result. */
  #localsFor(callee: Callee, call: TypedInstruction): number {
    const known = this.#localsOf.get(callee.own);
    if (known !== undefined) return known;
    const first = this.locals.length;
    this.#localsOf.set(callee.own, first);
    const fleeting = callee.quiet;
    for (const l of callee.locals) this.locals.push({ ...l, fleeting });
    if (callee.straight || call.outputs.length === 0) return first;
    const { linked, entries } = this.#program;
    const { result } = procedureTypeOf(this.#program, linked.module.procedures[callee.own]!.type);
    const type = result!;
    const def = { kind: 'value', type: entries.get(type)!, captured: false, name: 'result' } as const;
    const word = scalarType(type)!;
    this.locals.push({ def, type, words: [word], fleeting: true });
    return first;
  }

  /** Puts the arguments into locals, or finds what stands in their place; by parameter. */
  #takeArguments(
    callee: Callee,
    i: TypedInstruction,
    height: number,
    local: number,
    call: number,
  ): (Source | undefined)[] {
    const sources: (Source | undefined)[] = [];
    for (let n = i.inputs.length - 1; n >= 0; n--) {
      const at = this.#producers[height + n];
      const source = callee.assigned.has(n) || at === undefined ? undefined : this.#sourceAt(at);
      sources[n] = source;
      if (source === undefined) this.#emit(SET, [local + n], [i.inputs[n]!], [], height + n, call);
      else if (at === this.instructions.length - 1) {
        this.instructions.pop();
        this.#producers.length = height + n;
      } else this.#emit(CODES['drop']!, [], [i.inputs[n]!], [], height + n, call);
    }
    return sources;
  }

  /** What an instruction has pushed, if the same can be had again anywhere in what is expanded next. */
  #sourceAt(at: number): Source | undefined {
    const i = this.instructions[at]!;
    if (CONSTANT.has(i.op)) return i;
    if (i.op !== GET) return undefined;
    const local = i.immediates[0] as number;
    const kept = (this.#lastSet.get(local) ?? -1) < at && this.#isOfActive(local);
    return kept ? i : undefined;
  }

  /** A local of another procedure may be that of a further expansion. */
  #isOfActive(local: number): boolean {
    if (local < this.#ownLocals) return true;
    return this.#active.some((a) => a.callee && local >= a.local && local < a.local + a.callee.locals.length);
  }
}
