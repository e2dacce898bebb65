/**
 * Comparisons, on everything that has them.
 */
import type { CompareOp, Expr } from '../../language/typed/tree.ts';
import type { Type } from '../../language/types/model.ts';
import { type Body, typeIndex } from './context.ts';
import { lowerAggregate, lowerTo, lowerValue } from './expressions.ts';
import { isArray, isBigSet, shapeOf } from './types.ts';
import { asInt } from './values.ts';

type Compare = Extract<Expr, { kind: 'compare' }>;

const NAMES: Record<CompareOp, string> = { '=': 'eq', '#': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' };

/** Pushes the boolean. */
export function lowerComparison(body: Body, expr: Compare): void {
  const { left, right, op } = expr;
  const type = left.type;
  if (type.kind === 'set') {
    lowerSetComparison(body, expr);
    return;
  }
  switch (shapeOf(type)) {
    case 'int':
      lowerOrder(body, expr);
      return;
    case 'bool':
      if (op === '=' || op === '#') {
        lowerEquality(body, expr, 'bool.eq');
        return;
      }
      lowerOrder(body, expr);
      return;
    case 'real':
    case 'long':
      lowerValue(body, left);
      lowerValue(body, right);
      body.code.emit(`${shapeOf(type)}.${NAMES[op]}`);
      return;
    case 'ref':
      if (shapeOf(right.type) === 'proc') {
        lowerProcedureEquality(body, expr, right.type);
        return;
      }
      lowerEquality(body, expr, 'ref.eq');
      return;
    case 'proc':
      lowerProcedureEquality(body, expr, type);
      return;
    default:
      lowerAggregateEquality(body, expr);
      return;
  }
}

function lowerOrder(body: Body, { left, right, op }: Compare): void {
  asInt(body, lowerValue(body, left));
  asInt(body, lowerValue(body, right));
  body.code.emit(`int.${NAMES[op]}`);
}

function lowerEquality(body: Body, { left, right, op }: Compare, instruction: string): void {
  lowerValue(body, left);
  lowerValue(body, right);
  body.code.emit(instruction);
  if (op === '#') body.code.emit('bool.not');
}

/** NIL among procedures takes the type of the other side. */
function lowerProcedureEquality(body: Body, { left, right, op }: Compare, type: Type): void {
  lowerTo(body, left, type, 'passed');
  lowerTo(body, right, type, 'passed');
  body.code.emit('proc.eq');
  if (op === '#') body.code.emit('bool.not');
}

function lowerAggregateEquality(body: Body, { left, right, op }: Compare): void {
  const common = isArray(left.type) && right.type.kind === 'openarray' ? right.type : left.type;
  lowerAggregate(body, left, common);
  lowerAggregate(body, right, common);
  body.code.emit('equal');
  if (op === '#') body.code.emit('bool.not');
}

// ---------------------------------------------------------------- sets

/** <= is inclusion; the strict forms exclude equality. Both operands are kept in locals where they are needed twice or in the other order. */
function lowerSetComparison(body: Body, { left, right, op }: Compare): void {
  const { code } = body;
  const type = left.type;
  const big = isBigSet(type);
  const index = typeIndex(body, type);
  const equal = (): void => (big ? code.emit('equal') : code.emit('set.eq', index));
  const within = (): void => code.emit(big ? 'big.le' : 'set.le', index);
  if (op === '=' || op === '#' || op === '<=') {
    pushSet(body, left, type);
    pushSet(body, right, type);
    if (op === '<=') within();
    else equal();
    if (op === '#') code.emit('bool.not');
    return;
  }
  const a = keepSet(body, left, type);
  const b = keepSet(body, right, type);
  const push = (first: number, second: number): void => {
    code.emit('local.get', first);
    code.emit('local.get', second);
  };
  if (op === '<') push(a, b);
  else push(b, a);
  within();
  if (op === '>=') return;
  const label = code.ifBool();
  push(a, b);
  equal();
  code.emit('bool.not');
  code.else(label);
  code.emit('bool.const', 0);
  code.end(label);
}

function pushSet(body: Body, expr: Expr, type: Type): void {
  if (isBigSet(type)) lowerAggregate(body, expr);
  else lowerValue(body, expr);
}

function keepSet(body: Body, expr: Expr, type: Type): number {
  const local = body.locals.temporary(isBigSet(type) ? 'readonly' : 'value', typeIndex(body, type));
  pushSet(body, expr, type);
  body.code.emit('local.set', local);
  return local;
}
