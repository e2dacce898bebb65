/**
 * What bytecode means, said a second time and as plainly as can be: an interpreter of the instructions that `generate.ts` uses. Nothing is shared with the verifier or the code
 * generator, and memory is objects: an address is a cell or a part of an array.
 */
import type { ImmediateValue } from '../../../src/bytecode/instruction.ts';
import { FAULTS } from '../../../src/bytecode/opcodes.ts';
import { T } from '../../../src/bytecode/types.ts';
import type { ModuleSpec, ProcedureSpec } from '../../kernel/codegen/harness.ts';

interface Cell {
  value: Value;
}
/** `low`: index of the first element; `from`, `count`: the part of `all` that it is. */
interface Arr {
  readonly all: (Cell | Arr)[];
  readonly low: bigint;
  readonly from: number;
  readonly count: number;
}
interface Ref {
  readonly target: Cell | Arr;
}
interface Exn {
  readonly exception: string;
  readonly argument: Value;
}
type Value = bigint | number | boolean | null | Ref | Exn | Cell | Arr;

/** What ends a procedure otherwise than by its end. */
export class Exception extends Error {
  readonly exn: Exn;
  constructor(exn: Exn) {
    super(exn.exception);
    this.exn = exn;
  }
}
/** It has run for too long. */
export class TooLong extends Error {}

type Type = NonNullable<ModuleSpec['types']>[number];
type Line = readonly [string, ...ImmediateValue[]];

const wrap = (x: bigint): bigint => BigInt.asIntN(64, x);
const word = (x: bigint): bigint => BigInt.asUintN(64, x);
const fault = (name: (typeof FAULTS)[number]): never => {
  throw new Exception({ exception: name, argument: null });
};
function floorDiv(x: bigint, y: bigint): bigint {
  if (y === 0n) return fault('ArithmeticFault');
  const q = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q;
}
function shift(x: bigint, n: bigint): bigint {
  if (n >= 64n || n <= -64n) return 0n;
  return wrap(n >= 0n ? word(x) << n : word(x) >> -n);
}

const BINARY: Readonly<Record<string, (x: bigint, y: bigint) => bigint | boolean>> = {
  'int.add': (x, y) => wrap(x + y),
  'int.sub': (x, y) => wrap(x - y),
  'int.mul': (x, y) => wrap(x * y),
  'int.div': (x, y) => wrap(floorDiv(x, y)),
  'int.mod': (x, y) => wrap(x - y * floorDiv(x, y)),
  'int.min': (x, y) => (x < y ? x : y),
  'int.max': (x, y) => (x > y ? x : y),
  'int.eq': (x, y) => x === y,
  'int.ne': (x, y) => x !== y,
  'int.lt': (x, y) => x < y,
  'int.le': (x, y) => x <= y,
  'int.gt': (x, y) => x > y,
  'int.ge': (x, y) => x >= y,
  'word.lt': (x, y) => word(x) < word(y),
  'word.le': (x, y) => word(x) <= word(y),
  'word.and': (x, y) => x & y,
  'word.or': (x, y) => x | y,
  'word.xor': (x, y) => x ^ y,
  'word.shift': shift,
  'word.divide': (x, y) => (y === 0n ? fault('ArithmeticFault') : wrap(word(x) / word(y))),
  'word.mod': (x, y) => (y === 0n ? fault('ArithmeticFault') : wrap(word(x) % word(y))),
};
const UNARY: Readonly<Record<string, (x: bigint) => bigint>> = {
  'int.neg': (x) => wrap(-x),
  'int.abs': (x) => wrap(x < 0n ? -x : x),
  'word.not': (x) => ~x,
};

const FLOATS: Readonly<Record<string, (x: number, y: number) => number | boolean>> = {
  'long.add': (x, y) => x + y,
  'long.sub': (x, y) => x - y,
  'long.mul': (x, y) => x * y,
  'long.lt': (x, y) => x < y,
};

/** By position of a block's begin: its `else` or handlers, and its end. */
interface Blocks {
  readonly arms: ReadonlyMap<number, readonly number[]>;
  readonly ends: ReadonlyMap<number, number>;
}
const OPENS = new Set(['block', 'loop', 'if', 'try']);
const ARMS = new Set(['else', 'catch', 'catch_all']);

function blocksOf(code: readonly Line[]): Blocks {
  const open: number[] = [];
  const arms = new Map<number, number[]>();
  const ends = new Map<number, number>();
  code.forEach(([name], at) => {
    if (OPENS.has(name)) {
      open.push(at);
      arms.set(at, []);
    } else if (ARMS.has(name)) arms.get(open.at(-1)!)!.push(at);
    else if (name === 'end') ends.set(open.pop() ?? -1, at);
  });
  return { arms, ends };
}

/** How a block was left: undefined at its end; so many blocks outward are still to be left; all of them. */
type Way = undefined | number | 'return';

export class Interpreter {
  readonly spec: ModuleSpec;
  readonly globals: (Cell | Arr)[];
  /** Turns of loops. */
  turns = 0;
  /** By procedure and loop: turns. */
  readonly turnsOf = new Map<string, number>();
  private steps = 0;
  private depth = 0;
  private readonly most: number;
  private readonly builtins: number;
  private readonly blocks: readonly Blocks[];

  /** `builtins`: how many types precede those of the module; `most`: instructions. */
  constructor(spec: ModuleSpec, builtins: number, most: number) {
    this.spec = spec;
    this.builtins = builtins;
    this.most = most;
    this.blocks = spec.procedures.map((p) => blocksOf(p.code));
    this.globals = (spec.globals ?? []).map((t) => this.variable(t));
  }

  private type(index: number): Type | undefined {
    return this.spec.types?.[index - this.builtins];
  }
  private initial(index: number): Value {
    const type = this.type(index);
    if (type?.kind === 'subrange') return type.lo <= 0n && type.hi >= 0n ? 0n : type.lo;
    return type?.kind === 'ref' ? null : index === T.BOOLEAN ? false : index === T.LONGREAL ? 0 : 0n;
  }
  private variable(index: number): Cell | Arr {
    const type = this.type(index);
    if (type?.kind !== 'array') return { value: this.initial(index) };
    const bounds = this.type(type.index);
    if (bounds?.kind !== 'subrange') throw new Error('arrays have subranges');
    const count = Number(bounds.hi - bounds.lo + 1n);
    return { all: this.variables(count, type.element), low: bounds.lo, from: 0, count };
  }
  private variables(count: number, type: number): (Cell | Arr)[] {
    return Array.from({ length: count }, () => this.variable(type));
  }
  private openArray(type: number, sizes: readonly bigint[]): Arr {
    const def = this.type(type);
    if (def?.kind !== 'openarray') throw new Error('no open array');
    const count = Number(sizes[0]!);
    const all =
      sizes.length > 1
        ? Array.from({ length: count }, () => this.openArray(def.element, sizes.slice(1)))
        : this.variables(count, def.element);
    return { all, low: 0n, from: 0, count };
  }

  call(index: number, args: readonly Value[]): Value | undefined {
    const p = this.spec.procedures[index]!;
    if (++this.depth > 60) throw new TooLong();
    const formals = p.params?.length ?? 0;
    const kinds = p.locals ?? [];
    const locals: Value[] = [...args];
    for (let n = formals; n < kinds.length; n++) {
      const { kind, type } = kinds[n]!;
      locals.push(kind === 'memory' ? this.variable(type ?? 0) : kind ? null : this.initial(type ?? 0));
    }
    const activation = new Activation(this, index, p, locals, this.blocks[index]!);
    activation.run(0, activation.blocks.ends.get(-1)!);
    this.depth--;
    return activation.result;
  }
  /** After an exception has been caught. */
  resume(depth: number): void {
    this.depth = depth;
  }
  get level(): number {
    return this.depth;
  }

  step(): void {
    if (++this.steps > this.most) throw new TooLong();
  }
  turn(procedure: number, at: number): void {
    const key = `${procedure}:${at}`;
    this.turnsOf.set(key, (this.turnsOf.get(key) ?? 0) + 1);
  }
  allocate(type: number, sizes: readonly bigint[]): Ref {
    const def = this.type(type);
    if (def?.kind !== 'ref') throw new Error('no reference');
    if (sizes.some((s) => s < 0n || s >= 2n ** 31n)) return fault('ValueOutOfRange');
    if (sizes.reduce((a, b) => a * b, 1n) > 10_000n) throw new TooLong();
    return { target: sizes.length > 0 ? this.openArray(def.target, sizes) : this.variable(def.target) };
  }
  lengthsOf(type: number): number {
    const def = this.type(type);
    const target = def?.kind === 'ref' ? this.type(def.target) : def;
    return target?.kind === 'openarray' ? 1 + this.lengthsOf(target.element) : 0;
  }
  signature(index: number): { params: number; result: boolean } {
    const p = this.spec.procedures[index]!;
    return { params: p.params?.length ?? 0, result: p.result !== undefined };
  }
}

class Activation {
  readonly blocks: Blocks;
  result: Value | undefined;
  private readonly machine: Interpreter;
  private readonly own: number;
  private readonly procedure: ProcedureSpec;
  private readonly locals: Value[];
  private readonly stack: Value[] = [];

  constructor(machine: Interpreter, own: number, procedure: ProcedureSpec, locals: Value[], blocks: Blocks) {
    this.machine = machine;
    this.own = own;
    this.procedure = procedure;
    this.locals = locals;
    this.blocks = blocks;
  }

  private pop(): Value {
    return this.stack.pop()!;
  }
  private int(): bigint {
    const v = this.pop();
    if (typeof v !== 'bigint') throw new Error('no integer');
    return v;
  }
  private arr(): Arr {
    return this.pop() as Arr;
  }

  /** The instructions from `at` up to `end`. */
  run(at: number, end: number): Way {
    const { code } = this.procedure;
    for (let n = at; n < end; n++) {
      this.machine.step();
      const line = code[n]!;
      if (!OPENS.has(line[0])) {
        const way = this.simple(line);
        if (way !== 'next') return way;
        continue;
      }
      const height = this.stack.length - (line[0] === 'if' ? 1 : 0);
      const way = this.block(line, n);
      if (way === 'return') return way;
      if (way !== undefined) {
        if (way > 0) return way - 1;
        this.leave(height, line[1] === 1);
      }
      n = this.blocks.ends.get(n)!;
    }
    return undefined;
  }

  /** A branch may leave operands behind. */
  private leave(height: number, result: boolean): void {
    const value = result ? this.pop() : undefined;
    this.stack.length = height;
    if (value !== undefined) this.stack.push(value);
  }

  private block([name]: Line, at: number): Way {
    const arms = this.blocks.arms.get(at)!;
    const end = this.blocks.ends.get(at)!;
    const first = arms[0] ?? end;
    switch (name) {
      case 'block':
        return this.run(at + 1, end);
      case 'if':
        if (this.pop()) return this.run(at + 1, first);
        return first === end ? undefined : this.run(first + 1, end);
      case 'loop': {
        const height = this.stack.length;
        for (;;) {
          this.machine.turn(this.own, at);
          const way = this.run(at + 1, end);
          if (way !== 0) return way;
          this.stack.length = height;
        }
      }
      default:
        return this.guarded(at, arms, end);
    }
  }

  private guarded(at: number, arms: readonly number[], end: number): Way {
    const height = this.stack.length;
    const level = this.machine.level;
    try {
      return this.run(at + 1, arms[0] ?? end);
    } catch (e) {
      if (!(e instanceof Exception)) throw e;
      this.stack.length = height;
      this.machine.resume(level);
      const handler = arms.findIndex((a) => {
        const [name, exception] = this.procedure.code[a]!;
        return name === 'catch_all' || e.exn.exception === `E${exception}`;
      });
      if (handler < 0) throw e;
      const from = arms[handler]!;
      if (this.procedure.code[from]![0] === 'catch_all') this.stack.push(e.exn);
      else if (e.exn.argument !== null) this.stack.push(e.exn.argument);
      return this.run(from + 1, arms[handler + 1] ?? end);
    }
  }

  private simple([name, ...immediates]: Line): Way | 'next' {
    const { stack } = this;
    const binary = BINARY[name];
    if (binary) {
      const y = this.int();
      stack.push(binary(this.int(), y));
      return 'next';
    }
    const unary = UNARY[name];
    if (unary) {
      stack.push(unary(this.int()));
      return 'next';
    }
    const float = FLOATS[name];
    if (float) {
      const y = this.pop() as number;
      stack.push(float(this.pop() as number, y));
      return 'next';
    }
    const first = immediates[0] as number;
    switch (name) {
      case 'br':
        return first;
      case 'br_if':
        return this.pop() ? first : 'next';
      case 'br_table': {
        const labels = immediates[1] as readonly number[];
        const n = this.int() - (immediates[0] as unknown as bigint);
        return labels[n >= 0n && n < BigInt(labels.length) ? Number(n) : labels.length - 1]!;
      }
      case 'return':
        if (this.procedure.result !== undefined) this.result = this.pop();
        return 'return';
      case 'raise': {
        const { argument } = this.machine.spec.exceptions![first]!;
        throw new Exception({ exception: `E${first}`, argument: argument === undefined ? null : this.pop() });
      }
      case 'rethrow':
        throw new Exception(this.pop() as Exn);
      case 'fault':
        return fault(FAULTS[first]!);
      default:
        this.operand(name, immediates);
        return 'next';
    }
  }

  private operand(name: string, immediates: readonly ImmediateValue[]): void {
    const { stack, machine } = this;
    const first = immediates[0] as number;
    switch (name) {
      case 'int.const':
        stack.push(immediates[0] as bigint);
        break;
      case 'long.const':
        stack.push(first);
        break;
      case 'long.of_int':
        stack.push(Number(this.int()));
        break;
      case 'long.floor': {
        const floor = Math.floor(this.pop() as number);
        if (Number.isNaN(floor) || Math.abs(floor) > 2 ** 60) fault('ValueOutOfRange');
        stack.push(BigInt(floor));
        break;
      }
      case 'bool.const':
        stack.push(first !== 0);
        break;
      case 'bool.not':
        stack.push(!this.pop());
        break;
      case 'int.of_bool':
        stack.push(this.pop() ? 1n : 0n);
        break;
      case 'check.range': {
        const v = this.int();
        if (v < (immediates[0] as bigint) || v > (immediates[1] as bigint)) fault('ValueOutOfRange');
        stack.push(v);
        break;
      }
      case 'local.get':
      case 'local.addr':
        stack.push(this.locals[first]!);
        break;
      case 'local.set':
        this.locals[first] = this.pop();
        break;
      case 'global.addr':
        stack.push(machine.globals[first]!);
        break;
      case 'drop':
        this.pop();
        break;
      case 'dup':
        stack.push(stack.at(-1)!);
        break;
      case 'load':
        stack.push((this.pop() as Cell).value);
        break;
      case 'store': {
        const value = this.pop();
        (this.pop() as Cell).value = value;
        break;
      }
      case 'readonly':
        break;
      case 'text.const':
      case 'nil':
        stack.push(null);
        break;
      case 'ref.eq':
        stack.push(Object.is(this.pop(), this.pop()));
        break;
      case 'deref':
        stack.push((this.pop() as Ref | null)?.target ?? fault('AttemptToDereferenceNIL'));
        break;
      case 'new':
        stack.push(machine.allocate(first, []));
        break;
      case 'new.open': {
        const sizes = stack.splice(stack.length - machine.lengthsOf(first)) as bigint[];
        stack.push(machine.allocate(first, sizes));
        break;
      }
      case 'array.length': {
        let a = this.arr();
        for (let d = 0; d < first; d++) a = a.all[0] as Arr;
        stack.push(BigInt(a.count));
        break;
      }
      case 'element': {
        const index = this.int();
        const a = this.arr();
        const n = index - a.low;
        if (n < 0n || n >= BigInt(a.count)) fault('SubscriptOutOfRange');
        stack.push(a.all[a.from + Number(n)]!);
        break;
      }
      case 'open':
        stack.push({ ...this.arr(), low: 0n });
        break;
      case 'subarray': {
        const count = this.int();
        const from = this.int();
        const a = this.arr();
        if (from < 0n || count < 0n || from + count > BigInt(a.count)) fault('SubscriptOutOfRange');
        stack.push({ all: a.all, low: 0n, from: a.from + Number(from), count: Number(count) });
        break;
      }
      case 'copy': {
        const from = this.arr();
        const to = this.arr();
        if (from.count !== to.count) fault('IncompatibleArrayShapes');
        const values = from.all.slice(from.from, from.from + from.count).map((c) => (c as Cell).value);
        values.forEach((v, n) => {
          (to.all[to.from + n] as Cell).value = v;
        });
        break;
      }
      case 'call': {
        const { params, result } = machine.signature(first);
        const args = stack.splice(stack.length - params);
        const value = machine.call(first, args);
        if (result) stack.push(value!);
        break;
      }
      default:
        throw new Error(`${name} is not interpreted`);
    }
  }
}
