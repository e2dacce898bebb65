/** ORD, VAL, FIRST, LAST, NUMBER (definition 2.6.13, 2.6.14) and SUBARRAY. */
import { CARDINAL, INTEGER } from '../../../types/builtins.ts';
import type { OpenArrayType, Type } from '../../../types/model.ts';
import { baseType, bounds, isOrdinal, numberOf, unpacked } from '../../../types/ordinals.ts';
import { ordinalText, typeText } from '../../../types/print.ts';
import { floatBound } from '../../constants/floats.ts';
import { fitsInteger } from '../../constants/integers.ts';
import { constNode, intNode, intValue, isError, takeAddress, VALUE } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { checkAssignable } from '../assignability.ts';
import { FAULTS, valueless } from '../faults.ts';
import { type BuiltinCall, failure, operands, typeOperand, typeOrValue, wrong } from './operands.ts';

export function ord(call: BuiltinCall): Expr {
  const [node] = operands(call, 1) ?? [];
  if (node === undefined) return failure(call);
  const operand = call.ctx.expr(node, call.scope);
  if (isError(operand)) return failure(call);
  if (!isOrdinal(operand.type)) return wrong(call, node, 'an ordinal', operand);
  const span = call.ctx.span(call.node);
  const value = intValue(operand);
  if (value !== undefined) return intNode(span, INTEGER, value);
  return { kind: 'ord', span, type: INTEGER, operand, ...VALUE };
}

export function val(call: BuiltinCall): Expr {
  const [node, target] = operands(call, 2) ?? [];
  if (node === undefined || target === undefined) return failure(call);
  const { ctx } = call;
  const operand = ctx.expr(node, call.scope);
  const type = typeOperand(call, target);
  if (isError(operand) || type === undefined) return failure(call);
  if (!isOrdinal(type)) return wrong(call, target, 'an ordinal type as second argument', type);
  if (baseType(operand.type).kind !== 'integer') return wrong(call, node, 'an integer', operand);
  const span = ctx.span(call.node);
  const value = intValue(operand);
  const range = bounds(type);
  const atRunTime: Expr = { kind: 'val', span, type, operand, ...VALUE };
  if (value === undefined || range === undefined) return atRunTime;
  if (value >= range.lo && value <= range.hi) return intNode(span, baseType(type), value);
  const message = `the value ${ordinalText(value, operand.type)} is not a member of ${typeText(type, ctx.unit)}`;
  const found = { at: node, message, error: 'M3522', warning: 'W4101', after: FAULTS };
  return valueless(ctx, call.scope, found, atRunTime);
}

type Limit = 'first' | 'last' | 'number';

/** FIRST, LAST and NUMBER of an ordinal or array type, of an array variable; FIRST and LAST of a floating-point type. */
export function limit(call: BuiltinCall, which: Limit): Expr {
  const [node] = operands(call, 1) ?? [];
  const found = node && typeOrValue(call, node);
  if (node === undefined || found === undefined) return failure(call);
  if ('value' in found) return limitOfValue(call, which, found.value);
  const type = unpacked(found.type);
  const span = call.ctx.span(call.node);
  if (type.kind === 'float' && which !== 'number')
    return constNode(span, type, { kind: 'real', value: floatBound(which) });
  if (type.kind === 'openarray')
    return wrong(call, node, 'an array type of fixed length (an open array type has no bounds of its own)');
  const range = type.kind === 'array' ? type.index : type;
  if (!isOrdinal(range)) return wrong(call, node, 'an ordinal type, an array type or an array', type);
  return ordinalLimit(call, which, range);
}

function limitOfValue(call: BuiltinCall, which: Limit, array: Expr): Expr {
  const span = call.ctx.span(call.node);
  if (array.type.kind === 'array') return ordinalLimit(call, which, array.type.index);
  if (array.type.kind !== 'openarray')
    return wrong(call, call.node.args[0]!.value, 'an ordinal type, an array type or an array', array);
  if (array.kind === 'const' && array.value.kind === 'array') {
    const length = BigInt(array.value.elements.length);
    return intNode(
      span,
      which === 'number' ? CARDINAL : INTEGER,
      which === 'first' ? 0n : which === 'last' ? length - 1n : length,
    );
  }
  if (which === 'first') return intNode(span, INTEGER, 0n);
  return { kind: which, span, type: which === 'last' ? INTEGER : CARDINAL, array, ...VALUE };
}

function ordinalLimit(call: BuiltinCall, which: Limit, type: Type): Expr {
  const span = call.ctx.span(call.node);
  const range = bounds(type);
  if (range === undefined) return failure(call);
  const count = numberOf(type) ?? 0n;
  if (which === 'number') {
    if (fitsInteger(count)) return intNode(span, INTEGER, count);
    call.ctx.report(
      'M3531',
      call.node,
      `the number of values of ${typeText(type, call.ctx.unit)} is not in the range of CARDINAL`,
    );
    return failure(call);
  }
  const base = baseType(type);
  if (count === 0n && base.kind === 'enum') {
    call.ctx.report('M3624', call.node, `${typeText(type, call.ctx.unit)} is empty: it has no ${call.name}`);
    return failure(call);
  }
  // The definition leaves it open what an empty type gives, but for FIRST(T) > LAST(T).
  const { lo, hi } = count === 0n ? { lo: 0n, hi: -1n } : range;
  return intNode(span, base, which === 'first' ? lo : hi);
}

/** SUBARRAY(a, from, for): the elements of `a` from number `from` on, `for` of them, as an open array; a designator if `a` is one. */
export function subarray(call: BuiltinCall): Expr {
  const [node, first, count] = operands(call, 3) ?? [];
  if (node === undefined || first === undefined || count === undefined) return failure(call);
  const { ctx, scope } = call;
  const array = ctx.expr(node, scope);
  const from = ctx.expr(first, scope);
  const length = ctx.expr(count, scope);
  const startFits = isError(from) || checkAssignable(ctx, from, CARDINAL, { what: 'the start of SUBARRAY' });
  const lengthFits = isError(length) || checkAssignable(ctx, length, CARDINAL, { what: 'the length of SUBARRAY' });
  if (isError(array)) return failure(call);
  if (array.type.kind !== 'array' && array.type.kind !== 'openarray') return wrong(call, node, 'an array', array);
  if (isError(from) || isError(length) || !startFits || !lengthFits) return failure(call);
  if (array.designator) takeAddress(array);
  const type: OpenArrayType = { kind: 'openarray', element: array.type.element };
  const { designator, writable } = array;
  return { kind: 'subarray', span: ctx.span(call.node), type, array, from, length, designator, writable };
}
