/** What the evaluator computes with, and the faults that may come of it. */
import { GREATEST_CHARACTER, type ObjectType, type OpenType, type Proc, type Type, type Var } from '../tree.ts';

/** A variable: its address is the object itself. */
export interface Cell {
  v: Value;
}
export type Value = bigint | number | string | ReadonlySet<number> | Cells | Ref | Obj | Closure | null;
export interface Cells {
  readonly cells: readonly Cell[];
  /** Sizes of the further open dimensions, which an array without elements has, too. */
  readonly inner?: readonly number[] | undefined;
}
export interface Ref {
  readonly target: Cell;
}
export interface Obj {
  readonly type: ObjectType;
  readonly fields: Map<string, Cell>;
}
export interface Closure {
  readonly proc: Proc;
  readonly up: Frame | undefined;
}
export interface Frame {
  readonly proc: Proc;
  readonly vars: Map<Var, Cell>;
  readonly up: Frame | undefined;
}

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

export class Fault {
  line = 0;
  readonly code: Code;
  constructor(code: Code) {
    this.code = code;
  }
}
export const fault = (code: Code): never => {
  throw new Fault(code);
};

export const wrap = (n: bigint): bigint => BigInt.asIntN(64, n);
export const word = (n: bigint): bigint => BigInt.asUintN(64, n);
export const bit = (b: boolean): bigint => (b ? 1n : 0n);

/** The least and the greatest number of an ordinal type. */
export function bounds(t: Type): [bigint, bigint] {
  switch (t.k) {
    case 'sub':
      return [t.lo, t.hi];
    case 'enum':
      return [0n, BigInt(t.size - 1)];
    case 'bool':
      return [0n, 1n];
    case 'char':
      return [0n, 255n];
    case 'wide':
      return [0n, BigInt(GREATEST_CHARACTER)];
    default:
      return [-(2n ** 63n), 2n ** 63n - 1n];
  }
}

export function inside(n: bigint, t: Type): bigint {
  const [lo, hi] = bounds(t);
  return n < lo || n > hi ? fault('ValueOutOfRange') : n;
}

export const isCells = (v: Value): v is Cells => v !== null && typeof v === 'object' && 'cells' in v;

export const copy = (v: Value): Value =>
  isCells(v) ? { cells: v.cells.map((c) => ({ v: copy(c.v) })), inner: v.inner } : v;

/** Sizes of the dimensions of an array, as far as they are open in this type. */
export function shape(v: Cells, t: OpenType): readonly number[] {
  const { element } = t;
  if (element.k !== 'open') return [v.cells.length];
  const first = v.cells[0]?.v;
  return [v.cells.length, ...(first ? shape(first as Cells, element) : (v.inner ?? []))];
}

/** Puts a copy of a value where one of the type stands; parts keep their place, since aliases may lead to them. */
export function store(to: Cell, v: Value): void {
  if (isCells(v) && isCells(to.v)) {
    const from = copy(v) as Cells;
    to.v.cells.forEach((c, i) => {
      store(c, from.cells[i]!.v);
    });
  } else to.v = copy(v);
}

/** What a variable begins with if nothing is said: references are NIL, numbers zero or the first of their type. */
export function initial(t: Type): Value {
  switch (t.k) {
    case 'record':
      return { cells: t.fields.map((f) => ({ v: initial(f.type) })) };
    case 'array':
      return { cells: Array.from({ length: t.hi - t.lo + 1 }, () => ({ v: initial(t.element) })) };
    case 'set':
      return new Set();
    case 'real':
      return 0;
    case 'text':
      return '';
    case 'ref':
    case 'object':
    case 'function':
    case 'proc':
    case 'open':
      return null;
    default: {
      const [lo, hi] = bounds(t);
      return lo <= 0n && hi >= 0n ? 0n : lo;
    }
  }
}

/** A new open array. */
export function openArray(t: OpenType, sizes: readonly number[]): Cells {
  const [size, ...inner] = sizes as [number, ...number[]];
  const element = () => (t.element.k === 'open' ? openArray(t.element, inner) : initial(t.element));
  return { cells: Array.from({ length: size }, () => ({ v: element() })), inner };
}

/** Records and arrays are equal if their parts are. */
export function equal(l: Value, r: Value): boolean {
  if (isCells(l) && isCells(r))
    return l.cells.length === r.cells.length && l.cells.every((c, i) => equal(c.v, r.cells[i]!.v));
  if (l instanceof Set && r instanceof Set) return l.size === r.size && [...l].every((m) => r.has(m));
  if (l !== null && r !== null && typeof l === 'object' && typeof r === 'object' && 'proc' in l && 'proc' in r)
    return l.proc === r.proc;
  return l === r;
}

export function isSubtype(t: ObjectType, of: ObjectType): boolean {
  return t === of || (t.parent !== undefined && isSubtype(t.parent, of));
}
