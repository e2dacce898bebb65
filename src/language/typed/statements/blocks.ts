/** Blocks, WITH, LOCK (definition 2.3.4, 2.3.10, 2.3.19). */
import type * as ast from '../../generated/ast.ts';
import { MUTEX } from '../../types/builtins.ts';
import type { VariableEntity } from '../../types/model.ts';
import { typeText } from '../../types/print.ts';
import { isSubtype } from '../../types/relations.ts';
import type { BodyContext, CheckContext, Scope } from '../context.ts';
import { innerScope } from '../messages.ts';
import { isError, placeType, rootVariable, takeAddress } from '../nodes.ts';
import type { Expr, Stmt } from '../tree.ts';
import { bindName } from './variables.ts';

export function blockStatement(ctx: CheckContext, node: ast.Block, scope: Scope, body: BodyContext): Stmt {
  const block = ctx.declareBlock(node.declarations, scope, body.owner);
  body.locals.push(...block.variables.map((v) => v.variable));
  block.finish();
  const statements = ctx.statements(node.statements, block.scope, body);
  const locals = block.variables.map(({ variable, init }) => ({ variable, ...(init ? { init } : {}) }));
  return { kind: 'block', span: ctx.span(node), locals, body: statements };
}

/** Each binding is in the scope of those after it: `WITH a = e, b = f` is `WITH a = e DO WITH b = f DO ... END END`. */
export function withStatement(ctx: CheckContext, node: ast.WithStatement, scope: Scope, body: BodyContext): Stmt {
  const bindings: { variable: VariableEntity; value: Expr }[] = [];
  let inner = scope;
  for (const binding of node.bindings) {
    const value = ctx.expr(binding.value, inner);
    const variable = withVariable(ctx, binding, value, inner, body);
    bindings.push({ variable, value });
    inner = innerScope(inner, [variable]);
  }
  const statements = ctx.statements(node.statements, inner, body);
  for (const { variable, value } of bindings.toReversed()) passOnCapture(variable, value);
  return { kind: 'with', span: ctx.span(node), bindings, body: statements };
}

/** A nested procedure that uses an alias uses the variable behind it. */
function passOnCapture(alias: VariableEntity, value: Expr): void {
  const root = alias.alias && alias.captured ? rootVariable(value) : undefined;
  if (root !== undefined && root.role !== 'global') root.captured = true;
}

/** A designator is aliased and as writable as it is; any other value is bound to a read-only variable. */
function withVariable(
  ctx: CheckContext,
  node: ast.WithBinding,
  value: Expr,
  scope: Scope,
  body: BodyContext,
): VariableEntity {
  const local = value.kind === 'procedure' && value.procedure.parent !== undefined;
  if (local)
    ctx.report(
      'M3521',
      value.span,
      `${value.procedure.name} is a local procedure; it may be called and passed as a parameter, but not bound by WITH`,
    );
  const alias = value.designator && !isError(value);
  const type = alias ? placeType(value) : value.type;
  if (alias && type.kind !== 'packed') takeAddress(value);
  const writable = value.designator && value.writable;
  return bindName(ctx, node.name ?? '', ctx.span(node, 'name'), scope, body, { role: 'with', type, writable, alias });
}

export function lockStatement(ctx: CheckContext, node: ast.LockStatement, scope: Scope, body: BodyContext): Stmt {
  const mutex = ctx.expr(node.mutex, scope, MUTEX);
  if (!isError(mutex) && !isSubtype(mutex.type, MUTEX, ctx.reveal)) {
    ctx.report('M3750', node.mutex, `LOCK wants a MUTEX, and this is of type ${typeText(mutex.type, ctx.unit)}`);
  }
  return { kind: 'lock', span: ctx.span(node), mutex, body: ctx.statements(node.statements, scope, body) };
}
