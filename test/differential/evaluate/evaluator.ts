/**
 * What a program of the differential check must print, by walking its tree: plain, slow, integers as BigInt. Written from the definition; it shares
 * nothing with the compiler or the kernel. Operands are evaluated from left to right; the designator of an assignment before its value, checked after it.
 */
import {
  type Call,
  type Designator,
  EXCEPTIONS,
  type Expr,
  fieldsOf,
  isDesignator,
  methodOf,
  type ObjectType,
  type OpenType,
  type Proc,
  type Program,
  STEPS,
  type Stmt,
  type Type,
  typeOf,
  type Var,
  ZERO,
} from '../tree.ts';
import { binary, bitsOf, extremum, rowOfBits, toFloat, unary } from './arithmetic.ts';
import { text } from './texts.ts';
import {
  bit,
  type Cell,
  type Cells,
  type Closure,
  copy,
  Fault,
  type Frame,
  fault,
  initial,
  inside,
  isCells,
  isSubtype,
  type Obj,
  openArray,
  type Ref,
  shape,
  store,
  type Value,
  wrap,
} from './values.ts';

const OUTSIDE: Proc = { name: '', level: -1, formals: [], result: undefined, locals: [], inner: [], body: [] };

class Raised {
  readonly exception: number;
  readonly value: Value;
  constructor(exception: number, value: Value) {
    this.exception = exception;
    this.value = value;
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

export class Evaluator {
  output = '';
  #steps = 0;
  readonly #lines: ReadonlyMap<object, number>;
  constructor(lines: ReadonlyMap<object, number>) {
    this.#lines = lines;
  }

  /** What the program prints, and the report of a fault that ends it. */
  run(program: Program): string {
    const vars = new Map<Var, Cell>([
      [ZERO.int, { v: 0n }],
      [ZERO.long, { v: 0n }],
      [ZERO.REAL, { v: 0 }],
      [ZERO.LONGREAL, { v: 0 }],
      [ZERO.EXTENDED, { v: 0 }],
      ...program.globals.map((v): [Var, Cell] => [v, { v: initial(v.type) }]),
    ]);
    try {
      this.call(program.main, [], { proc: OUTSIDE, vars, up: undefined });
    } catch (error) {
      if (error instanceof Raised) this.output += this.uncaught(error);
      else if (error instanceof Fault) return `${this.output}\n! ${error.code} at line ${error.line}`;
      else throw error;
    }
    return this.output;
  }

  uncaught({ exception, value }: Raised): string {
    if (exception === ENOUGH) return 'enough';
    const argument = EXCEPTIONS[exception];
    if (!argument) return `E${exception}`;
    if (argument.k === 'text') return `E${exception}:${visible(value as string)}`;
    const parts = isCells(value) ? value.cells.map((c) => c.v as bigint) : [value as bigint];
    return [`E${exception}`, ...parts].join(':');
  }

  step(): void {
    if (++this.#steps > STEPS) throw new Raised(ENOUGH, null);
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
      const cell: Cell = { v: initial(v.type) };
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

  // ---------------------------------------------------------------- designators

  variable(v: Var, frame: Frame): Cell {
    for (let f: Frame | undefined = frame; f; f = f.up) {
      const cell = f.vars.get(v);
      if (cell) return cell;
    }
    throw new Error(`${v.name} is nowhere`);
  }

  /** The address of a variable. */
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
      case 'part': {
        const { cells, inner } = this.designator(d.of, frame).v as Cells;
        const [start, size] = [this.int(d.start, frame), this.int(d.n, frame)];
        if (start < 0n || size < 0n || start + size > BigInt(cells.length)) fault('SubscriptOutOfRange');
        return { v: { cells: cells.slice(Number(start), Number(start + size)), inner: inner ?? this.inner(cells) } };
      }
      case 'deref': {
        const ref = this.designator(d.of, frame).v as Ref | null;
        return ref === null ? fault('AttemptToDereferenceNIL') : ref.target;
      }
    }
  }

  /** Sizes of the further dimensions of a fixed array, for when none of its elements is left. */
  inner(cells: readonly Cell[]): number[] | undefined {
    const first = cells[0]?.v ?? null;
    return isCells(first) ? [first.cells.length, ...(this.inner(first.cells) ?? [])] : undefined;
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
      case 'wide':
      case 'enum':
      case 'constant':
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
        return unary(x.op, this.value(x.x, frame));
      case 'float':
        return toFloat(this.value(x.x, frame), x.size);
      case 'binary':
        if (x.op === 'AND') return bit(this.bool(x.x, frame) && this.bool(x.y, frame));
        if (x.op === 'OR') return bit(this.bool(x.x, frame) || this.bool(x.y, frame));
        return binary(x.op, this.value(x.x, frame), this.value(x.y, frame), x.size);
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
        const size = x.type.k === 'open' ? items.length : x.type.hi - x.type.lo + 1;
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
        return this.method(object.type, object, n);
      }
      case 'static': {
        const object = this.designator(x.of, frame).v as Obj | null;
        return this.method(x.type, object, this.int(x.x, frame));
      }
      case 'call':
        return this.invoke(x.call, frame)!;
      case 'through': {
        const closure = this.designator(x.of, frame).v as Closure | null;
        const n = this.int(x.x, frame);
        return closure === null ? fault('AttemptToDereferenceNIL') : this.call(closure.proc, [{ v: n }], closure.up)!;
      }
      case 'proc':
        return { proc: x.proc, up: this.around(x.proc, frame) };
    }
  }

  created(x: Expr & { e: 'new' }, frame: Frame): Value {
    const t = x.type;
    if (t.k === 'object') {
      const fields = new Map(fieldsOf(t).map((f) => [f.name, { v: initial(f.type) }]));
      for (const [f, value] of x.fields) fields.get(f.name)!.v = copy(this.checked(value, f.type, frame));
      return { type: t, fields };
    }
    const to = (t as Type & { k: 'ref' }).to;
    if (to.k !== 'open') return { target: { v: initial(to) } };
    const sizes = x.sizes.map((n) => this.int(n, frame));
    if (sizes.some((n) => n < 0n)) fault('ValueOutOfRange');
    return { target: { v: openArray(to, sizes.map(Number)) } };
  }

  apply(f: string, args: readonly Value[]): Value {
    const [unit, name] = f.split('.') as [string, string | undefined];
    if (name === undefined) return extremum(f, args[0]!, args[1]!);
    return unit === 'Text' ? text(name, args) : rowOfBits(name, args as bigint[]);
  }

  /** What the methods of these programs do; the receiver is looked at in there. */
  method(type: ObjectType, self: Obj | null, x: bigint): bigint {
    const method = methodOf(type);
    return this.at(method, () => {
      if (self === null) return fault('AttemptToDereferenceNIL');
      const cell = self.fields.get(`o${method.field}`)!;
      cell.v = wrap((cell.v as bigint) + 1n);
      return wrap(wrap(x * method.factor) + (cell.v as bigint));
    });
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
      const { mode, v, otherwise } = proc.formals[i]!;
      if (arg === undefined) return { v: copy(this.value(otherwise!, frame)) };
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
    if (t.k === 'text') this.output += `${visible(v as string)} `;
    else if (t.k === 'real') this.output += `${bitsOf(v as number, t.size)} `;
    else this.output += `${v as bigint} `;
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
        const v = this.checked(s.x, typeOf(s.to), frame);
        if (isCells(v)) this.sameShape(to.v as Cells, v, typeOf(s.to), s.x);
        return store(to, v);
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
        const arm = s.arms.find((a) => a.labels.some(([lo, hi]) => lo <= n && n <= hi));
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
        throw new Raised(s.exception, s.x ? copy(this.value(s.x, frame)) : null);
      case 'lock':
        return this.list(s.body, frame);
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

  /** Arrays are assigned if they have one shape, of which one may know and the other find out at run time. */
  sameShape(to: Cells, from: Cells, type: Type, x: Expr): void {
    const open = [type, x.e === 'get' ? typeOf(x.from) : type].find((t): t is OpenType => t.k === 'open');
    if (!open) return;
    const [a, b] = [shape(to, open), shape(from, open)];
    if (a.some((n, i) => n !== b[i])) fault('IncompatibleArrayShapes');
  }

  except(s: Stmt & { s: 'except' }, frame: Frame): unknown {
    try {
      this.list(s.body, frame);
    } catch (error) {
      if (error instanceof Raised) {
        const arm = s.arms.find((a) => a.exception === error.exception);
        if (arm) return this.within(arm.v, { v: copy(error.value) }, arm.body, frame);
      } else if (error instanceof Fault) {
        if (s.faults) return this.trace({ k: 'text' }, error.code);
      } else throw error;
      if (!s.otherwise) throw error;
      this.list(s.otherwise, frame);
    }
  }
}

/** As the programs write texts. */
const visible = (t: string): string =>
  Array.from(t, (c) => (c.codePointAt(0)! < 127 ? c : `<${c.codePointAt(0)}>`)).join('');
