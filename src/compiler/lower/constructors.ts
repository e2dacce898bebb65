/**
 * Record, array and large-set values that are made at run time: built field by field in a temporary, or in a new variable.
 */
import type { Expr } from '../../language/typed/tree.ts';
import type { ArrayType, OpenArrayType, Type } from '../../language/types/model.ts';
import { Refusal } from '../refusal.ts';
import { lowerCall } from './calls.ts';
import { type Body, typeIndex } from './context.ts';
import { lowerAggregate, lowerTo } from './expressions.ts';
import { buildBigSet } from './sets.ts';
import {
  bounds,
  cardinality,
  fixedArray,
  INTEGER,
  integerSubrange,
  isBigSet,
  isPacked,
  isScalar,
  unpack,
} from './types.ts';
import { sameType } from './values.ts';

type Node<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

/** From how many repetitions on `..` becomes a loop. */
const UNROLLED_FILL = 4;

/** Builds the value in a temporary and pushes its address; says of which type it is (never an open array). */
export function buildTemporary(body: Body, expr: Expr): Type {
  const type = builtType(expr);
  const temporary = body.locals.temporary('memory', typeIndex(body, type));
  const push = (): void => body.code.emit('local.addr', temporary);
  buildInto(body, push, type, expr);
  push();
  return type;
}

/** The fixed type of what a constructor makes; an array constructor of open type has as many elements as are written. */
function builtType(expr: Expr): Type {
  if (expr.type.kind !== 'openarray') return expr.type;
  if (expr.kind === 'arrayValue') {
    const { element } = expr.type;
    const first = expr.elements[0];
    // Only what is an open array in its turn is as long as its first element; others have the type that is written, not their value's.
    return fixedArray(expr.elements.length, element.kind === 'openarray' && first ? builtType(first) : closed(element));
  }
  if (expr.kind === 'const' && expr.value.kind === 'array') return constantType(expr.value, expr.type);
  throw new Refusal('L5005', 'the number of elements of this array is not known here', expr.span);
}

function constantType(value: Extract<Node<'const'>['value'], { kind: 'array' }>, type: OpenArrayType): ArrayType {
  const first = value.elements[0];
  const { element } = type;
  const nested = first?.kind === 'array' && element.kind === 'openarray';
  return fixedArray(value.elements.length, nested ? constantType(first, element) : closed(element));
}

/** What the elements of an array are of which there are none. */
const closed = (type: Type): Type => (type.kind === 'openarray' ? fixedArray(0, closed(type.element)) : type);

/**
 * Stores the value of an expression in a variable that the expression does not read; `push` pushes the variable's address and may be called often.
 */
export function buildInto(body: Body, push: () => void, type: Type, expr: Expr): void {
  const { code } = body;
  if (isScalar(type)) {
    push();
    lowerTo(body, expr, type);
    code.emit('store');
    return;
  }
  if (expr.kind === 'recordValue' && sameType(body, expr.type, type)) {
    buildRecord(body, push, expr);
    return;
  }
  if (expr.kind === 'arrayValue' && type.kind === 'array' && fits(type, expr)) {
    buildArray(body, push, type, expr);
    return;
  }
  if (isBigSet(type) && (expr.kind === 'setValue' || expr.kind === 'arith')) {
    buildBigSet(body, push, expr);
    return;
  }
  if (expr.kind === 'call' && sameType(body, expr.type, type)) {
    push();
    lowerCall(body, expr, expr.span);
    return;
  }
  push();
  lowerAggregate(body, expr, type);
  code.emit('copy');
}

function fits(type: ArrayType, expr: Node<'arrayValue'>): boolean {
  const count = BigInt(expr.elements.length);
  return expr.fill ? count <= cardinality(type.index) : count === cardinality(type.index);
}

function buildRecord(body: Body, push: () => void, expr: Node<'recordValue'>): void {
  const { code } = body;
  expr.fields.forEach((value, i) => {
    const field = expr.type.fields[i]!;
    const immediates = [typeIndex(body, expr.type), i];
    if (isPacked(field.type)) {
      push();
      lowerTo(body, value, field.type.base);
      code.emit('field.set', ...immediates);
      return;
    }
    const pushField = (): void => {
      push();
      code.emit('field', ...immediates);
    };
    buildInto(body, pushField, unpack(field.type), value);
  });
}

function buildArray(body: Body, push: () => void, type: ArrayType, expr: Node<'arrayValue'>): void {
  const { lo, hi } = bounds(type.index);
  expr.elements.forEach((value, i) => {
    buildElement(body, push, type, () => body.code.emit('int.const', lo + BigInt(i)), value);
  });
  const last = expr.elements.at(-1);
  const next = lo + BigInt(expr.elements.length);
  if (!expr.fill || !last || next > hi) return;
  if (hi - next < UNROLLED_FILL) {
    for (let i = next; i <= hi; i++) {
      copyElement(body, push, type, next - 1n, () => body.code.emit('int.const', i));
    }
  } else fillByLoop(body, push, type, next, hi);
}

/** Evaluates `value` into the element whose number `pushIndex` pushes. */
function buildElement(body: Body, push: () => void, type: ArrayType, pushIndex: () => void, value: Expr): void {
  const { code } = body;
  if (isPacked(type.element)) {
    push();
    pushIndex();
    lowerTo(body, value, type.element.base);
    code.emit('element.set');
    return;
  }
  const pushElement = (): void => {
    push();
    pushIndex();
    code.emit('element');
  };
  buildInto(body, pushElement, unpack(type.element), value);
}

/** The elements that `..` stands for are copies of the last one written. */
function copyElement(body: Body, push: () => void, type: ArrayType, from: bigint, pushIndex: () => void): void {
  const { code } = body;
  const packed = isPacked(type.element);
  push();
  pushIndex();
  if (!packed) code.emit('element');
  push();
  code.emit('int.const', from);
  if (packed) {
    code.emit('element.get');
    code.emit('element.set');
    return;
  }
  code.emit('element');
  if (isScalar(unpack(type.element))) {
    code.emit('load');
    code.emit('store');
  } else code.emit('copy');
}

function fillByLoop(body: Body, push: () => void, type: ArrayType, from: bigint, to: bigint): void {
  const { code } = body;
  const counter = body.locals.temporary('value', typeIndex(body, integerSubrange(INTEGER, from, to)));
  code.emit('int.const', from);
  code.emit('local.set', counter);
  const exit = code.block();
  const top = code.loop();
  copyElement(body, push, type, from - 1n, () => code.emit('local.get', counter));
  code.emit('local.get', counter);
  code.emit('int.const', to);
  code.emit('int.ge');
  code.brIf(exit);
  code.emit('local.get', counter);
  code.emit('int.const', 1n);
  code.emit('int.add');
  code.emit('check.range', from, to);
  code.emit('local.set', counter);
  code.br(top);
  code.end(top);
  code.end(exit);
}
