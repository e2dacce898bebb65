/**
 * Names and qualified names: what entity they mean, and the expression which that entity is (definition 2.6.3).
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import { isErrorEntity } from '../../types/builtins.ts';
import { eventType } from '../../types/events.ts';
import type { Entity, ProcedureEntity, UnitEntity, VariableEntity } from '../../types/model.ts';
import { unpacked } from '../../types/ordinals.ts';
import { constantExpr } from '../constants/faulting.ts';
import type { CheckContext, Scope } from '../context.ts';
import { declaredHere, didYouMean, kindText, undeclaredHint } from '../messages.ts';
import { errorNode, VALUE } from '../nodes.ts';
import type { Expr } from '../tree.ts';

/** The entity that a name or `Interface.name` denotes; silent, and undefined for everything else. */
export function entityOf(ctx: CheckContext, node: ast.Expr | undefined, scope: Scope): Entity | undefined {
  if (node?.$type === 'NameExpr') return node.name === undefined ? undefined : ctx.lookup(scope, node.name);
  if (node?.$type !== 'SelectExpr' || node.name === undefined) return undefined;
  const base = entityOf(ctx, node.base, scope);
  return base?.kind === 'unit' ? base.members.get(node.name) : undefined;
}

/** Remember the use of an entity found by `entityOf`, and of the interface that qualifies it. */
export function useEntity(ctx: CheckContext, node: ast.Expr, scope: Scope, entity: Entity): void {
  if (node.$type === 'SelectExpr') {
    const unit = entityOf(ctx, node.base, scope);
    if (unit !== undefined && node.base !== undefined) ctx.use(ctx.span(node.base), unit);
    ctx.use(ctx.span(node, 'name'), entity);
  } else {
    ctx.use(ctx.span(node), entity);
  }
}

export function nameExpr(ctx: CheckContext, node: ast.NameExpr, scope: Scope): Expr {
  if (node.name === undefined) return errorNode(ctx.span(node));
  const entity = ctx.lookup(scope, node.name);
  if (entity === undefined) {
    ctx.report('M3401', node, `${node.name} is not declared`, undeclaredHint(node.name, visibleNames(scope)));
    return errorNode(ctx.span(node));
  }
  useEntity(ctx, node, scope, entity);
  return entityExpr(ctx, node, entity, scope);
}

/** `Interface.name` where a value is wanted. */
export function memberExpr(ctx: CheckContext, node: ast.SelectExpr, unit: UnitEntity, scope: Scope): Expr {
  if (node.name === ctx.probe?.name) ctx.probe.base = { kind: 'unit', unit };
  const member = unit.members.get(node.name);
  if (member === undefined) {
    ctx.use(ctx.span(node.base), unit);
    ctx.report('M3402', ctx.span(node, 'name'), `interface ${unit.name} declares no ${node.name}`, {
      ...declaredHere(unit),
      ...didYouMean(node.name, unit.members.keys()),
    });
    return errorNode(ctx.span(node));
  }
  useEntity(ctx, node, scope, member);
  return entityExpr(ctx, node, member, scope);
}

/** The expression that an entity is; constants, variables and procedures are some. */
export function entityExpr(ctx: CheckContext, node: ast.Expr, entity: Entity, scope: Scope): Expr {
  const span = ctx.span(node);
  if (isErrorEntity(entity)) return errorNode(span);
  switch (entity.kind) {
    case 'const':
      return constantExpr(span, entity.type, entity.value);
    case 'variable':
      return variableExpr(span, entity, scope);
    case 'procedure':
      return procedureExpr(span, entity);
    default:
      ctx.report(
        'M3403',
        node,
        `${entity.name} is ${kindText(entity)}; an expression is wanted here`,
        entity.name === 'NULL' ? { hint: 'the reference to nothing is written NIL' } : declaredHere(entity),
      );
      return errorNode(span);
  }
}

/**
 * Report that an expression is no type. Names that mean nothing at all are reported as such, and silently passed if that has been done.
 */
export function reportNoType(ctx: CheckContext, node: ast.Expr, scope: Scope, code: string, message: string): void {
  const entity = entityOf(ctx, node, scope);
  const base = node.$type === 'SelectExpr' ? entityOf(ctx, node.base, scope) : undefined;
  if ((entity && isErrorEntity(entity)) || (base && isErrorEntity(base))) return;
  const isUnresolved =
    entity === undefined && (node.$type === 'NameExpr' || base === undefined || base.kind === 'unit');
  if (isUnresolved && (node.$type === 'NameExpr' || node.$type === 'SelectExpr')) {
    if (ctx.expr(node, scope).type.kind === 'error') return;
  }
  ctx.report(code, node, entity === undefined ? message : `${message}: ${entity.name} is ${kindText(entity)}`);
}

export function variableExpr(span: Span, variable: VariableEntity, scope: Scope): Expr {
  if (variable.role !== 'global' && variable.owner !== scope.owner) variable.captured = true;
  const type = unpacked(variable.type);
  if (type.kind === 'error') return errorNode(span);
  return { kind: 'variable', span, type, variable, designator: true, writable: variable.writable };
}

function procedureExpr(span: Span, procedure: ProcedureEntity): Expr {
  return { kind: 'procedure', span, type: eventType(procedure), procedure, ...VALUE };
}

function* visibleNames(scope: Scope): Generator<string> {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) yield* at.names?.() ?? [];
}
