/** BITSIZE, BYTESIZE, ADRSIZE of types and variables (definition 2.6.13). */
import { INTEGER } from '../../../types/builtins.ts';
import type { Type } from '../../../types/model.ts';
import { byteSize, sizeOf } from '../../constants/sizes.ts';
import { intNode, placeType, VALUE } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { type BuiltinCall, failure, operands, typeOrValue, wrong } from './operands.ts';

export function size(call: BuiltinCall, unit: 'bits' | 'bytes'): Expr {
  const [node] = operands(call, 1) ?? [];
  const found = node && typeOrValue(call, node);
  if (node === undefined || found === undefined) return failure(call);
  const span = call.ctx.span(call.node);
  // A constant or a part of one is as good as a variable; the value of an operation or a call is neither (2.6.13).
  const named = node.$type === 'NameExpr' || node.$type === 'SelectExpr' || node.$type === 'IndexExpr';
  if ('value' in found && !found.value.designator && !named)
    return wrong(call, node, 'a type or a variable (a designator)', found.value);
  const type = 'type' in found ? found.type : placeType(found.value);
  const known = sizeIn(type, unit);
  if (known !== undefined) return intNode(span, INTEGER, known);
  if ('type' in found || type.kind !== 'openarray') return wrong(call, node, 'a type or variable of known size', type);
  return openSize(call, found.value, unit);
}

function sizeIn(type: Type, unit: 'bits' | 'bytes'): bigint | undefined {
  return unit === 'bits' ? sizeOf(type)?.bits : byteSize(type);
}

/** An open array's size: the number of its elements times their size, dimension by dimension. */
function openSize(call: BuiltinCall, array: Expr, unit: 'bits' | 'bytes'): Expr {
  const span = call.ctx.span(call.node);
  const type = array.type;
  if (type.kind !== 'openarray') return failure(call);
  const element = sizeIn(type.element, unit);
  const count: Expr = { kind: 'number', span, type: INTEGER, array, ...VALUE };
  if (element === undefined) return wrong(call, call.node.args[0]!.value, 'a type or variable of known size', type);
  return { kind: 'arith', span, type: INTEGER, op: '*', left: count, right: intNode(span, INTEGER, element), ...VALUE };
}
