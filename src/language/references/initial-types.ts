/**
 * Types of initial values that show without the value. `VAR n := BITSIZE(n)` is not recursive (2.4.8), for the type of the value does not mention n.
 */
import type * as ast from '../generated/ast.ts';
import type { Scope } from '../typed/context.ts';
import { entityOf } from '../typed/expressions/names.ts';
import { INTEGER } from '../types/builtins.ts';
import type { Type } from '../types/model.ts';
import { baseType, isOrdinal, unpacked } from '../types/ordinals.ts';
import type { UnitContext } from './unit-context.ts';

/** Their results are of type INTEGER, whatever they are applied to. */
const SIZES = new Set(['BITSIZE', 'BYTESIZE', 'ADRSIZE']);

/** Undefined where the value must be looked at. */
export function typeWithoutValue(ctx: UnitContext, node: ast.Expr, scope: Scope): Type | undefined {
  if (node.$type === 'ConstructorExpr') {
    const type = node.type && ctx.typeOfExpr(node.type, scope);
    return type && unpacked(type).kind !== 'openarray' ? unpacked(type) : undefined;
  }
  if (node.$type !== 'CallExpr') return undefined;
  const callee = entityOf(ctx, node.callee, scope);
  const argument = node.args.length === 1 ? node.args[0]?.value : undefined;
  if (callee?.kind !== 'builtin' || !argument) return undefined;
  if (SIZES.has(callee.builtin)) return INTEGER;
  return callee.builtin === 'FIRST' || callee.builtin === 'LAST' ? writtenBase(ctx, argument, scope) : undefined;
}

/** The base type of a subrange that is written out. */
function writtenBase(ctx: UnitContext, node: ast.Expr, scope: Scope): Type | undefined {
  const type = node.$type === 'TypeExpr' ? node.type : undefined;
  if (type?.$type !== 'SubrangeType' || !type.low) return undefined;
  const low = type.low.$type === 'IntLiteral' ? ctx.expr(type.low, scope).type : typeWithoutValue(ctx, type.low, scope);
  return low && isOrdinal(low) ? baseType(low) : undefined;
}
