/**
 * The abstract machine: operands on a stack, variables in a state, and what of both is written down for the emitter.
 */
import type { Operand, TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { ANY_INT } from '../../../bytecode/verify/relations.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { type Program, typeOf } from '../program.ts';
import { openDimensions } from '../signature.ts';
import { ANY, both, LENGTH, lower, NO_NEGATIVE, type Range, staysExact, upper, verified } from './range.ts';
import type { Ranges } from './ranges.ts';
import type { State } from './state.ts';
import { type Condition, ofLengths, ofRange, opposite, Relation, UNKNOWN, type Value, value, within } from './value.ts';
import type { Variables } from './variables.ts';

/** Farther from a variable a value is not followed: sums stay exact. */
const FARTHEST = 2 ** 40;
/** Ways from one variable to another in a proof. */
const WAYS = 2;

export class Machine {
  readonly program: Program;
  readonly variables: Variables;
  readonly found: Ranges;
  /** Undefined where nothing arrives. */
  state: State | undefined;
  /** Number of the instruction. */
  at = 0;
  /** Every instruction that is looked at has its own time; variables have that of their last assignment. */
  now = 0;
  private readonly assigned: number[];
  private readonly stack: Value[] = [];

  constructor(program: Program, variables: Variables, found: Ranges, state: State) {
    this.program = program;
    this.variables = variables;
    this.found = found;
    this.state = state;
    this.assigned = new Array<number>(variables.count).fill(-1);
  }

  type(index: number): RuntimeType {
    return typeOf(this.program, index);
  }
  pointee(operand: Operand | undefined): RuntimeType | undefined {
    return operand?.k === 'addr' ? this.type(operand.type) : undefined;
  }

  input(i: TypedInstruction, n: number): Value {
    return this.stack[i.height + n] ?? UNKNOWN;
  }
  push(i: TypedInstruction, output: number, v: Value): void {
    this.stack[i.height + output] = v;
  }

  /** What an output is by its type alone. */
  typical(operand: Operand): Value {
    switch (operand.k) {
      case 'int':
        return operand === ANY_INT ? UNKNOWN : ofRange(verified(operand));
      case 'ref':
        return REFERENCE;
      default:
        return UNKNOWN;
    }
  }

  /** The variable that a value still is apart from `plus`; -1 if there is none. */
  baseOf(v: Value): number {
    return v.base >= 0 && this.assigned[v.base]! < v.read ? v.base : -1;
  }
  /** What is known of a value by now. */
  rangeOf(v: Value): Range {
    const base = this.baseOf(v);
    if (base < 0 || !this.state) return v;
    return moved(v, this.state.lo(base), this.state.hi(base));
  }
  /** Same, by way of other variables as well. */
  private narrowed(v: Value): Range {
    const base = this.baseOf(v);
    if (base < 0 || !this.state) return v;
    const { lo, hi } = this.state.narrowed(base);
    return moved(v, lo, hi);
  }

  /** The instruction wants to know more of its input than the verifier does. */
  /** Takes down what an integer input is, if it can only be one value. */
  useConstant(i: TypedInstruction, n: number): void {
    const r = this.rangeOf(this.input(i, n));
    const known = verified(i.inputs[n]);
    this.found.note(this.at, n, r.lo === r.hi ? r : known, known);
  }
  use(i: TypedInstruction, n: number): Value {
    const v = this.input(i, n);
    const r = this.narrowed(v);
    const operand = i.inputs[n];
    this.found.note(this.at, n, r, operand?.k === 'int' ? verified(operand) : NO_NEGATIVE);
    return r === v ? v : within(v, r);
  }

  /** The reference must not be NIL, and is not from here on. */
  dereference(i: TypedInstruction, n: number): Value {
    const v = this.use(i, n);
    this.learnWithin(v, NOT_NIL);
    return v;
  }

  readVariable(v: number): Value {
    return this.state ? value(this.state.lo(v), this.state.hi(v), v, 0, this.now) : UNKNOWN;
  }
  /** Of a local that is an open array or refers to one. */
  readLengths(local: number): readonly Value[] | undefined {
    const lengths = this.variables.lengthsOf(local);
    return lengths.length === 0 ? undefined : lengths.map((v) => this.readVariable(v));
  }

  assignLocal(local: number, v: Value): void {
    const own = this.variables.ofLocal(local);
    if (own >= 0) this.assign(own, v);
    this.variables.lengthsOf(local).forEach((length, d) => {
      this.assign(length, v.lengths?.[d] ?? LENGTH_UNKNOWN);
    });
  }
  private assign(variable: number, v: Value): void {
    const { state } = this;
    if (!state) return;
    const r = both(this.rangeOf(v), this.variables.types[variable]!);
    const base = this.baseOf(v);
    if (base === variable) state.shift(variable, v.plus);
    else {
      state.unrelate(variable);
      if (base >= 0 && this.variables.isInteger[variable] && this.variables.isInteger[base]) {
        state.relate(variable, base, v.plus);
        state.relate(base, variable, -v.plus);
      }
    }
    state.set(variable, r);
    this.assigned[variable] = this.now;
    if (r.lo > r.hi) this.state = undefined;
  }
  /** The variable may have been given any value of its type. */
  forget(variable: number): void {
    this.state?.unrelate(variable);
    this.state?.set(variable, this.variables.types[variable]!);
    this.assigned[variable] = this.now;
  }

  /** x + c, which is as far from the same variable if it does not wrap. */
  moved(x: Value, c: number): Value {
    const base = this.baseOf(x);
    const plus = x.plus + c;
    let r = this.rangeOf(x);
    if (!staysExact(r, c)) r = this.narrowed(x);
    if (!staysExact(r, c) && !(base >= 0 && this.staysBetween(base, plus, c > 0))) return ofRange(ANY);
    const follows = base >= 0 && Math.abs(plus) <= FARTHEST;
    return value(lower(r.lo + c), upper(r.hi + c), follows ? base : -1, plus, x.read);
  }
  /** Whether variable + plus does not go beyond another variable, so that it cannot wrap on that side. */
  private staysBetween(variable: number, plus: number, up: boolean): boolean {
    return this.state!.differences.some((d) =>
      up ? d.x === variable && plus + d.c <= 0 : d.y === variable && plus - d.c >= 0,
    );
  }
  /** x - y is at most this. */
  difference(x: Value, y: Value): number {
    const [a, b] = [this.baseOf(x), this.baseOf(y)];
    if (a < 0 || b < 0 || !this.state) return Number.POSITIVE_INFINITY;
    return this.state.difference(a, b, WAYS) + x.plus - y.plus;
  }

  learn({ relation, x, y }: Condition): void {
    this.learnOf(relation, x, y);
  }
  private learnOf(relation: Relation, x: Value, y: Value): void {
    switch (relation) {
      case Relation.lt:
        this.learnAtMost(x, y, -1);
        break;
      case Relation.le:
        this.learnAtMost(x, y, 0);
        break;
      case Relation.gt:
        this.learnAtMost(y, x, -1);
        break;
      case Relation.ge:
        this.learnAtMost(y, x, 0);
        break;
      case Relation.eq:
        this.learnAtMost(x, y, 0);
        this.learnAtMost(y, x, 0);
        break;
      case Relation.ne:
        this.learnDifferent(x, y);
        this.learnDifferent(y, x);
    }
  }
  learnNot(c: Condition): void {
    this.learnOf(opposite(c.relation), c.x, c.y);
  }

  /** x <= y + slack from here on. */
  learnAtMost(x: Value, y: Value, slack: number): void {
    const { state } = this;
    if (!state) return;
    const low = this.rangeOf(x).lo;
    const high = this.rangeOf(y).hi;
    const a = this.baseOf(x);
    const b = this.baseOf(y);
    let possible = low <= high + slack;
    if (a >= 0) possible &&= state.atMost(a, high + slack - x.plus);
    if (b >= 0) possible &&= state.atLeast(b, low - slack - y.plus);
    if (a >= 0 && b >= 0 && this.variables.isInteger[a] && this.variables.isInteger[b])
      state.relate(a, b, slack + y.plus - x.plus);
    if (!possible) this.state = undefined;
  }
  learnWithin(v: Value, r: Range): void {
    const base = this.baseOf(v);
    if (base < 0 || !this.state) return;
    const low = this.state.atLeast(base, r.lo - v.plus);
    const high = this.state.atMost(base, r.hi - v.plus);
    if (!low || !high) this.state = undefined;
  }
  /** A value that cannot be the least or the most of another narrows that; one that is at most another, and different, is less. */
  private learnDifferent(x: Value, y: Value): void {
    const r = this.rangeOf(x);
    const other = this.rangeOf(y);
    if (other.lo !== other.hi) {
      if (this.difference(x, y) === 0) this.learnAtMost(x, y, -1);
    } else if (r.lo === other.lo) this.learnWithin(x, { lo: r.lo + 1, hi: r.hi });
    else if (r.hi === other.lo) this.learnWithin(x, { lo: r.lo, hi: r.hi - 1 });
  }

  /** Whether x <= y + slack is certain. */
  isAtMost(x: Value, y: Value, slack: number): boolean {
    if (!this.state) return false;
    if (this.narrowed(x).hi <= this.narrowed(y).lo + slack) return true;
    return this.difference(x, y) <= slack;
  }

  lengthsOf(i: TypedInstruction, n: number): readonly Value[] {
    const type = this.pointee(i.inputs[n]);
    const lengths = this.input(i, n).lengths;
    const dimensions = type ? openDimensions(type) : 0;
    return lengths?.length === dimensions ? lengths : new Array<Value>(dimensions).fill(LENGTH_UNKNOWN);
  }
  array(lengths: readonly Value[]): Value {
    return ofLengths(lengths);
  }
}

/** The value, whose variable lies within these bounds. */
function moved(v: Value, lo: number, hi: number): Range {
  return { lo: Math.max(v.lo, lower(lo + v.plus)), hi: Math.min(v.hi, upper(hi + v.plus)) };
}

export const LENGTH_UNKNOWN = ofRange(LENGTH);
export const REFERENCE = ofRange(NO_NEGATIVE);
export const NOT_NIL: Range = { lo: 1, hi: NO_NEGATIVE.hi };

/** What an instruction does to what is known; returns its result, where there is one of which more is known than its type. */
export type Rule = (m: Machine, i: TypedInstruction) => Value | undefined;
export type Rules = Readonly<Record<string, Rule>>;
