/**
 * Arithmetic on integers and floats, and the operations of Word and Long.
 */
import * as intervals from '../../bytecode/verify/intervals.ts';
import type { Expr } from '../../language/typed/tree.ts';
import type { Body } from './context.ts';
import { lowerValue } from './expressions.ts';
import { bounds, INTEGER, type Interval, shapeOf } from './types.ts';
import { asInt, checkRange, fromInt, operandOf, type Value } from './values.ts';

type Node<K extends Expr['kind']> = Extract<Expr, { kind: K }>;
type Binary = (x: Interval, y: Interval) => Interval;

const INT_OPERATIONS: Record<string, readonly [name: string, interval: Binary]> = {
  '+': ['int.add', intervals.add],
  '-': ['int.sub', intervals.sub],
  '*': ['int.mul', intervals.mul],
  DIV: ['int.div', intervals.div],
  MOD: ['int.mod', intervals.mod],
};
const FLOAT_OPERATIONS: Record<string, string> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', MOD: 'mod' };

export function lowerArithmetic(body: Body, expr: Node<'arith'>): Value {
  const { code } = body;
  const shape = shapeOf(expr.type);
  if (shape === 'real' || shape === 'long') {
    lowerValue(body, expr.left);
    lowerValue(body, expr.right);
    code.emit(`${shape}.${FLOAT_OPERATIONS[expr.op]!}`);
    return { k: shape };
  }
  const left = asInt(body, lowerValue(body, expr.left));
  const right = asInt(body, lowerValue(body, expr.right));
  const [name, interval] = INT_OPERATIONS[expr.op]!;
  code.mark(expr.span);
  code.emit(name);
  return { k: 'int', ...interval(left, right) };
}

/** Unary minus and ABS. */
export function lowerNegation(body: Body, expr: Node<'negate'> | Node<'abs'>): Value {
  const value = lowerValue(body, expr.operand);
  const operation = expr.kind === 'negate' ? 'neg' : 'abs';
  if (value.k === 'real' || value.k === 'long') {
    body.code.emit(`${value.k}.${operation}`);
    return value;
  }
  const operand = asInt(body, value);
  body.code.emit(`int.${operation}`);
  return { k: 'int', ...(expr.kind === 'negate' ? intervals.neg : intervals.abs)(operand) };
}

/** MIN and MAX of numbers and ordinals. */
export function lowerExtremum(body: Body, expr: Node<'min' | 'max'>): Value {
  const shape = shapeOf(expr.type);
  if (shape === 'real' || shape === 'long') {
    lowerValue(body, expr.left);
    lowerValue(body, expr.right);
    body.code.emit(`${shape}.${expr.kind}`);
    return { k: shape };
  }
  const left = asInt(body, lowerValue(body, expr.left));
  const right = asInt(body, lowerValue(body, expr.right));
  body.code.emit(`int.${expr.kind}`);
  const result = (expr.kind === 'min' ? intervals.min : intervals.max)(left, right);
  fromInt(body, expr.type);
  return shape === 'bool' ? { k: 'bool' } : { k: 'int', ...result };
}

/** FLOAT, ROUND, TRUNC, FLOOR, CEILING. */
export function lowerFloatConversion(body: Body, expr: Node<'float' | 'round' | 'trunc' | 'floor' | 'ceiling'>): Value {
  const value = lowerValue(body, expr.operand);
  body.code.mark(expr.span);
  if (expr.kind !== 'float') {
    body.code.emit(`${value.k}.${expr.kind}`);
    return operandOf(INTEGER);
  }
  const to = shapeOf(expr.type);
  if (value.k === 'int') body.code.emit(`${to}.of_int`);
  else if (value.k !== to) body.code.emit(`${to}.of_${value.k}`);
  return operandOf(expr.type);
}

// ---------------------------------------------------------------- Word, Long

/** Smallest and largest operand where the interface asks for a subrange. */
const CARDINAL: Interval = { lo: 0n, hi: bounds(INTEGER).hi };
const BIT_COUNT: Interval = { lo: 0n, hi: 63n };

interface WordOperation {
  readonly name: string;
  /** Bounds of each operand, where it is not any integer. */
  readonly operands: readonly (Interval | undefined)[];
  /** Instructions before and after. */
  readonly before?: string;
  readonly after?: string;
  readonly result: 'bool' | ((...x: Interval[]) => Interval);
}

const any = (): Interval => intervals.ANY;
const pair = [undefined, undefined];
const WORD_OPERATIONS: Record<string, WordOperation> = {
  Plus: { name: 'int.add', operands: pair, result: intervals.add },
  Minus: { name: 'int.sub', operands: pair, result: intervals.sub },
  Times: { name: 'int.mul', operands: pair, result: intervals.mul },
  Divide: { name: 'word.divide', operands: pair, result: intervals.divide },
  Mod: { name: 'word.mod', operands: pair, result: intervals.remainder },
  LT: { name: 'word.lt', operands: pair, result: 'bool' },
  LE: { name: 'word.le', operands: pair, result: 'bool' },
  GT: { name: 'word.le', operands: pair, after: 'bool.not', result: 'bool' },
  GE: { name: 'word.lt', operands: pair, after: 'bool.not', result: 'bool' },
  And: { name: 'word.and', operands: pair, result: intervals.and },
  Or: { name: 'word.or', operands: pair, result: intervals.or },
  Xor: { name: 'word.xor', operands: pair, result: intervals.xor },
  Not: { name: 'word.not', operands: [undefined], result: intervals.not },
  Shift: { name: 'word.shift', operands: pair, result: intervals.shift },
  LeftShift: { name: 'word.shift', operands: [undefined, BIT_COUNT], result: intervals.shift },
  RightShift: {
    name: 'word.shift',
    operands: [undefined, BIT_COUNT],
    before: 'int.neg',
    result: (x, n) => intervals.shift(x, intervals.neg(n)),
  },
  Rotate: { name: 'word.rotate', operands: pair, result: any },
  LeftRotate: { name: 'word.rotate', operands: [undefined, BIT_COUNT], result: any },
  RightRotate: { name: 'word.rotate', operands: [undefined, BIT_COUNT], before: 'int.neg', result: any },
  Extract: {
    name: 'word.extract',
    operands: [undefined, CARDINAL, CARDINAL],
    result: (_x, _i, n) => intervals.extract(n),
  },
  Insert: { name: 'word.insert', operands: [undefined, undefined, CARDINAL, CARDINAL], result: any },
};

export function lowerWordOperation(body: Body, expr: Node<'word'>): Value {
  const operation = WORD_OPERATIONS[expr.op];
  if (!operation) throw new Error(`no Word operation ${expr.op}`);
  const operands = expr.args.map((arg, i): Interval => {
    const value = asInt(body, lowerValue(body, arg));
    const wanted = operation.operands[i];
    if (!wanted) return value;
    checkRange(body, value, { kind: 'subrange', base: INTEGER, ...wanted });
    return intervals.meet(value, wanted);
  });
  body.code.mark(expr.span);
  if (operation.before) body.code.emit(operation.before);
  body.code.emit(operation.name);
  if (operation.after) body.code.emit(operation.after);
  return operation.result === 'bool' ? { k: 'bool' } : { k: 'int', ...operation.result(...operands) };
}
