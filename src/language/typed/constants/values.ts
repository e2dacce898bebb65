/**
 * Operations on constant values of any type: equality and order, sets, and the value of a checked expression whose parts are constant.
 */
import type { ConstValue, Type } from '../../types/model.ts';
import { bounds, numberOf, unpacked } from '../../types/ordinals.ts';
import { sameProcedure } from '../../types/relations.ts';
import type { ArithOp, CompareOp, Expr } from '../tree.ts';

/** `=` on two constants of one type: unlike `sameConst` it is numeric, so 0.0 = -0.0 and a NaN differs from itself. */
export function equalConst(a: ConstValue, b: ConstValue): boolean {
  if (a.kind === 'int' && b.kind === 'int') return a.value === b.value;
  if (a.kind === 'real' && b.kind === 'real') return a.value === b.value;
  if (a.kind === 'nil' && b.kind === 'nil') return true;
  if (a.kind === 'proc' && b.kind === 'proc') return sameProcedure(a.proc, b.proc);
  if (a.kind === 'set' && b.kind === 'set') return sameSet(a.elements, b.elements);
  if (a.kind === 'record' && b.kind === 'record') return allEqual(a.fields, b.fields);
  if (a.kind === 'array' && b.kind === 'array') return allEqual(a.elements, b.elements);
  return false;
}

function sameSet(a: readonly bigint[], b: readonly bigint[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

function allEqual(a: readonly ConstValue[], b: readonly ConstValue[]): boolean {
  return a.length === b.length && a.every((x, i) => equalConst(x, b[i]!));
}

/** A relation between two constants; undefined where it cannot be decided at compile time (texts are references). */
export function compareConst(op: CompareOp, a: ConstValue, b: ConstValue): boolean | undefined {
  if (holdsText(a) || holdsText(b)) return undefined;
  if (op === '=' || op === '#') return equalConst(a, b) === (op === '=');
  if (a.kind === 'int' && b.kind === 'int') return ordered(op, a.value, b.value);
  if (a.kind === 'real' && b.kind === 'real') return ordered(op, a.value, b.value);
  if (a.kind === 'set' && b.kind === 'set') return setIncluded(op, a.elements, b.elements);
  return undefined;
}

function holdsText(value: ConstValue): boolean {
  if (value.kind === 'record') return value.fields.some(holdsText);
  if (value.kind === 'array') return value.elements.some(holdsText);
  return value.kind === 'text';
}

function ordered<T extends bigint | number>(op: Exclude<CompareOp, '=' | '#'>, x: T, y: T): boolean {
  switch (op) {
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    case '>=':
      return x >= y;
  }
}

/** `<=` is inclusion, `<` proper inclusion (definition 2.6.11). */
function setIncluded(op: Exclude<CompareOp, '=' | '#'>, a: readonly bigint[], b: readonly bigint[]): boolean {
  const [small, large] = op === '<' || op === '<=' ? [a, b] : [b, a];
  const members = new Set(large);
  const included = small.every((x) => members.has(x));
  return op === '<=' || op === '>=' ? included : included && small.length < large.length;
}

/** Union, difference, intersection, symmetric difference. */
export function foldSet(op: ArithOp, a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const [inA, inB] = [new Set(a), new Set(b)];
  switch (op) {
    case '+':
      return ascending([...inA, ...inB]);
    case '-':
      return a.filter((x) => !inB.has(x));
    case '*':
      return a.filter((x) => inB.has(x));
    default:
      return ascending([...a.filter((x) => !inB.has(x)), ...b.filter((x) => !inA.has(x))]);
  }
}

/** The elements in ascending order, each once. */
export function ascending(elements: Iterable<bigint>): bigint[] {
  return [...new Set(elements)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
}

/** More elements than this a constant array or set is never spelled out to: such a constant is a mistake or an attack. */
export const LARGEST_AGGREGATE = 2 ** 20;

/** The value of a checked expression if all of it is constant: constants, top-level procedures, constructors of constants, and parts of them. */
export function constantValue(expr: Expr): ConstValue | undefined {
  switch (expr.kind) {
    case 'const':
      return expr.value;
    case 'procedure':
      return expr.procedure.parent === undefined ? { kind: 'proc', proc: expr.procedure } : undefined;
    case 'recordValue': {
      const fields = allValues(expr.fields, (i) => expr.type.fields[i]!.type);
      return fields && { kind: 'record', fields };
    }
    case 'arrayValue':
      return arrayValue(expr);
    case 'field': {
      const record = constantValue(expr.record);
      return record?.kind === 'record' ? record.fields[expr.index] : undefined;
    }
    default:
      return undefined;
  }
}

function arrayValue(expr: Extract<Expr, { kind: 'arrayValue' }>): ConstValue | undefined {
  const elements = spelledOut(
    expr,
    allValues(expr.elements, () => expr.type.element),
  );
  return elements && { kind: 'array', elements };
}

/** All elements of an array constructor, the repeated ones, too; undefined if they are too many. */
export function spelledOut(
  expr: Extract<Expr, { kind: 'arrayValue' }>,
  written: ConstValue[] | undefined,
): ConstValue[] | undefined {
  if (written === undefined) return undefined;
  const length = expr.type.kind === 'array' ? arrayLength(expr.type.index) : written.length;
  if (length === undefined || length > LARGEST_AGGREGATE) return undefined;
  const last = written.at(-1);
  while (expr.fill && last !== undefined && written.length < length) written.push(last);
  return written;
}

function allValues(parts: readonly Expr[], typeOf: (index: number) => Type): ConstValue[] | undefined {
  const values: ConstValue[] = [];
  for (const [i, part] of parts.entries()) {
    const value = constantValue(part);
    if (value === undefined || !fitsPlace(value, typeOf(i))) return undefined;
    values.push(value);
  }
  return values;
}

/** A constant that its place cannot hold is left for the run-time check that says so. */
export function fitsPlace(value: ConstValue, place: Type): boolean {
  const type = unpacked(place);
  if (value.kind === 'int') {
    const range = bounds(type);
    return range === undefined || (value.value >= range.lo && value.value <= range.hi);
  }
  return value.kind !== 'array' || type.kind !== 'array' || arrayLength(type.index) === value.elements.length;
}

function arrayLength(index: Type): number | undefined {
  const count = numberOf(index);
  return count === undefined ? undefined : Number(count);
}
