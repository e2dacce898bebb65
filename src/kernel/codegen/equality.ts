/**
 * Value equality of aggregates: part by part, floating-point numbers by IEEE comparison, padding ignored.
 *
 * One function per type that needs it; types whose bytes are their value are compared as bytes.
 */
import type { RuntimeType } from '../types/runtime-type.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import { fromBits, getBits, loadBits, loadScalar, packedField } from './access.ts';
import { elementOf, fixedCount, pushOpenBytes } from './array-shape.ts';
import { payForBytes, payForSize } from './bulk.ts';
import { helper, type Program } from './program.ts';
import { openDimensions, scalarType } from './signature.ts';

type Temps = (types: readonly ValType[]) => readonly number[];

const EQUAL: Readonly<Record<string, number>> = { i32: Op.i32_eq, i64: Op.i64_eq, f32: Op.f32_eq, f64: Op.f64_eq };

/** address words, address words -> i32 */
export function equalAggregates(p: Program, body: FunctionBody, type: RuntimeType, temps: Temps): void {
  if (type.kind !== 'openarray') {
    callEqual(p, body, type);
    return;
  }
  const n = openDimensions(type);
  const words = new Array<ValType>(n + 1).fill('i32');
  const b = temps(words);
  const a = temps(words);
  body.i32(1);
  for (let d = 1; d <= n; d++) body.get(a[d]!).get(b[d]!).op(Op.i32_eq, Op.i32_and);
  body.if('i32');
  pushOpenBytes(p, body, type, a.slice(1));
  payForBytes(p, body);
  body.get(a[0]!).get(b[0]!);
  for (const l of a.slice(1)) body.get(l);
  body.call(equalOpen(p, type)).else().i32(0).end();
}

/** Two addresses of aggregates of fixed size are on the stack. */
function callEqual(p: Program, body: FunctionBody, type: RuntimeType): void {
  const { size } = p.layout.layoutOf(type);
  payForSize(p, body, size);
  if (isPlain(p, type)) body.i32(size).call(equalBytes(p));
  else body.call(equalFixed(p, type));
}

/** Whether values are equal exactly when all their bytes are. */
function isPlain(p: Program, type: RuntimeType): boolean {
  switch (type.kind) {
    case 'float':
    case 'packed':
    case 'openarray':
      return false;
    case 'array': {
      const { size, bits } = p.layout.elementPlace(type);
      return bits === undefined && isPlain(p, type.element) && size === p.layout.layoutOf(type.element).size;
    }
    case 'record': {
      let end = 0;
      for (const [n, f] of type.fields.entries()) {
        if (!isPlain(p, f.type) || p.layout.fieldPlace(type, n).offset !== end) return false;
        end += p.layout.layoutOf(f.type).size;
      }
      return end === p.layout.layoutOf(type).size;
    }
    default:
      return true;
  }
}

/** (a, b, bytes) -> i32 */
function equalBytes(p: Program): number {
  return helper(p, 'equal.bytes', { params: ['i32', 'i32', 'i32'], results: ['i32'] }, (f) => {
    const at = f.local('i32');
    const step = (bytes: number, load: number, compare: number): void => {
      f.block().loop();
      f.get(2).get(at).op(Op.i32_sub).i32(bytes).op(Op.i32_lt_u).brIf(1);
      f.get(0).get(at).op(Op.i32_add).memory(load, 0);
      f.get(1).get(at).op(Op.i32_add).memory(load, 0);
      f.op(compare).if().i32(0).return().end();
      f.get(at).i32(bytes).op(Op.i32_add).set(at).br(0).end().end();
    };
    step(8, Op.i64_load, Op.i64_ne);
    step(1, Op.i32_load8_u, Op.i32_ne);
    f.i32(1);
  });
}

function equalFixed(p: Program, type: RuntimeType): number {
  return helper(p, `equal.${type.id}`, { params: ['i32', 'i32'], results: ['i32'] }, (f) => {
    if (type.kind === 'record') {
      type.fields.forEach((field, n) => {
        pushFieldEqual(p, f, type, n, field.type);
        f.op(Op.i32_eqz).if().i32(0).return().end();
      });
    } else if (type.kind === 'array') {
      const count = f.local('i32');
      f.i32(fixedCount(type)).set(count);
      elements(p, f, type, count);
    } else throw new Error(`${type.name} is not compared part by part`);
    f.i32(1);
  });
}

function pushFieldEqual(p: Program, f: FunctionBody, record: RuntimeType, n: number, type: RuntimeType): void {
  if (type.kind === 'packed') {
    const { at, base } = packedField(p, record, n);
    for (const side of [0, 1]) {
      f.get(side);
      loadBits(p, f, at);
      fromBits(f, scalarType(base)!);
    }
    f.op(EQUAL[scalarType(base)!]!);
    return;
  }
  const { offset } = p.layout.fieldPlace(record, n);
  pushPartEqual(p, f, type, offset);
}

/** Compares the parts at an offset from locals 0 and 1. */
function pushPartEqual(p: Program, f: FunctionBody, type: RuntimeType, offset: number): void {
  const { storage } = p.layout.layoutOf(type);
  for (const side of [0, 1]) {
    f.get(side);
    if (storage) loadScalar(f, storage, offset);
    else if (offset > 0) f.i32(offset).op(Op.i32_add);
  }
  if (storage) f.op(EQUAL[scalarType(type)!]!);
  else callEqual(p, f, type);
}

/** Returns 0 from the function at the first unequal pair of `count` elements from locals 0 and 1, which move along. */
function elements(p: Program, f: FunctionBody, array: RuntimeType, count: number): void {
  const type = elementOf(array);
  const { size, bits } = p.layout.elementPlace(array);
  if (bits !== undefined && type.kind === 'packed' && type.base.kind !== 'float') {
    packedElements(p, f, bits, count);
    return;
  }
  // Nothing is equal to nothing, however often.
  if (bits === undefined && size === 0) return;
  const n = f.local('i32');
  f.block().loop();
  f.get(n).get(count).op(Op.i32_ge_u).brIf(1);
  if (type.kind === 'packed' && bits !== undefined) {
    for (const side of [0, 1]) pushPackedElement(p, f, type.base, side, n, bits);
    f.op(EQUAL[scalarType(type.base)!]!);
  } else pushPartEqual(p, f, type, 0);
  f.op(Op.i32_eqz).if().i32(0).return().end();
  if (bits === undefined) for (const side of [0, 1]) f.get(side).i32(size).op(Op.i32_add).set(side);
  f.get(n).i32(1).op(Op.i32_add).set(n).br(0).end().end();
}

/** A row of packed elements is its bits: whole bytes first, then what is left; the rest of the last byte does not count. */
function packedElements(p: Program, f: FunctionBody, bits: number, count: number): void {
  const all = f.local('i64');
  const bytes = f.local('i32');
  f.get(count).op(Op.i64_extend_i32_u).i64(BigInt(bits)).op(Op.i64_mul).tee(all);
  f.i64(3n).op(Op.i64_shr_u, Op.i32_wrap_i64).set(bytes);
  f.get(0).get(1).get(bytes).call(equalBytes(p)).op(Op.i32_eqz).if().i32(0).return().end();
  for (const side of [0, 1]) {
    f.get(side).get(bytes).op(Op.i32_add).i32(0);
    f.get(all).op(Op.i32_wrap_i64).i32(7).op(Op.i32_and).call(getBits(p));
  }
  f.op(Op.i64_ne).if().i32(0).return().end();
}

function pushPackedElement(p: Program, f: FunctionBody, base: RuntimeType, row: number, n: number, bits: number): void {
  const position = (): FunctionBody => f.get(n).op(Op.i64_extend_i32_u).i64(BigInt(bits)).op(Op.i64_mul);
  f.get(row);
  position().i64(3n).op(Op.i64_shr_u, Op.i32_wrap_i64, Op.i32_add);
  position().op(Op.i32_wrap_i64).i32(7).op(Op.i32_and);
  f.i32(bits).call(getBits(p));
  fromBits(f, scalarType(base)!);
}

/** (a, b, lengths…) -> i32, the lengths being those of both. */
function equalOpen(p: Program, type: RuntimeType): number {
  const n = openDimensions(type);
  const params = new Array<ValType>(n + 2).fill('i32');
  return helper(p, `equal.open.${type.id}`, { params, results: ['i32'] }, (f) => {
    if (n === 1) elements(p, f, type, 2);
    else {
      const inner = elementOf(type);
      const row = f.local('i32');
      const at = f.local('i32');
      const rest = Array.from({ length: n - 1 }, (_, d) => 3 + d);
      pushOpenBytes(p, f, inner, rest);
      f.tee(row).op(Op.i32_eqz).if().i32(1).return().end();
      f.block().loop();
      f.get(at).get(2).op(Op.i32_ge_u).brIf(1);
      f.get(0).get(1);
      for (const l of rest) f.get(l);
      f.call(equalOpen(p, inner)).op(Op.i32_eqz).if().i32(0).return().end();
      for (const side of [0, 1]) f.get(side).get(row).op(Op.i32_add).set(side);
      f.get(at).i32(1).op(Op.i32_add).set(at).br(0).end().end();
    }
    f.i32(1);
  });
}
