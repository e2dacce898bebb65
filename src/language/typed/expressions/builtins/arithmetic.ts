/** ABS, MIN, MAX, FLOAT and the conversions from floating point (definition 2.6.10, 2.6.13). */
import { INTEGER, REAL } from '../../../types/builtins.ts';
import type { Type } from '../../../types/model.ts';
import { baseType, isOrdinal, sameBase } from '../../../types/ordinals.ts';
import { roundHalfEven, roundTo, toInteger } from '../../constants/floats.ts';
import { fitsInteger } from '../../constants/integers.ts';
import { compareConst, constantValue } from '../../constants/values.ts';
import { constNode, intNode, isError, VALUE } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { FAULTS, overflows, WRAPS } from '../faults.ts';
import { type BuiltinCall, failure, operands, typeOperand, wrong } from './operands.ts';

export function abs(call: BuiltinCall): Expr {
  const [node] = operands(call, 1) ?? [];
  if (node === undefined) return failure(call);
  const operand = call.ctx.expr(node, call.scope);
  if (isError(operand)) return failure(call);
  const span = call.ctx.span(call.node);
  const type = baseType(operand.type);
  if (type.kind !== 'integer' && type.kind !== 'float') return wrong(call, node, 'a number', operand);
  const value = constantValue(operand);
  if (value?.kind === 'real') return constNode(span, type, { kind: 'real', value: Math.abs(value.value) });
  const atRunTime: Expr = { kind: 'abs', span, type, operand, ...VALUE };
  if (value?.kind !== 'int') return atRunTime;
  const magnitude = value.value < 0n ? -value.value : value.value;
  if (fitsInteger(magnitude)) return intNode(span, type, magnitude);
  return overflows(call.ctx, call.scope, 'INTEGER', WRAPS, atRunTime);
}

export function minMax(call: BuiltinCall, which: 'min' | 'max'): Expr {
  const [first, second] = operands(call, 2) ?? [];
  if (first === undefined || second === undefined) return failure(call);
  const { ctx, scope } = call;
  const left = ctx.expr(first, scope);
  const right = ctx.expr(second, scope);
  if (isError(left) || isError(right)) return failure(call);
  const type = baseType(left.type);
  const legal =
    type.kind === 'float'
      ? baseType(right.type) === type
      : isOrdinal(type) && isOrdinal(right.type) && sameBase(type, right.type);
  if (!legal) return wrong(call, second, 'two ordinals of one base type or two floating-point numbers of one type');
  const span = ctx.span(call.node);
  const [x, y] = [constantValue(left), constantValue(right)];
  const less = x && y && compareConst('<=', x, y);
  if (x === undefined || y === undefined || less === undefined)
    return { kind: which, span, type, left, right, ...VALUE };
  return constNode(span, type, less === (which === 'min') ? x : y);
}

/** FLOAT(x, T := REAL) */
export function float(call: BuiltinCall): Expr {
  const [node, target] = operands(call, 1, 2) ?? [];
  if (node === undefined) return failure(call);
  const operand = call.ctx.expr(node, call.scope);
  const type = target === undefined ? REAL : typeOperand(call, target);
  if (isError(operand) || type === undefined) return failure(call);
  if (type.kind !== 'float') return wrong(call, target ?? node, 'a floating-point type as second argument', type);
  const from = baseType(operand.type);
  if (from.kind !== 'integer' && from.kind !== 'float') return wrong(call, node, 'a number', operand);
  const span = call.ctx.span(call.node);
  const value = constantValue(operand);
  if (value?.kind === 'int') return constNode(span, type, { kind: 'real', value: roundTo(type, Number(value.value)) });
  if (value?.kind === 'real') return constNode(span, type, { kind: 'real', value: roundTo(type, value.value) });
  return { kind: 'float', span, type, operand, ...VALUE };
}

type Rounding = 'round' | 'trunc' | 'floor' | 'ceiling';

const ROUNDINGS: { readonly [K in Rounding]: (x: number) => number } = {
  round: roundHalfEven,
  trunc: Math.trunc,
  floor: Math.floor,
  ceiling: Math.ceil,
};

/** ROUND(x), TRUNC(x), FLOOR(x), CEILING(x): INTEGER; with CM3's second argument LONGINT as well. */
export function rounding(call: BuiltinCall, which: Rounding): Expr {
  const [node, target] = operands(call, 1, 2) ?? [];
  if (node === undefined) return failure(call);
  const operand = call.ctx.expr(node, call.scope);
  const type: Type | undefined = target === undefined ? INTEGER : typeOperand(call, target);
  if (isError(operand) || type === undefined) return failure(call);
  if (type.kind !== 'integer') return wrong(call, target ?? node, 'INTEGER or LONGINT as second argument', type);
  if (baseType(operand.type).kind !== 'float') return wrong(call, node, 'a floating-point number', operand);
  const span = call.ctx.span(call.node);
  const value = constantValue(operand);
  const atRunTime: Expr = { kind: which, span, type, operand, ...VALUE };
  if (value?.kind !== 'real') return atRunTime;
  const rounded = toInteger(ROUNDINGS[which](value.value));
  if (rounded !== undefined && fitsInteger(rounded)) return intNode(span, type, rounded);
  return overflows(call.ctx, call.scope, type.name, FAULTS, atRunTime);
}
