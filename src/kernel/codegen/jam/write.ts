/**
 * Writes a nest of loops so that turns of its outer loop run side by side, as long as there are enough of them; the last ones are left to the nest as it was.
 *
 *     if conditions
 *       block
 *         loop
 *           counters of the other turns
 *           before, entry, inner loop     what varies once for each turn, the rest once
 *           after                         for each turn
 *           br_if                         not as many turns are left
 *           step by as many turns
 *           br
 *         end
 *       end
 *       the end of the outer loop, if it has come; else a step
 *     end
 *     loop …
 *
 * The last of the turns has the nest's own locals; so they are what they would be when it is over.
 */
import { BLOCK_VOID, opcode } from '../../../bytecode/opcodes.ts';
import type { Operand, TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { ANY_INT } from '../../../bytecode/verify/relations.ts';
import type { LocalShape } from '../frame.ts';
import type { Amount } from '../strip.ts';
import { type Condition, reach } from './conditions.ts';
import type { Copy, Jammed } from './jammed.ts';
import type { Lane, Lanes } from './lanes.ts';
import type { Nest, Statement } from './nest.ts';
import { type Check, GET, SET } from './rules.ts';
import type { Study } from './study.ts';

const code = (name: string): number => opcode(name).code;
const [TRUE, CONST, ADD, SUB, LESS, BLOCK, LOOP, IF, END, BR, BR_IF] = [
  'bool.const',
  'int.const',
  'int.add',
  'int.sub',
  'int.lt',
  'block',
  'loop',
  'if',
  'end',
  'br',
  'br_if',
].map(code) as [number, number, number, number, number, number, number, number, number, number, number];

const [REAL_ADD, LONG_ADD] = ['real.add', 'long.add'].map(code) as [number, number];

export interface Jam {
  readonly nest: Nest;
  readonly study: Study;
  readonly width: number;
  readonly conditions: readonly Condition[];
  /** How the inner loop computes numbers of several turns at a time, if it can. */
  readonly lanes: Lanes | undefined;
}

type Part = Pick<Statement, 'from' | 'to'>;

/** What the locals of a turn are called where that is not their own name. */
type Names = ReadonlyMap<number, number>;

const BOOL: Operand = { k: 'bool' };
const REAL: Operand = { k: 'real' };
const LONG: Operand = { k: 'long' };
const NO_NAMES: Names = new Map();
const EFFECTS: Readonly<Record<number, readonly [inputs: readonly Operand[], outputs: readonly Operand[]]>> = {
  [TRUE]: [[], [BOOL]],
  [CONST]: [[], [ANY_INT]],
  [GET]: [[], [ANY_INT]],
  [SET]: [[ANY_INT], []],
  [ADD]: [[ANY_INT, ANY_INT], [ANY_INT]],
  [SUB]: [[ANY_INT, ANY_INT], [ANY_INT]],
  [LESS]: [[ANY_INT, ANY_INT], [BOOL]],
  [IF]: [[BOOL], []],
  [BR_IF]: [[BOOL], []],
  [REAL_ADD]: [[REAL, REAL], [REAL]],
  [LONG_ADD]: [[LONG, LONG], [LONG]],
};

export class Writer implements Jammed {
  readonly instructions: TypedInstruction[] = [];
  readonly locals: LocalShape[];
  readonly conditions = new Map<number, readonly Condition[]>();
  readonly proofs = new Map<number, Check>();
  readonly lanes = new Map<number, Lane>();
  readonly copies = new Map<number, Copy>();
  private readonly all: readonly TypedInstruction[];
  /** First of what is not the procedure's own, and the first after that, in turn. */
  private readonly extras: number[] = [];
  private next = 0;
  /** Of what is written besides. */
  private offset = 0;
  private height = 0;

  constructor(all: readonly TypedInstruction[], locals: readonly LocalShape[]) {
    this.all = all;
    this.locals = [...locals];
  }

  isExtra(at: number): boolean {
    return this.extras.findLastIndex((from) => from <= at) % 2 === 0;
  }

  /** Everything up to here as it was. */
  copyTo(to: number): void {
    for (; this.next < to; this.next++) this.instructions.push(this.all[this.next]!);
  }

  /** Nests come in order, and none lies within another. */
  jam(jam: Jam): void {
    const { nest, width } = jam;
    const { outer, begin, loop } = nest;
    const first = this.all[begin]!;
    this.copyTo(begin);
    this.offset = first.offset;
    this.height = first.height;
    this.extras.push(this.instructions.length);
    this.conditions.set(this.instructions.length, jam.conditions);
    this.emit(TRUE, 1);
    this.emit(IF, BLOCK_VOID);
    this.emit(BLOCK, BLOCK_VOID);
    const at = this.instructions.length;
    this.emit(LOOP, BLOCK_VOID);
    const inner = this.turns(jam);
    this.distanceIsLess(jam, reach(outer, 2 * width));
    this.emit(BR_IF, 1);
    this.step(outer.counter, outer.step.constant * BigInt(width));
    this.emit(BR, 0);
    this.emit(END);
    this.emit(END);
    this.goOn(jam);
    this.emit(END);
    const own = this.instructions.length;
    this.extras.push(own);
    this.copies.set(at, { of: own, times: width });
    this.copies.set(inner, { of: own + loop - begin, times: width });
    this.copyTo(nest.end + 1);
  }

  /** Returns where the inner loop begins. */
  private turns(jam: Jam): number {
    const { nest, study, width } = jam;
    const { counter, step } = nest.outer;
    const turns = Array.from({ length: width }, (_, t) => this.localsOf(study, counter, t, width));
    turns.forEach((names, t) => {
      if (t === 0) return;
      const local = names.get(counter)!;
      const by = step.constant * BigInt(t);
      this.get(counter);
      this.emit(CONST, by);
      this.emit(ADD);
      this.emit(SET, local);
    });
    const together = (statements: readonly Statement[]): void => {
      for (const s of statements) {
        const isShared = !s.sets.some((local) => study.own.has(local));
        for (const names of isShared ? turns.slice(0, 1) : turns) this.statement(s, names, study);
      }
    };
    together(nest.before);
    const registers = this.registers(jam, turns);
    this.join(jam, registers, turns);
    this.copy(nest.block);
    together(nest.entry);
    const inner = this.instructions.length;
    this.copy(nest.loop);
    if (registers.length > 0) this.inLanes(jam, registers, turns);
    else together(nest.body);
    this.copy(nest.loopEnd - 1);
    this.copy(nest.loopEnd);
    this.copy(nest.loopEnd + 1);
    this.part(jam, registers, turns);
    for (const names of turns) for (const s of nest.after) this.statement(s, names, study);
    return inner;
  }

  /** Names of locals that hold the numbers of several turns, which begin with the turn that has the other names. */
  private registers({ lanes }: Jam, turns: readonly Names[]): Names[] {
    if (!lanes) return [];
    return turns
      .filter((_, t) => t % lanes.count === 0)
      .map((turn) => {
        const held = lanes.locals.map((local): [number, number] => {
          const shape: LocalShape = { ...this.locals[local]!, words: ['v128'] };
          return [local, this.locals.push(shape) - 1];
        });
        return new Map([...turn, ...held]);
      });
  }

  /** Puts the numbers of turns into registers. */
  private join({ lanes }: Jam, registers: readonly Names[], turns: readonly Names[]): void {
    registers.forEach((names, r) => {
      for (const local of lanes!.locals) {
        const operand = this.operandOf(local);
        for (let lane = 0; lane < lanes!.count; lane++) {
          const turn = turns[r * lanes!.count + lane]!;
          if (lane === 0) this.lanes.set(this.instructions.length, { kind: 'splat' });
          this.move(GET, turn.get(local) ?? local, operand);
          if (lane === 0) continue;
          this.lanes.set(this.instructions.length, { kind: 'join', lane });
          this.emit(operand.k === 'real' ? REAL_ADD : LONG_ADD);
        }
        this.move(SET, names.get(local)!, operand);
      }
    });
  }
  /** Takes them out of registers. */
  private part({ lanes }: Jam, registers: readonly Names[], turns: readonly Names[]): void {
    registers.forEach((names, r) => {
      for (const local of lanes!.locals)
        for (let lane = 0; lane < lanes!.count; lane++) {
          const operand = this.operandOf(local);
          this.lanes.set(this.instructions.length, { kind: 'part', lane });
          this.move(GET, names.get(local)!, operand);
          this.move(SET, turns[r * lanes!.count + lane]!.get(local) ?? local, operand);
        }
    });
  }
  private operandOf(local: number): Operand {
    const { type } = this.locals[local]!;
    return type.kind === 'float' && type.def === 'real' ? REAL : LONG;
  }

  /** What the inner loop does for all lanes at a time, and once for all turns. */
  private inLanes({ nest, study, lanes }: Jam, registers: readonly Names[], turns: readonly Names[]): void {
    for (const s of nest.body) {
      if (!s.sets.some((local) => study.own.has(local))) {
        this.statement(s, NO_NAMES, study);
        continue;
      }
      if (!s.sets.some((local) => lanes!.locals.includes(local))) {
        for (const names of turns) this.statement(s, names, study);
        continue;
      }
      registers.forEach((names, r) => {
        for (let at = s.from; at < s.to; at++) {
          const last = lanes!.single.get(at);
          if (last !== undefined) {
            this.eachLane({ from: at, to: last + 1 }, turns.slice(r * lanes!.count, (r + 1) * lanes!.count), study);
            at = last;
            continue;
          }
          const lane = lanes!.lanes.get(at);
          if (lane) this.lanes.set(this.instructions.length, lane);
          this.statement({ from: at, to: at + 1 }, names, study);
        }
      });
    }
  }

  /** What computes a number, for each lane. */
  private eachLane(part: Part, turns: readonly Names[], study: Study): void {
    const last = this.all[part.to - 1]!;
    const { height } = this;
    turns.forEach((names, lane) => {
      this.statement(part, names, study, lane > 0 ? 1 : 0);
      if (lane === 0) {
        this.lanes.set(this.instructions.length - 1, { kind: 'splat' });
        return;
      }
      this.lanes.set(this.instructions.length, { kind: 'join', lane });
      this.height = last.height + 2;
      this.emit(last.outputs[0]!.k === 'real' ? REAL_ADD : LONG_ADD);
    });
    this.height = height;
  }

  private localsOf({ own }: Study, counter: number, turn: number, width: number): Names {
    const names = new Map<number, number>();
    const copy = (local: number): void => {
      names.set(local, this.locals.push(this.locals[local]!) - 1);
    };
    if (turn > 0) copy(counter);
    if (turn < width - 1) own.forEach(copy);
    return names;
  }

  /** `lifted`: with so many operands more below it. */
  private statement({ from, to }: Part, names: Names, { checks }: Study, lifted = 0): void {
    for (let at = from; at < to; at++) {
      const check = checks.get(at);
      if (check) this.proofs.set(this.instructions.length, check);
      const i = this.all[at]!;
      const name = i.op === GET || i.op === SET ? names.get(i.immediates[0] as number) : undefined;
      const height = i.height + lifted;
      if (name === undefined) this.instructions.push(lifted === 0 ? i : { ...i, height });
      else this.instructions.push({ ...i, immediates: [name], height });
    }
  }

  private copy(at: number): void {
    this.instructions.push(this.all[at]!);
  }

  /** After the last turns that ran side by side. */
  private goOn({ nest, width }: Jam): void {
    const { outer } = nest;
    const { step, counter, exit, place } = outer;
    const by = step.constant * BigInt(width);
    if (place === 'latch') {
      this.distanceIsLess({ nest }, by);
      this.emit(IF, BLOCK_VOID);
      this.step(counter, by - step.constant);
      this.emit(BR, (this.all[exit]!.immediates[0] as number) + 1);
      this.emit(END);
    }
    this.step(counter, by);
  }

  /** Whether the counter is not as far from the limit. */
  private distanceIsLess({ nest }: Pick<Jam, 'nest'>, than: bigint): void {
    const { limit, counter } = nest.outer;
    this.amount(limit);
    this.get(counter);
    this.emit(SUB);
    this.emit(CONST, than);
    this.emit(LESS);
  }
  private step(counter: number, by: bigint): void {
    this.get(counter);
    this.emit(CONST, by);
    this.emit(ADD);
    this.emit(SET, counter);
  }
  private amount(amount: Amount): void {
    if ('constant' in amount) this.emit(CONST, amount.constant);
    else this.get(amount.local);
  }
  private get(local: number): void {
    this.emit(GET, local);
  }

  /** Of a local that holds no integer. */
  private move(op: number, local: number, operand: Operand): void {
    const [inputs, outputs] = op === GET ? [[], [operand]] : [[operand], []];
    const height = this.height - inputs.length;
    this.height = height + outputs.length;
    this.instructions.push({
      offset: this.offset,
      op,
      immediates: [local],
      inputs,
      outputs,
      height,
      unreachable: false,
    });
  }

  private emit(op: number, ...immediates: (number | bigint)[]): void {
    const [inputs, outputs] = EFFECTS[op] ?? [[], []];
    const known = op === CONST ? [{ k: 'int', lo: immediates[0], hi: immediates[0] } as Operand] : outputs;
    const before = this.instructions[this.instructions.length - 1];
    const height = this.height - inputs.length;
    this.height = height + outputs.length;
    const unreachable = op === END && before?.op === BR;
    this.instructions.push({ offset: this.offset, op, immediates, inputs, outputs: known, height, unreachable });
  }
}
