/** Designators, expressions and calls of the evaluator. */
import {
  type Call,
  type Designator,
  type Expr,
  fieldsOf,
  isDesignator,
  methodOf,
  type ObjectType,
  type Proc,
  type Type,
  typeOf,
  type Var,
} from '../tree.ts';
import { binary, extremum, rowOfBits, toFloat, unary } from './arithmetic.ts';
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
  type Value,
  wrap,
} from './values.ts';

/** Procedures of the library with formals that are no INTEGERs: from which one on, and up to what number. */
const CARDINALS: Readonly<Record<string, { from: number; to: bigint }>> = {
  Extract: { from: 1, to: 2n ** 63n - 1n },
  Insert: { from: 2, to: 2n ** 63n - 1n },
  LeftShift: { from: 1, to: 63n },
  RightShift: { from: 1, to: 63n },
  LeftRotate: { from: 1, to: 63n },
  RightRotate: { from: 1, to: 63n },
  Sub: { from: 1, to: 2n ** 63n - 1n },
  GetChar: { from: 1, to: 2n ** 63n - 1n },
  GetWideChar: { from: 1, to: 2n ** 63n - 1n },
};

export abstract class Expressions {
  readonly #lines: ReadonlyMap<object, number>;
  constructor(lines: ReadonlyMap<object, number>) {
    this.#lines = lines;
  }

  abstract call(proc: Proc, args: readonly Cell[], up: Frame | undefined): Value | undefined;

  /** Evaluates something that stands in the line of `about`. */
  at<T>(about: object, f: () => T): T {
    try {
      return f();
    } catch (error) {
      if (error instanceof Fault && error.line === 0) error.line = this.#lines.get(about) ?? -1;
      throw error;
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
          x.args.map((a, i) => this.actual(x.f, i, this.value(a, frame))),
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
    // Each is a CARDINAL, like an actual.
    const sizes = x.sizes.map((n) => {
      const size = this.int(n, frame);
      return size < 0n ? fault('ValueOutOfRange') : Number(size);
    });
    return { target: { v: openArray(to, sizes) } };
  }

  /** An actual of a procedure of the library is in the range of its formal, or never gets there. */
  actual(f: string, i: number, v: Value): Value {
    const last = CARDINALS[f.slice(f.indexOf('.') + 1)];
    if (!last || i < last.from || typeof v !== 'bigint') return v;
    return v < 0n || v > last.to ? fault('ValueOutOfRange') : v;
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
}
