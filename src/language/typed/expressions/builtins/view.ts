/**
 * VIEW(x, T): a designator of type T on the storage of x, without copying (SPIN's addition; `language.md`).
 *
 * Reading needs T complete: every bit pattern is a value of it. Writing must not break x either, so a writable view wants x's type complete, too;
 * otherwise the view is read-only.
 */

import { BOOLEAN } from '../../../types/builtins.ts';
import type { Type } from '../../../types/model.ts';
import { baseType, bounds, numberOf, unpacked } from '../../../types/ordinals.ts';
import { typeText } from '../../../types/print.ts';
import { sameType } from '../../../types/relations.ts';
import { sizeOf } from '../../constants/sizes.ts';
import { isError, placeType, takeAddress } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { reportNoType } from '../names.ts';
import { type BuiltinCall, failure, operands, wrong } from './operands.ts';

export function view(call: BuiltinCall): Expr {
  const [node, target] = operands(call, 2) ?? [];
  if (node === undefined || target === undefined) return failure(call);
  const { ctx } = call;
  const operand = ctx.expr(node, call.scope);
  const type = ctx.typeOfExpr(target, call.scope);
  if (type === undefined) reportNoType(ctx, target, call.scope, 'M3622', 'VIEW wants a type as second argument');
  if (type === undefined || type.kind === 'error' || isError(operand)) return failure(call);
  if (!operand.designator) return wrong(call, node, 'a variable (a designator)', operand);
  if (placeType(operand).kind === 'packed')
    return wrong(call, node, 'a variable with an address of its own; a packed one has none');
  const same = sameType(operand.type, unpacked(type));
  if (same) return { ...operand, span: ctx.span(call.node) };
  const problem = incomplete(type);
  if (problem !== undefined) {
    ctx.report(
      'M3630',
      target,
      `VIEW wants a complete type, one of which every bit pattern is a value: ${typeText(type, ctx.unit)} is not, for ${problem}`,
    );
    return failure(call);
  }
  const hidden = incomplete(operand.type);
  if (operand.writable && hidden !== undefined) {
    ctx.report(
      'M3631',
      node,
      `a writable variable viewed as another type must itself be of a complete type: ${typeText(operand.type, ctx.unit)} is not, for ${hidden}`,
      {
        hint: 'a READONLY parameter of that type can be viewed for reading',
      },
    );
    return failure(call);
  }
  if (!sizesFit(call, operand, type)) return failure(call);
  takeAddress(operand);
  return {
    kind: 'view',
    span: ctx.span(call.node),
    type: unpacked(type),
    operand,
    designator: true,
    writable: operand.writable,
  };
}

function sizesFit(call: BuiltinCall, operand: Expr, type: Type): boolean {
  const have = sizeOf(operand.type);
  const want = sizeOf(type);
  if (have === undefined || want === undefined || want.bits <= have.bits) return true;
  call.ctx.report(
    'M3632',
    call.node,
    `${typeText(type, call.ctx.unit)} has ${want.bits} bits, more than the ${have.bits} of the variable that is viewed`,
  );
  return false;
}

/** Why a type is not complete, or undefined if it is. */
export function incomplete(type: Type, outermost = true): string | undefined {
  switch (type.kind) {
    case 'integer':
      return undefined;
    case 'enum':
    case 'subrange': {
      const size = sizeOf(type);
      return size && fills(type, size.bits)
        ? undefined
        : `an ordinal type in it leaves some patterns of its bits without a value`;
    }
    case 'packed':
      return fillsPacked(unpacked(type), BigInt(type.bits)) ? undefined : 'a packed type in it does not fill its bits';
    case 'set':
      return numberOf(type.element) === sizeOf(type)?.bits ? undefined : 'a set in it does not fill its bits';
    case 'record':
      return type.fields.map((f) => incomplete(f.type, false)).find((p) => p !== undefined);
    case 'array':
      return incomplete(type.element, false);
    case 'openarray':
      return outermost ? incomplete(type.element, false) : 'an open array may only be outermost';
    case 'float':
      return 'floating-point types are excluded';
    case 'procedure':
      return 'it holds a procedure';
    case 'error':
      return undefined;
    default:
      return 'it holds a reference';
  }
}

/** All values of that many bits, counted from zero or in two's complement. BOOLEAN is kept apart: its operations rely on 0 and 1. */
function fills(type: Type, bits: bigint): boolean {
  const range = bounds(type);
  if (range === undefined || baseType(type) === BOOLEAN) return false;
  const { lo, hi } = range;
  return (lo === 0n && hi === 2n ** bits - 1n) || (lo === -(2n ** (bits - 1n)) && hi === 2n ** (bits - 1n) - 1n);
}

function fillsPacked(base: Type, bits: bigint): boolean {
  return base.kind === 'set' ? numberOf(base.element) === bits : fills(base, bits);
}
