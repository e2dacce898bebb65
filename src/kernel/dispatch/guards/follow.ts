/**
 * Follows the bytecode of a guard under an assumption about one value that it computes: which answer does it give?
 *
 * Straight-line code and forward branches only: what has loops, calls or assignments to memory is not followed, and answers `maybe`.
 */
import { OPCODES } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { applied, constant, type Expression, PURE, parameter } from './expression.ts';

export interface GuardCode {
  readonly instructions: readonly TypedInstruction[];
  /** Parameters, the closure included. */
  readonly parameters: number;
  /** 1 if the first parameter is the closure. */
  readonly closures: 0 | 1;
  typeOf(index: number): RuntimeType;
}

/** `value` undefined: none of the constants that the code compares it with. */
export interface Assumption {
  readonly key: Expression;
  readonly value: bigint | undefined;
}

export type Answer = 'true' | 'false' | 'maybe';

/** Told of every comparison of a value with constants. */
export type Notice = (key: Expression, constants: readonly bigint[]) => void;

type Value =
  | { readonly kind: 'word'; readonly e: Expression }
  /** undefined: not known. */
  | { readonly kind: 'bool'; readonly b: boolean | undefined };

interface Frame {
  readonly loop: boolean;
  readonly end: number;
  readonly otherwise: number | undefined;
  readonly height: number;
}

interface State {
  at: number;
  stack: Value[];
  frames: Frame[];
  locals: Map<number, Value>;
}

/** More would be no guard that is worth it. */
const MOST_STEPS = 2_000;

export function follow(code: GuardCode, assumption?: Assumption, notice?: Notice): Answer {
  return new Follower(code, assumption, notice).run();
}

class Follower {
  readonly code: GuardCode;
  readonly assumption: Assumption | undefined;
  readonly notice: Notice | undefined;
  readonly frames: ReadonlyMap<number, { end: number; otherwise?: number }>;
  steps = 0;

  constructor(code: GuardCode, assumption: Assumption | undefined, notice: Notice | undefined) {
    this.code = code;
    this.assumption = assumption;
    this.notice = notice;
    this.frames = matchEnds(code.instructions);
  }

  /** All ways through the code must agree. */
  run(): Answer {
    const todo: State[] = [{ at: 0, stack: [], frames: [], locals: new Map() }];
    let answer: Answer | undefined;
    for (let state = todo.pop(); state; state = todo.pop()) {
      const found = this.path(state, todo);
      answer = answer === undefined || answer === found ? found : 'maybe';
      if (answer === 'maybe' && !this.notice) return 'maybe';
    }
    return answer ?? 'maybe';
  }

  private path(s: State, todo: State[]): Answer {
    for (;;) {
      const i = this.code.instructions[s.at];
      if (!i || i.unreachable || ++this.steps > MOST_STEPS) return 'maybe';
      const answer = this.step(s, i, todo);
      if (answer) return answer;
    }
  }

  /** One instruction; an answer ends the path. */
  private step(s: State, i: TypedInstruction, todo: State[]): Answer | undefined {
    const name = OPCODES[i.op]!.name;
    const operands = i.inputs.length;
    switch (name) {
      case 'block':
      case 'loop':
        this.open(s, name === 'loop');
        break;
      case 'if': {
        const condition = bool(s.stack.pop());
        this.open(s, false);
        if (condition === undefined) {
          const other = { ...s, stack: [...s.stack], frames: [...s.frames], locals: new Map(s.locals) };
          this.skipArm(other);
          todo.push(other);
        } else if (!condition) {
          this.skipArm(s);
          return undefined;
        }
        break;
      }
      case 'else':
        s.at = s.frames[s.frames.length - 1]!.end;
        return undefined;
      case 'end':
        if (!s.frames.pop()) return 'maybe';
        break;
      case 'br':
        return this.branch(s, i.immediates[0] as number);
      case 'br_if': {
        const condition = bool(s.stack.pop());
        if (condition === undefined) {
          const other = { ...s, stack: [...s.stack], frames: [...s.frames], locals: new Map(s.locals) };
          other.at++;
          todo.push(other);
        }
        if (condition !== false) return this.branch(s, i.immediates[0] as number);
        break;
      }
      case 'br_table':
        return this.table(s, i, todo);
      case 'return': {
        const answer = bool(s.stack.pop());
        return answer === undefined ? 'maybe' : answer ? 'true' : 'false';
      }
      case 'local.set': {
        const value = s.stack.pop();
        if (!value) return 'maybe';
        s.locals.set(i.immediates[0] as number, value);
        break;
      }
      case 'local.get':
      case 'local.addr': {
        const local = i.immediates[0] as number;
        const known = s.locals.get(local);
        if (known && name === 'local.get') s.stack.push(known);
        else if (known || local >= this.code.parameters) return 'maybe';
        else if (i.outputs[0]?.k === 'bool') s.stack.push({ kind: 'bool', b: undefined });
        else s.stack.push({ kind: 'word', e: parameter(local - this.code.closures, i) });
        break;
      }
      default: {
        const inputs = s.stack.splice(s.stack.length - operands, operands);
        if (inputs.length < operands) return 'maybe';
        const result = this.result(name, i, inputs);
        if (!result) return 'maybe';
        s.stack.push(result);
      }
    }
    s.at++;
    return undefined;
  }

  private open(s: State, loop: boolean): void {
    const { end, otherwise } = this.frames.get(s.at)!;
    s.frames.push({ loop, end, otherwise, height: s.stack.length });
  }

  /** From an `if` whose frame is open to what comes when it does not hold. */
  private skipArm(s: State): void {
    const { end, otherwise } = s.frames[s.frames.length - 1]!;
    s.at = otherwise === undefined ? end : otherwise + 1;
  }

  private branch(s: State, label: number): Answer | undefined {
    const to = s.frames.length - 1 - label;
    const frame = s.frames[to];
    if (!frame || frame.loop) return 'maybe';
    s.frames.length = to;
    s.stack.length = frame.height;
    s.at = frame.end + 1;
    return undefined;
  }

  private table(s: State, i: TypedInstruction, todo: State[]): Answer | undefined {
    const selector = s.stack.pop();
    if (selector?.kind !== 'word') return 'maybe';
    const [low, labels] = [i.immediates[0] as bigint, i.immediates[1] as readonly number[]];
    const choices = labels.length - 1;
    const fallback = labels[choices]!;
    this.notice?.(
      selector.e,
      labels.slice(0, choices).flatMap((l, n) => (l === fallback ? [] : [low + BigInt(n)])),
    );
    const value = this.valueOf(selector.e);
    if (value === undefined) {
      for (const label of new Set(labels)) {
        const other = { ...s, stack: [...s.stack], frames: [...s.frames], locals: new Map(s.locals) };
        if (this.branch(other, label) === undefined) todo.push(other);
        else return 'maybe';
      }
      // One of them is this path's own.
      Object.assign(s, todo.pop());
      return undefined;
    }
    const n = value === 'other' ? -1n : value - low;
    return this.branch(s, n >= 0n && n < BigInt(choices) ? labels[Number(n)]! : fallback);
  }

  private result(name: string, i: TypedInstruction, inputs: readonly Value[]): Value | undefined {
    const words = inputs.flatMap((v) => (v.kind === 'word' ? [v.e] : []));
    switch (name) {
      case 'int.const':
        return { kind: 'word', e: constant(i.immediates[0] as bigint, i) };
      case 'bool.const':
        return { kind: 'bool', b: i.immediates[0] === 1 };
      case 'bool.not': {
        const b = bool(inputs[0]);
        return { kind: 'bool', b: b === undefined ? undefined : !b };
      }
      case 'set.const':
        return { kind: 'word', e: { ...constant(0n, i), text: `set ${i.immediates[1]}`, ...this.setElements(i) } };
      case 'set.in':
        return words.length === 2 ? this.membership(words[0]!, words[1]!) : undefined;
      case 'int.eq':
      case 'int.ne': {
        if (words.length !== 2) return undefined;
        const equal = this.equality(words[0]!, words[1]!);
        return { kind: 'bool', b: equal === undefined ? undefined : equal === (name === 'int.eq') };
      }
      case 'int.lt':
      case 'int.le':
      case 'int.gt':
      case 'int.ge':
        return words.length === 2 ? this.order(name, words[0]!, words[1]!) : undefined;
      default:
        return this.pure(name, i, inputs, words);
    }
  }

  private pure(
    name: string,
    i: TypedInstruction,
    inputs: readonly Value[],
    words: readonly Expression[],
  ): Value | undefined {
    if (!PURE.has(name) || words.length < inputs.length) return undefined;
    const e = applied(i, words, this.code.typeOf);
    // Without an assumption the way is followed only to see what there is.
    if (this.assumption && [...e.hazards].some((h) => !this.assumption!.key.hazards.has(h))) return undefined;
    return i.outputs[0]?.k === 'bool' ? { kind: 'bool', b: undefined } : { kind: 'word', e };
  }

  /** Under the assumption; `other`: none of the constants. */
  private valueOf(e: Expression): bigint | 'other' | undefined {
    if (e.constant !== undefined) return e.constant;
    if (this.assumption?.key.text !== e.text) return undefined;
    return this.assumption.value ?? 'other';
  }

  private equality(a: Expression, b: Expression): boolean | undefined {
    if (b.constant !== undefined && a.constant === undefined) this.notice?.(a, [b.constant]);
    if (a.constant !== undefined && b.constant === undefined) this.notice?.(b, [a.constant]);
    const [x, y] = [this.valueOf(a), this.valueOf(b)];
    if (x === undefined || y === undefined) return undefined;
    // Different from all constants; two such may still be equal.
    return x === 'other' && y === 'other' ? undefined : x === y;
  }

  private order(name: string, a: Expression, b: Expression): Value {
    const [x, y] = [this.valueOf(a), this.valueOf(b)];
    if (typeof x !== 'bigint' || typeof y !== 'bigint') return { kind: 'bool', b: undefined };
    return {
      kind: 'bool',
      b: name === 'int.lt' ? x < y : name === 'int.le' ? x <= y : name === 'int.gt' ? x > y : x >= y,
    };
  }

  private membership(element: Expression, set: Expression): Value {
    const { elements } = set;
    if (!elements) return { kind: 'bool', b: undefined };
    if (element.constant === undefined) this.notice?.(element, elements);
    const value = this.valueOf(element);
    if (value === undefined) return { kind: 'bool', b: undefined };
    return { kind: 'bool', b: value !== 'other' && elements.includes(value) };
  }

  private setElements(i: TypedInstruction): Pick<Expression, 'elements' | 'constant'> {
    const type = this.code.typeOf(i.immediates[0] as number);
    const element = type.kind === 'set' ? type.element : undefined;
    if (element?.kind !== 'ordinal') return { constant: undefined };
    const bits = BigInt.asUintN(64, i.immediates[1] as bigint);
    const elements: bigint[] = [];
    for (let n = 0n; n < 64n; n++) if ((bits >> n) & 1n) elements.push(element.lo + n);
    return { constant: undefined, elements };
  }
}

function bool(v: Value | undefined): boolean | undefined {
  return v?.kind === 'bool' ? v.b : undefined;
}

/** For the index of each instruction that opens a frame: where it ends, and where its other arm begins. */
function matchEnds(instructions: readonly TypedInstruction[]): Map<number, { end: number; otherwise?: number }> {
  const found = new Map<number, { end: number; otherwise?: number }>();
  const open: number[] = [];
  instructions.forEach((i, n) => {
    const name = OPCODES[i.op]!.name;
    if (name === 'block' || name === 'loop' || name === 'if' || name === 'try') {
      open.push(n);
      found.set(n, { end: n });
    } else if (name === 'else') {
      const at = open[open.length - 1];
      if (at !== undefined) found.get(at)!.otherwise = n;
    } else if (name === 'end') {
      const at = open.pop();
      if (at !== undefined) found.get(at)!.end = n;
    }
  });
  return found;
}
