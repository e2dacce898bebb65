/**
 * What a program of the differential check must print, by walking its tree: plain, slow, integers as BigInt. Written from the definition; it shares
 * nothing with the compiler or the kernel. Operands are evaluated from left to right; the designator of an assignment before its value, checked after it.
 */
import {
  type Call,
  type Designator,
  type Expr,
  fieldsOf,
  isDesignator,
  type ObjectType,
  type Proc,
  type Program,
  STEPS,
  type Stmt,
  type Type,
  typeOf,
  type Var,
  ZERO,
} from './tree.ts';

interface Cell {
  v: Value;
}
type Value = bigint | number | string | ReadonlySet<number> | Cells | Ref | Obj | Closure | null;
interface Cells {
  readonly cells: Cell[];
}
interface Ref {
  readonly target: Cell;
}
interface Obj {
  readonly type: ObjectType;
  readonly fields: Map<string, Cell>;
}
interface Closure {
  readonly proc: Proc;
  readonly up: Frame | undefined;
}
interface Frame {
  readonly proc: Proc;
  readonly vars: Map<Var, Cell>;
  readonly up: Frame | undefined;
}

const OUTSIDE: Proc = { name: '', level: -1, formals: [], result: undefined, locals: [], inner: [], body: [] };
const GLOBALS: Frame = {
  proc: OUTSIDE,
  vars: new Map<Var, Cell>([
    [ZERO.int, { v: 0n }],
    [ZERO.long, { v: 0n }],
    [ZERO.real, { v: 0 }],
  ]),
  up: undefined,
};

export type Code =
  | 'ValueOutOfRange'
  | 'SubscriptOutOfRange'
  | 'IncompatibleArrayShapes'
  | 'AttemptToDereferenceNIL'
  | 'NARROWFailed'
  | 'UnhandledValueInCASEStatement'
  | 'UnhandledTypeInTYPECASEStatement'
  | 'ArithmeticFault'
  | 'ASSERTFailed';

class Fault {
  line = 0;
  readonly code: Code;
  constructor(code: Code) {
    this.code = code;
  }
}
class Raised {
  readonly exception: number;
  readonly n: bigint;
  constructor(exception: number, n: bigint) {
    this.exception = exception;
    this.n = n;
  }
}
class Exit {}
class Return {
  readonly value: Value | undefined;
  constructor(value: Value | undefined) {
    this.value = value;
  }
}
const ENOUGH = -1;

const wrap = (n: bigint): bigint => BigInt.asIntN(64, n);
const word = (n: bigint): bigint => BigInt.asUintN(64, n);
const bit = (b: boolean): bigint => (b ? 1n : 0n);
const fault = (code: Code): never => {
  throw new Fault(code);
};

/** The least and the greatest number of an ordinal type. */
function bounds(t: Type): [bigint, bigint] {
  switch (t.k) {
    case 'sub':
      return [t.lo, t.hi];
    case 'enum':
      return [0n, BigInt(t.size - 1)];
    case 'bool':
      return [0n, 1n];
    case 'char':
      return [0n, 255n];
    default:
      return [-(2n ** 63n), 2n ** 63n - 1n];
  }
}

function inside(n: bigint, t: Type): bigint {
  const [lo, hi] = bounds(t);
  return n < lo || n > hi ? fault('ValueOutOfRange') : n;
}

function floorDiv(x: bigint, y: bigint): bigint {
  if (y === 0n) fault('ArithmeticFault');
  const q = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q;
}

const copy = (v: Value): Value =>
  v !== null && typeof v === 'object' && 'cells' in v ? { cells: v.cells.map((c) => ({ v: copy(c.v) })) } : v;

/** Puts a copy of a value where one of the type stands; parts keep their place, since aliases may lead to them. */
function store(to: Cell, v: Value): void {
  if (
    v !== null &&
    typeof v === 'object' &&
    'cells' in v &&
    to.v !== null &&
    typeof to.v === 'object' &&
    'cells' in to.v
  ) {
    const from = copy(v) as Cells;
    const old = to.v.cells;
    if (old.length !== from.cells.length) fault('IncompatibleArrayShapes');
    old.forEach((c, i) => {
      store(c, from.cells[i]!.v);
    });
  } else to.v = copy(v);
}

/** To the nearest, of two equally near the even one. */
function roundEven(x: number): bigint {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest < 0.5) return BigInt(down);
  if (rest > 0.5) return BigInt(down) + 1n;
  return BigInt(down) % 2n === 0n ? BigInt(down) : BigInt(down) + 1n;
}

function isSubtype(t: ObjectType, of: ObjectType): boolean {
  return t === of || (t.parent !== undefined && isSubtype(t.parent, of));
}

export class Evaluator {
  output = '';
  #steps = 0;
  readonly #lines: ReadonlyMap<object, number>;
  constructor(lines: ReadonlyMap<object, number>) {
    this.#lines = lines;
  }

  /** What the program prints, and the report of a fault that ends it. */
  run(program: Program): string {
    try {
      this.call(program.main, [], GLOBALS);
    } catch (error) {
      if (error instanceof Raised) {
        if (error.exception === ENOUGH) this.output += 'enough';
        else this.output += error.exception === 0 ? 'E0' : `E${error.exception}:${error.n}`;
      } else if (error instanceof Fault) return `${this.output}\n! ${error.code} at line ${error.line}`;
      else throw error;
    }
    return this.output;
  }

  step(): void {
    if (++this.#steps > STEPS) throw new Raised(ENOUGH, 0n);
  }

  /** Evaluates something that stands in the line of `about`. */
  at<T>(about: object, f: () => T): T {
    try {
      return f();
    } catch (error) {
      if (error instanceof Fault && error.line === 0) error.line = this.#lines.get(about) ?? -1;
      throw error;
    }
  }

  call(proc: Proc, args: readonly Cell[], up: Frame | undefined): Value | undefined {
    const frame: Frame = { proc, vars: new Map(), up };
    proc.formals.forEach(({ v }, i) => {
      frame.vars.set(v, args[i]!);
    });
    for (const { v, init } of proc.locals) {
      const cell: Cell = { v: this.initial(v.type) };
      frame.vars.set(v, cell);
      if (init) this.at(v, () => store(cell, this.checked(init, v.type, frame)));
    }
    if (proc.level > 0) this.step();
    try {
      this.list(proc.body, frame);
    } catch (error) {
      if (error instanceof Return) return error.value;
      throw error;
    }
    return undefined;
  }

  /** Only what the generator leaves without an initial value: references are NIL, parts have the first value of their type. */
  initial(t: Type): Value {
    switch (t.k) {
      case 'record':
        return { cells: t.fields.map((f) => ({ v: this.initial(f.type) })) };
      case 'array':
        return { cells: Array.from({ length: t.hi - t.lo + 1 }, () => ({ v: this.initial(t.element) })) };
      case 'set':
        return new Set();
      case 'real':
        return 0;
      case 'text':
        return '';
      case 'ref':
      case 'object':
      case 'function':
      case 'open':
        return null;
      default: {
        const [lo, hi] = bounds(t);
        return lo <= 0n && hi >= 0n ? 0n : lo;
      }
    }
  }

  // ---------------------------------------------------------------- designators

  variable(v: Var, frame: Frame): Cell {
    for (let f: Frame | undefined = frame; f; f = f.up) {
      const cell = f.vars.get(v);
      if (cell) return cell;
    }
    throw new Error(`${v.name} is nowhere`);
  }

  /** The address of a variable; `late` is a check that comes when it is used. */
  designator(d: Designator, frame: Frame): Cell {
    switch (d.d) {
      case 'var':
        return this.variable(d.v, frame);
      case 'field':
        return (this.designator(d.of, frame).v as Cells).cells[d.field]!;
      case 'member': {
        const object = this.designator(d.of, frame).v as Obj | null;
        return object === null ? fault('AttemptToDereferenceNIL') : object.fields.get(d.field.name)!;
      }
      case 'index': {
        const array = this.designator(d.of, frame).v as Cells;
        const t = typeOf(d.of);
        const at = this.int(d.at, frame) - (t.k === 'array' ? BigInt(t.lo) : 0n);
        return at < 0n || at >= BigInt(array.cells.length) ? fault('SubscriptOutOfRange') : array.cells[Number(at)]!;
      }
      case 'deref': {
        const ref = this.designator(d.of, frame).v as Ref | null;
        return ref === null ? fault('AttemptToDereferenceNIL') : ref.target;
      }
    }
  }

  // ---------------------------------------------------------------- expressions

  int(x: Expr, frame: Frame): bigint {
    return this.value(x, frame) as bigint;
  }
  bool(x: Expr, frame: Frame): boolean {
    return this.value(x, frame) === 1n;
  }
  checked(x: Expr, t: Type, frame: Frame): Value {
    const v = this.value(x, frame);
    return typeof v === 'bigint' ? inside(v, t) : v;
  }

  value(x: Expr, frame: Frame): Value {
    switch (x.e) {
      case 'int':
      case 'long':
      case 'char':
      case 'enum':
        return x.n;
      case 'bool':
        return bit(x.b);
      case 'real':
        return x.x;
      case 'text':
        return x.t;
      case 'nil':
        return null;
      case 'get':
        return this.designator(x.from, frame).v;
      case 'unary':
        return this.unary(x.op, this.value(x.x, frame));
      case 'binary':
        return this.binary(x, frame);
      case 'apply':
        return this.apply(
          x.f,
          x.args.map((a) => this.value(a, frame)),
        );
      case 'val':
        return inside(this.int(x.x, frame), x.type);
      case 'number': {
        // What the type says alone is a constant, and its designator is not evaluated: FIRST of any array, all of a fixed one.
        const t = typeOf(x.of);
        if (t.k === 'array') return BigInt(x.what === 'NUMBER' ? t.hi - t.lo + 1 : x.what === 'FIRST' ? t.lo : t.hi);
        if (x.what === 'FIRST') return 0n;
        const n = BigInt((this.designator(x.of, frame).v as Cells).cells.length);
        return x.what === 'NUMBER' ? n : n - 1n;
      }
      case 'set': {
        const members = new Set<number>();
        const element = (n: bigint) =>
          n < BigInt(x.type.lo) || n > BigInt(x.type.hi) ? fault('ValueOutOfRange') : Number(n);
        for (const part of x.parts) {
          if (!Array.isArray(part)) members.add(element(this.int(part as Expr, frame)));
          else {
            const [from, to] = [this.int(part[0], frame), this.int(part[1], frame)];
            if (from <= to) for (let m = element(from), last = element(to); m <= last; m++) members.add(m);
          }
        }
        return members;
      }
      case 'record':
        return { cells: x.fields.map((f, i) => ({ v: copy(this.checked(f, x.type.fields[i]!.type, frame)) })) };
      case 'array': {
        const items = x.items.map((f) => this.checked(f, x.type.element, frame));
        const size = x.type.hi - x.type.lo + 1;
        return { cells: Array.from({ length: size }, (_, i) => ({ v: copy(items[Math.min(i, items.length - 1)]!) })) };
      }
      case 'new':
        return this.created(x, frame);
      case 'istype': {
        const v = this.value(x.x, frame) as Obj | null;
        return bit(v === null || isSubtype(v.type, x.type));
      }
      case 'narrow': {
        const v = this.value(x.x, frame) as Obj | null;
        return v === null || isSubtype(v.type, x.type) ? v : fault('NARROWFailed');
      }
      case 'method': {
        const object = this.designator(x.of, frame).v as Obj | null;
        const n = this.int(x.x, frame);
        // The receiver is evaluated first, and looked at when the arguments are there.
        if (object === null) return fault('AttemptToDereferenceNIL');
        let t: ObjectType | undefined = object.type;
        while (!t!.method) t = t!.parent;
        const { factor, field } = t!.method;
        const cell = object.fields.get(`o${field}`)!;
        cell.v = wrap((cell.v as bigint) + 1n);
        return wrap(wrap(n * factor) + (cell.v as bigint));
      }
      case 'call':
        return this.invoke(x.call, frame)!;
      case 'through': {
        const { proc, up } = this.variable(x.v, frame).v as Closure;
        return this.call(proc, [{ v: this.int(x.x, frame) }], up)!;
      }
      case 'proc':
        return { proc: x.proc, up: this.around(x.proc, frame) };
    }
  }

  created(x: Expr & { e: 'new' }, frame: Frame): Value {
    const t = x.type;
    if (t.k === 'object') {
      const fields = new Map(fieldsOf(t).map((f) => [f.name, { v: this.initial(f.type) }]));
      for (const [f, value] of x.fields) fields.get(f.name)!.v = copy(this.checked(value, f.type, frame));
      return { type: t, fields };
    }
    const to = (t as Type & { k: 'ref' }).to;
    if (to.k !== 'open') return { target: { v: this.initial(to) } };
    const size = this.int(x.size!, frame);
    if (size < 0n) fault('ValueOutOfRange');
    return { target: { v: { cells: Array.from({ length: Number(size) }, () => ({ v: this.initial(to.element) })) } } };
  }

  unary(op: string, v: Value): Value {
    switch (op) {
      case '-':
        return typeof v === 'number' ? -v : wrap(-(v as bigint));
      case 'NOT':
        return bit(v === 0n);
      case 'ABS':
        return typeof v === 'number' ? Math.abs(v) : wrap((v as bigint) < 0n ? -(v as bigint) : (v as bigint));
      case 'ORD':
      case 'INTEGER':
        return v;
      case 'FLOAT':
        return Number(v);
      default: {
        const y = v as number;
        const n = !Number.isFinite(y)
          ? 2n ** 70n
          : op === 'TRUNC'
            ? BigInt(Math.trunc(y))
            : op === 'FLOOR'
              ? BigInt(Math.floor(y))
              : op === 'CEILING'
                ? BigInt(Math.ceil(y))
                : roundEven(y);
        return n < -(2n ** 63n) || n >= 2n ** 63n ? fault('ValueOutOfRange') : n;
      }
    }
  }

  binary(x: Expr & { e: 'binary' }, frame: Frame): Value {
    if (x.op === 'AND') return bit(this.bool(x.x, frame) && this.bool(x.y, frame));
    if (x.op === 'OR') return bit(this.bool(x.x, frame) || this.bool(x.y, frame));
    const l = this.value(x.x, frame);
    const r = this.value(x.y, frame);
    if (l instanceof Set || r instanceof Set) return this.sets(x.op, l, r as ReadonlySet<number>);
    if (x.op === '=' || x.op === '#') return bit(this.equal(l, r) === (x.op === '='));
    if (typeof l === 'string') return l + (r as string);
    if (x.op === 'IN') return bit((r as ReadonlySet<number>).has(Number(l as bigint)));
    if (typeof l === 'number') return this.reals(x.op, l, r as number);
    const [a, b] = [l as bigint, r as bigint];
    switch (x.op) {
      case '+':
        return wrap(a + b);
      case '-':
        return wrap(a - b);
      case '*':
        return wrap(a * b);
      case 'DIV':
        return wrap(floorDiv(a, b));
      case 'MOD':
        return wrap(a - b * floorDiv(a, b));
      case '<':
        return bit(a < b);
      case '<=':
        return bit(a <= b);
      case '>':
        return bit(a > b);
      default:
        return bit(a >= b);
    }
  }

  /** Records and arrays are compared by their parts. */
  equal(l: Value, r: Value): boolean {
    if (l !== null && r !== null && typeof l === 'object' && typeof r === 'object' && 'cells' in l && 'cells' in r) {
      return l.cells.length === r.cells.length && l.cells.every((c, i) => this.equal(c.v, r.cells[i]!.v));
    }
    if (l instanceof Set && r instanceof Set) return l.size === r.size && [...l].every((m) => r.has(m));
    return l === r;
  }

  reals(op: string, a: number, b: number): Value {
    switch (op) {
      case '+':
        return a + b;
      case '-':
        return a - b;
      case '*':
        return a * b;
      case '/':
        return a / b;
      case '<':
        return bit(a < b);
      case '<=':
        return bit(a <= b);
      case '>':
        return bit(a > b);
      default:
        return bit(a >= b);
    }
  }

  sets(op: string, l: Value, r: ReadonlySet<number>): Value {
    if (op === 'IN') return bit(r.has(Number(l as bigint)));
    const a = l as ReadonlySet<number>;
    const within = (x: ReadonlySet<number>, y: ReadonlySet<number>) => [...x].every((m) => y.has(m));
    switch (op) {
      case '+':
        return new Set([...a, ...r]);
      case '-':
        return new Set([...a].filter((m) => !r.has(m)));
      case '*':
        return new Set([...a].filter((m) => r.has(m)));
      case '/':
        return new Set([...a, ...r].filter((m) => a.has(m) !== r.has(m)));
      case '=':
        return bit(within(a, r) && within(r, a));
      case '#':
        return bit(!(within(a, r) && within(r, a)));
      case '<=':
        return bit(within(a, r));
      case '<':
        return bit(within(a, r) && a.size < r.size);
      case '>=':
        return bit(within(r, a));
      default:
        return bit(within(r, a) && r.size < a.size);
    }
  }

  apply(f: string, args: readonly Value[]): Value {
    if (f === 'MIN' || f === 'MAX') {
      const [a, b] = args as [bigint, bigint];
      return a < b === (f === 'MIN') ? a : b;
    }
    if (f === 'Text.Length') return BigInt((args[0] as string).length);
    if (f === 'Text.Equal') return bit(args[0] === args[1]);
    const [a, b] = args as [bigint, bigint];
    switch (f) {
      case 'Word.And':
        return wrap(word(a) & word(b));
      case 'Word.Or':
        return wrap(word(a) | word(b));
      case 'Word.Xor':
        return wrap(word(a) ^ word(b));
      case 'Word.Not':
        return wrap(~a);
      case 'Word.Plus':
        return wrap(a + b);
      case 'Word.Minus':
        return wrap(a - b);
      case 'Word.Times':
        return wrap(a * b);
      case 'Word.Divide':
        return b === 0n ? fault('ArithmeticFault') : wrap(word(a) / word(b));
      case 'Word.Mod':
        return b === 0n ? fault('ArithmeticFault') : wrap(word(a) % word(b));
      case 'Word.LT':
        return bit(word(a) < word(b));
      case 'Word.GE':
        return bit(word(a) >= word(b));
      case 'Word.Shift':
        return b > 63n || b < -63n ? 0n : b >= 0n ? wrap(word(a) << b) : wrap(word(a) >> -b);
      default: {
        const n = ((b % 64n) + 64n) % 64n;
        return wrap((word(a) << n) | (word(a) >> (64n - n)));
      }
    }
  }

  // ---------------------------------------------------------------- calls

  /** The frame in which a procedure was declared, seen from another. */
  around(proc: Proc, frame: Frame): Frame | undefined {
    let f: Frame | undefined = frame;
    while (f && f.proc.level >= proc.level) f = f.up;
    return f;
  }

  invoke({ proc, args }: Call, frame: Frame): Value | undefined {
    const cells = args.map((arg, i): Cell => {
      const { mode, v } = proc.formals[i]!;
      if (isDesignator(arg)) {
        const cell = this.designator(arg, frame);
        return mode === 'value' ? { v: copy(cell.v) } : cell;
      }
      return { v: copy(this.checked(arg, v.type, frame)) };
    });
    return this.call(proc, cells, this.around(proc, frame));
  }

  // ---------------------------------------------------------------- statements

  list(statements: readonly Stmt[], frame: Frame): void {
    for (const s of statements) this.at(s, () => this.statement(s, frame));
  }

  trace(t: Type, v: Value): void {
    if (t.k === 'text') this.output += `${v as string} `;
    else if (t.k === 'real') {
      const x = v as number;
      this.output += Number.isNaN(x) ? 'nan ' : Math.abs(x) < 1e14 ? `${roundEven(x * 8)}r ` : x > 0 ? 'big ' : '-big ';
    } else this.output += `${v as bigint} `;
  }

  /** Runs the body of a loop; true if it was left by EXIT. */
  body(statements: readonly Stmt[], frame: Frame): boolean {
    this.step();
    try {
      this.list(statements, frame);
      return false;
    } catch (error) {
      if (error instanceof Exit) return true;
      throw error;
    }
  }

  /** With one more variable. */
  within(v: Var, cell: Cell, statements: readonly Stmt[], frame: Frame): void {
    this.list(statements, { proc: frame.proc, vars: new Map([[v, cell]]), up: frame });
  }

  statement(s: Stmt, frame: Frame): unknown {
    switch (s.s) {
      case 'assign': {
        const to = this.designator(s.to, frame);
        return store(to, this.checked(s.x, typeOf(s.to), frame));
      }
      case 'subarray': {
        const part = (d: Designator, at: Expr, n: Expr) => {
          const cells = (this.designator(d, frame).v as Cells).cells;
          const [start, size] = [this.int(at, frame), this.int(n, frame)];
          if (start < 0n || size < 0n || start + size > BigInt(cells.length)) fault('SubscriptOutOfRange');
          return { v: { cells: cells.slice(Number(start), Number(start + size)) } };
        };
        const to = part(s.to, s.at, s.n);
        return store(to, part(s.from, s.start, s.m).v);
      }
      case 'trace':
        return this.trace(s.type, this.value(s.x, frame));
      case 'inc': {
        const to = this.designator(s.to, frame);
        // As v := v + n: the old value is read before n is evaluated.
        const n = to.v as bigint;
        const by = s.by ? this.int(s.by, frame) : 1n;
        to.v = inside(wrap(s.dec ? n - by : n + by), typeOf(s.to));
        return;
      }
      case 'if':
        for (const arm of s.arms) if (this.at(arm, () => this.bool(arm.on, frame))) return this.list(arm.body, frame);
        if (s.otherwise) this.list(s.otherwise, frame);
        return;
      case 'while':
        while (this.bool(s.on, frame)) if (this.body(s.body, frame)) return;
        return;
      case 'repeat':
        do {
          if (this.body(s.body, frame)) return;
        } while (!this.at(s.until, () => this.bool(s.until.on, frame)));
        return;
      case 'loop':
        while (!this.body(s.body, frame));
        return;
      case 'exit':
        throw new Exit();
      case 'for': {
        const [from, to] = [this.int(s.from, frame), this.int(s.to, frame)];
        for (let i = from; s.by > 0n ? i <= to : i >= to; i += s.by) {
          if (this.body(s.body, { proc: frame.proc, vars: new Map([[s.v, { v: i }]]), up: frame })) return;
        }
        return;
      }
      case 'case': {
        const n = this.int(s.x, frame);
        const arm = s.arms.find((a) => a.lo <= n && n <= a.hi);
        if (arm) return this.list(arm.body, frame);
        return s.otherwise ? this.list(s.otherwise, frame) : fault('UnhandledValueInCASEStatement');
      }
      case 'typecase': {
        const v = this.value(s.x, frame) as Obj | null;
        const arm = s.arms.find((a) => v === null || isSubtype(v.type, a.type));
        if (arm) return this.within(arm.v, { v }, arm.body, frame);
        return s.otherwise ? this.list(s.otherwise, frame) : fault('UnhandledTypeInTYPECASEStatement');
      }
      case 'with':
        return this.within(
          s.v,
          isDesignator(s.is) ? this.designator(s.is, frame) : { v: copy(this.value(s.is, frame)) },
          s.body,
          frame,
        );
      case 'except':
        return this.except(s, frame);
      case 'finally': {
        let pending: unknown;
        let ended = false;
        try {
          this.list(s.body, frame);
          ended = true;
        } catch (error) {
          pending = error;
        }
        this.list(s.last, frame);
        if (!ended) throw pending;
        return;
      }
      case 'raise':
        throw new Raised(s.exception, s.exception === 0 ? 0n : this.int(s.x, frame));
      case 'return':
        throw new Return(s.x && copy(this.checked(s.x, frame.proc.result!, frame)));
      case 'call':
        this.invoke(s.call, frame);
        return;
      case 'eval':
        this.value(s.x, frame);
        return;
      case 'assert':
        if (!this.bool(s.x, frame)) fault('ASSERTFailed');
        return;
      case 'block':
        return this.within(s.v, { v: copy(this.checked(s.init, s.v.type, frame)) }, s.body, frame);
    }
  }

  except(s: Stmt & { s: 'except' }, frame: Frame): unknown {
    try {
      this.list(s.body, frame);
    } catch (error) {
      if (error instanceof Raised) {
        const arm = s.arms.find((a) => a.exception === error.exception);
        if (arm) return this.within(arm.v, { v: error.n }, arm.body, frame);
      } else if (error instanceof Fault) {
        if (s.faults) return this.trace({ k: 'text' }, error.code);
      } else throw error;
      if (!s.otherwise) throw error;
      this.list(s.otherwise, frame);
    }
  }
}
