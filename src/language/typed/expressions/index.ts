/** Checking of expressions, by kind of syntax (definition 2.6). */
import type * as ast from '../../generated/ast.ts';
import type { Type } from '../../types/model.ts';
import { unpacked } from '../../types/ordinals.ts';
import { faultingValue } from '../constants/faulting.ts';
import { charLiteral, integerLiteral, type LiteralResult, realLiteral, textLiteral } from '../constants/literals.ts';
import { constantValue } from '../constants/values.ts';
import type { CheckContext, ConstantRules, Scope } from '../context.ts';
import { constNode, errorNode, isError } from '../nodes.ts';
import type { Expr } from '../tree.ts';
import { checkAssignable } from './assignability.ts';
import { callExpr } from './calls.ts';
import { constructorExpr } from './constructors.ts';
import { derefExpr, indexExpr } from './designators.ts';
import { constantScope } from './faults.ts';
import { nameExpr } from './names.ts';
import { binaryExpr, unaryExpr } from './operators.ts';
import { selectExpr } from './selection.ts';

/** After a syntax error any part of the tree may be missing; the parser has reported it. */
export function checkExpr(ctx: CheckContext, node: ast.Expr | undefined, scope: Scope): Expr {
  switch (node?.$type) {
    case undefined:
      return errorNode({ file: ctx.unit.path, start: 0, end: 0 });
    case 'NameExpr':
      return nameExpr(ctx, node, scope);
    case 'SelectExpr':
      return selectExpr(ctx, node, scope);
    case 'DerefExpr':
      return derefExpr(ctx, node, scope);
    case 'IndexExpr':
      return indexExpr(ctx, node, scope);
    case 'CallExpr':
      return callExpr(ctx, node, scope);
    case 'ConstructorExpr':
      return constructorExpr(ctx, node, scope);
    case 'BinaryExpr':
      return binaryExpr(ctx, node, scope);
    case 'UnaryExpr':
      return unaryExpr(ctx, node, scope);
    case 'IntLiteral':
      return literal(ctx, node, integerLiteral);
    case 'RealLiteral':
      return literal(ctx, node, realLiteral);
    case 'CharLiteral':
      return literal(ctx, node, charLiteral);
    case 'TextLiteral':
      return literal(ctx, node, textLiteral);
    case 'TypeExpr':
      ctx.report('M3403', node, 'this is a type; an expression is wanted here');
      return errorNode(ctx.span(node));
    default:
      // What the parser makes of a broken text may be no expression at all.
      return errorNode(ctx.span(node));
  }
}

function literal(
  ctx: CheckContext,
  node: { readonly text: string } & ast.Expr,
  read: (text: string) => LiteralResult,
): Expr {
  const span = ctx.span(node);
  if (node.text === undefined) return errorNode(span);
  const result = read(node.text);
  if ('value' in result) return constNode(span, result.type, result.value);
  ctx.report('M3501', node, result.problem);
  return errorNode(span);
}

/** A constant expression (definition 2.6.15): what can be evaluated statically. */
export function checkConstant(
  ctx: CheckContext,
  node: ast.Expr | undefined,
  scope: Scope,
  { mayFault = false }: ConstantRules = {},
): Expr {
  const expr = checkExpr(ctx, node, constantScope(scope));
  if (isError(expr) || node === undefined) return expr;
  const value = constantValue(expr);
  if (value !== undefined) return constNode(expr.span, unpacked(expr.type), value);
  const faulting = faultingValue(expr);
  if (faulting !== undefined && mayFault) return constNode(expr.span, unpacked(expr.type), faulting);
  const why = faulting === undefined ? 'this can only be evaluated at run time' : 'evaluating this one faults';
  ctx.report('M3502', node, `a constant expression is wanted here, and ${why}`);
  return errorNode(expr.span);
}

export function checkAssignment(
  ctx: CheckContext,
  value: Expr,
  type: Type,
  what: string,
  rules?: { constant?: boolean },
): boolean {
  return checkAssignable(ctx, value, type, { what, ...rules });
}
