/**
 * Arithmetic on words of 32 bits, as programs write it with INTEGER and Word: of what is masked to 32 bits in the end, only the low 32 bits are computed. The engine then
 * sees rotations in what would be shifts of 64 bits.
 *
 * A pass forward over the instructions of a procedure finds who makes each operand, and what is known of its value; a pass backward finds which operands are wanted as their
 * low 32 bits only. Such an operand stands as an i32 on WebAssembly's stack: its producer works on 32 bits (`ops/narrow.ts`), or what it leaves is cut. Locals keep 64 bits.
 *
 * That is begun where it pays, at masked values with shifts among what they are made from: one conversion more or less is nothing against a rotation, but against an addition.
 */
import { opcode } from '../../bytecode/opcodes.ts';
import * as intervals from '../../bytecode/verify/intervals.ts';
import { leavesNothing, type TypedInstruction } from '../../bytecode/verify/operands.ts';
import { powerOfTwo } from './array-shape.ts';
import { ANY_INTEGER, type Interval, meet } from './facts.ts';
import type { Ranges } from './ranges/ranges.ts';

/** By number of the instruction. */
export interface Narrowing {
  /** It takes and works on 32 bits, as `ops/narrow.ts` has it. */
  isPerformed(at: number): boolean;
  /** What it leaves is wanted as an i32. */
  isWanted(at: number): boolean;
  /** Of a shift that is performed: by how much, left if positive. Of MOD: the mask that does the same. */
  constantOf(at: number): number;
}

export const MOST_NARROW = 2n ** 32n - 1n;

const [CONST, ADD, SUB, MUL, NEG, MOD, AND, OR, XOR, NOT, SHIFT, CHECK] =
  'int.const int.add int.sub int.mul int.neg int.mod word.and word.or word.xor word.not word.shift check.range'
    .split(' ')
    .map((name) => opcode(name).code) as number[];
const KNOWN = new Set([CONST, ADD, SUB, MUL, NEG, MOD, AND, OR, XOR, NOT, SHIFT]);

const PERFORMED = 1;
const WANTED = 2;
/** There are shifts among what it is made from. */
const SHIFTED = 4;

export const NOTHING_NARROW: Narrowing = { isPerformed: () => false, isWanted: () => false, constantOf: () => 0 };

export function narrow(instructions: readonly TypedInstruction[], ranges: Ranges): Narrowing {
  // Without these there is nothing to gain.
  if (!instructions.some((i) => i.op === SHIFT && !i.unreachable)) return NOTHING_NARROW;
  const pass = new Pass(instructions, ranges);
  pass.forward();
  pass.backward();
  return pass;
}

class Pass implements Narrowing {
  readonly #all: readonly TypedInstruction[];
  readonly #ranges: Ranges;
  readonly #marks: Uint8Array;
  /** By instruction times two plus number of the input: the instruction that has made it. */
  readonly #makers: Int32Array;
  /** What is known of a result, mostly that it is constant. */
  readonly #known = new Map<number, Interval>();
  readonly #constants = new Map<number, number>();

  constructor(all: readonly TypedInstruction[], ranges: Ranges) {
    this.#all = all;
    this.#ranges = ranges;
    this.#marks = new Uint8Array(all.length);
    this.#makers = new Int32Array(2 * all.length).fill(-1);
  }

  isPerformed(at: number): boolean {
    return (this.#marks[at]! & PERFORMED) !== 0;
  }
  isWanted(at: number): boolean {
    return (this.#marks[at]! & WANTED) !== 0;
  }

  constantOf(at: number): number {
    return this.#constants.get(at)!;
  }

  forward(): void {
    /** By height: the instruction that has left the operand. */
    const stack: number[] = [];
    this.#all.forEach((i, at) => {
      if (leavesNothing(i)) return;
      for (let n = 0; n < i.inputs.length && n < 2; n++) this.#makers[2 * at + n] = stack[i.height + n] ?? -1;
      while (stack.length > i.height) stack.pop();
      for (let n = 0; n < i.outputs.length; n++) stack[i.height + n] = i.outputs.length === 1 ? at : -1;
      if (KNOWN.has(i.op) || i.op === CHECK) this.#learn(i, at);
    });
  }

  #learn(i: TypedInstruction, at: number): void {
    const x = this.#interval(at, 0);
    const y = this.#interval(at, 1);
    const known = resultOf(i, x, y);
    if (known) this.#known.set(at, known);
    if (i.op === SHIFT ? amount(y) !== undefined : i.op !== CHECK && [0, 1].some((n) => this.#isShifted(at, n)))
      this.#marks[at]! |= SHIFTED;
  }

  #interval(at: number, n: number): Interval {
    const operand = this.#all[at]!.inputs[n];
    const typed = operand?.k === 'int' ? operand : ANY_INTEGER;
    const ranged = this.#ranges.interval(at, n);
    const proved = ranged ? meet(typed, ranged) : typed;
    const known = this.#known.get(this.#makers[2 * at + n]!);
    return known ? meet(proved, known) : proved;
  }

  #isShifted(at: number, n: number): boolean {
    const maker = this.#makers[2 * at + n]!;
    return maker >= 0 && (this.#marks[maker]! & SHIFTED) !== 0;
  }

  /** Whoever takes an operand comes after whoever makes it, so one pass is enough. */
  backward(): void {
    for (let at = this.#all.length - 1; at >= 0; at--) {
      const i = this.#all[at]!;
      if (i.unreachable || !KNOWN.has(i.op) || !this.#performs(i, at)) continue;
      this.#marks[at]! |= PERFORMED;
      for (let n = 0; n < narrowInputs(i.op); n++) {
        const maker = this.#makers[2 * at + n]!;
        this.#marks[maker]! |= WANTED;
      }
    }
  }

  #performs(i: TypedInstruction, at: number): boolean {
    for (let n = 0; n < i.inputs.length; n++) if (this.#makers[2 * at + n]! < 0) return false;
    const wanted = this.isWanted(at);
    const begins = wanted || (this.#marks[at]! & SHIFTED) !== 0;
    const [x, y] = [this.#interval(at, 0), this.#interval(at, 1)];
    switch (i.op) {
      case AND:
        return wanted || (begins && (isNarrow(x) || isNarrow(y)));
      case OR:
      case XOR:
        return wanted || (begins && isNarrow(x) && isNarrow(y));
      case SHIFT: {
        const by = amount(y);
        if (by === undefined || !wanted || (by < 0 && !isNarrow(x))) return false;
        this.#constants.set(at, by);
        return true;
      }
      case MOD: {
        const mask = maskOf(y);
        if (mask === undefined || !begins) return false;
        this.#constants.set(at, mask);
        return true;
      }
      default:
        return wanted;
    }
  }
}

/** Of how many inputs it takes the low 32 bits; the others are constants, which it drops. */
function narrowInputs(op: number): number {
  switch (op) {
    case CONST:
      return 0;
    case NEG:
    case NOT:
    case SHIFT:
    case MOD:
      return 1;
    default:
      return 2;
  }
}

const isNarrow = ({ lo, hi }: Interval): boolean => lo >= 0n && hi <= MOST_NARROW;

/** By how much is shifted, left if positive, if that is constant and leaves something of 32 bits. */
function amount({ lo, hi }: Interval): number | undefined {
  return lo === hi && lo > -32n && lo < 32n ? Number(lo) : undefined;
}

/** What x MOD y leaves of x, where y is a power of two. */
function maskOf({ lo, hi }: Interval): number | undefined {
  if (lo !== hi || lo > MOST_NARROW + 1n || powerOfTwo(lo) === undefined) return undefined;
  return Number(BigInt.asIntN(32, lo - 1n));
}

function resultOf(i: TypedInstruction, x: Interval, y: Interval): Interval | undefined {
  switch (i.op) {
    case CONST: {
      const value = i.immediates[0] as bigint;
      return { lo: value, hi: value };
    }
    case ADD:
      return intervals.add(x, y);
    case SUB:
      return intervals.sub(x, y);
    case NEG:
      return intervals.neg(x);
    case AND:
      return intervals.and(x, y);
    case OR:
      return intervals.or(x, y);
    case XOR:
      return intervals.xor(x, y);
    case SHIFT:
      return intervals.shift(x, y);
    case MOD:
      return y.lo > 0n ? intervals.mod(x, y) : undefined;
    case CHECK:
      return intervals.meet(x, { lo: i.immediates[0] as bigint, hi: i.immediates[1] as bigint });
    default:
      return undefined;
  }
}
