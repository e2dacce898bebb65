/** What the built-in operations share: counting arguments and telling types from values. */
import type * as ast from '../../../generated/ast.ts';
import type { Type } from '../../../types/model.ts';
import { unpacked } from '../../../types/ordinals.ts';
import { typeText } from '../../../types/print.ts';
import type { CheckContext, Scope } from '../../context.ts';
import { errorNode, isError } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { reportNoType } from '../names.ts';

/** One call of a built-in operation. */
export interface BuiltinCall {
  readonly ctx: CheckContext;
  readonly node: ast.CallExpr;
  readonly scope: Scope;
  readonly name: string;
}

/** The arguments' syntax if their number is right and none has a keyword; else undefined, after checking them for their own mistakes. */
export function operands(call: BuiltinCall, min: number, max = min): readonly ast.Expr[] | undefined {
  const { ctx, node, scope, name } = call;
  const args = node.args.filter((a) => a.value !== undefined);
  const keyword = args.find((a) => a.name !== undefined);
  if (keyword !== undefined) ctx.report('M3621', keyword, `${name} takes its arguments by position`);
  else if (args.length < min || args.length > max) {
    const count = min === max ? `${min}` : `${min} to ${max}`;
    ctx.report(
      'M3620',
      node,
      `${name} takes ${count === '0' ? 'no' : count} argument${count === '1' ? '' : 's'}, and here ${args.length === 1 ? 'is' : 'are'} ${args.length}`,
    );
  } else return args.map((a) => a.value);
  for (const { value } of args) if (ctx.typeOfExpr(value, scope) === undefined) ctx.expr(value, scope);
  return undefined;
}

export function failure({ ctx, node }: BuiltinCall): Expr {
  return errorNode(ctx.span(node));
}

/** Report that an argument is of the wrong sort and give an error expression. */
export function wrong(call: BuiltinCall, node: ast.Expr, wanted: string, found?: Expr | Type): Expr {
  const { ctx, name } = call;
  const type = found && ('designator' in found ? found.type : found);
  if (type?.kind !== 'error') {
    ctx.report('M3623', node, `${name} wants ${wanted}${type ? `, not ${typeText(type, ctx.unit)}` : ''}`);
  }
  return failure(call);
}

/** A type argument, unpacked; undefined after a report (or after an error in the type itself). */
export function typeOperand(call: BuiltinCall, node: ast.Expr): Type | undefined {
  const { ctx, scope, name } = call;
  const type = ctx.typeOfExpr(node, scope);
  if (type === undefined) {
    reportNoType(ctx, node, scope, 'M3622', `${name} wants a type here`);
    return undefined;
  }
  const bare = unpacked(type);
  return bare.kind === 'error' ? undefined : bare;
}

/** An argument that may be a type or a value (FIRST, BITSIZE, TYPECODE). */
export function typeOrValue({ ctx, scope }: BuiltinCall, node: ast.Expr): { type: Type } | { value: Expr } | undefined {
  const type = ctx.typeOfExpr(node, scope);
  if (type !== undefined) return type.kind === 'error' ? undefined : { type };
  const value = ctx.expr(node, scope);
  return isError(value) ? undefined : { value };
}
