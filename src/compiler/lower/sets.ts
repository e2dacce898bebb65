/**
 * Sets: those of at most 64 elements are values, larger ones are built in memory.
 */
import type { Expr } from '../../language/typed/tree.ts';
import type { SetType, Type } from '../../language/types/model.ts';
import { setWords } from '../emit/type-table.ts';
import { type Body, typeIndex } from './context.ts';
import { lowerAggregate, lowerValue } from './expressions.ts';
import { bounds, isBigSet, unpack } from './types.ts';
import { asInt, type Value } from './values.ts';

type Node<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

const OPERATIONS: Record<string, string> = {
  '+': 'union',
  '-': 'difference',
  '*': 'intersection',
  '/': 'symmetric',
};

function pushInt(body: Body, expr: Expr): void {
  asInt(body, lowerValue(body, expr));
}

export function lowerMembership(body: Body, expr: Node<'in'>): void {
  const type = expr.set.type;
  pushInt(body, expr.element);
  if (isBigSet(type)) {
    lowerAggregate(body, expr.set);
    body.code.emit('big.in', typeIndex(body, type));
  } else {
    lowerValue(body, expr.set);
    body.code.emit('set.in', typeIndex(body, type));
  }
}

/** Union and the like of small sets. */
export function lowerSetOperation(body: Body, expr: Node<'arith'>): Value {
  lowerValue(body, expr.left);
  lowerValue(body, expr.right);
  body.code.emit(`set.${OPERATIONS[expr.op]!}`, typeIndex(body, expr.type));
  return { k: 'set' };
}

/** The bits of a small set constant as a signed word. */
export function smallSetBits(type: SetType, elements: readonly bigint[]): bigint {
  return BigInt.asIntN(64, setWords(type, elements)[0] ?? 0n);
}

/** A constructor of a small set: what is constant first, then the rest. */
export function lowerSetValue(body: Body, expr: Node<'setValue'>): Value {
  const { code } = body;
  const index = typeIndex(body, expr.type);
  const { lo, hi } = bounds(unpack(expr.type.element));
  const constant: bigint[] = [];
  const computed: { low: Expr; high?: Expr }[] = [];
  for (const element of expr.elements) {
    const range = constantRange(element);
    // What lies outside the element type is left for the checked instruction.
    if (range && range.lo <= range.hi && range.lo >= lo && range.hi <= hi) {
      for (let i = range.lo; i <= range.hi; i++) constant.push(i);
    } else computed.push(element);
  }
  code.emit('set.const', index, smallSetBits(expr.type, constant));
  for (const { low, high } of computed) {
    pushInt(body, low);
    if (high) pushInt(body, high);
    code.mark(low.span);
    code.emit(high ? 'set.with_range' : 'set.with', index);
  }
  return { k: 'set' };
}

function constantRange({ low, high }: { low: Expr; high?: Expr }): { lo: bigint; hi: bigint } | undefined {
  const lo = constantOrdinal(low);
  const hi = high ? constantOrdinal(high) : lo;
  return lo === undefined || hi === undefined ? undefined : { lo, hi };
}

function constantOrdinal(expr: Expr): bigint | undefined {
  return expr.kind === 'const' && expr.value.kind === 'int' ? expr.value.value : undefined;
}

// ---------------------------------------------------------------- large sets

/** Makes the large set in the variable whose address `push` pushes. The variable is not read by the expression. */
export function buildBigSet(body: Body, push: () => void, expr: Node<'setValue'> | Node<'arith'>): void {
  const { code } = body;
  const index = typeIndex(body, expr.type);
  if (expr.kind === 'arith') {
    push();
    lowerAggregate(body, expr.left);
    lowerAggregate(body, expr.right);
    code.emit(`big.${OPERATIONS[expr.op]!}`, index);
    return;
  }
  push();
  code.emit('clear');
  for (const { low, high } of expr.elements) {
    push();
    pushInt(body, low);
    if (high) pushInt(body, high);
    code.mark(low.span);
    code.emit(high ? 'big.include_range' : 'big.include', index);
  }
}

/** As runs of consecutive elements, for a constant. */
export function buildBigSetConstant(body: Body, push: () => void, type: Type, elements: readonly bigint[]): void {
  const { code } = body;
  const index = typeIndex(body, type);
  push();
  code.emit('clear');
  for (let i = 0; i < elements.length; ) {
    const first = elements[i]!;
    let last = first;
    while (elements[++i] === last + 1n) last++;
    push();
    code.emit('int.const', first);
    code.emit('int.const', last);
    code.emit('big.include_range', index);
  }
}
