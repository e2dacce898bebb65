/** WHILE, REPEAT, LOOP, EXIT, FOR (definition 2.3.9, 2.3.12 to 2.3.16). */
import type * as ast from '../../generated/ast.ts';
import { ERROR } from '../../types/builtins.ts';
import type { Type } from '../../types/model.ts';
import { baseType, isOrdinal, sameBase } from '../../types/ordinals.ts';
import { typeText } from '../../types/print.ts';
import type { BodyContext, CheckContext, Scope } from '../context.ts';
import { innerScope } from '../messages.ts';
import { intValue, isError } from '../nodes.ts';
import type { Expr, Stmt } from '../tree.ts';
import { checkCondition } from './assignment.ts';
import { bindVariable } from './variables.ts';

export function whileStatement(ctx: CheckContext, node: ast.WhileStatement, scope: Scope, body: BodyContext): Stmt {
  const condition = checkCondition(ctx, node.condition, scope, 'WHILE');
  return { kind: 'while', span: ctx.span(node), condition, body: ctx.statements(node.statements, scope, inLoop(body)) };
}

export function repeatStatement(ctx: CheckContext, node: ast.RepeatStatement, scope: Scope, body: BodyContext): Stmt {
  const statements = ctx.statements(node.statements, scope, inLoop(body));
  return {
    kind: 'repeat',
    span: ctx.span(node),
    body: statements,
    condition: checkCondition(ctx, node.condition, scope, 'REPEAT'),
  };
}

export function loopStatement(ctx: CheckContext, node: ast.LoopStatement, scope: Scope, body: BodyContext): Stmt {
  return { kind: 'loop', span: ctx.span(node), body: ctx.statements(node.statements, scope, inLoop(body)) };
}

/** WHILE, REPEAT and FOR are defined by LOOP, so EXIT leaves them as well. */
function inLoop(body: BodyContext): BodyContext {
  return { ...body, inLoop: true };
}

export function exitStatement(ctx: CheckContext, node: ast.ExitStatement, body: BodyContext): Stmt {
  if (!body.inLoop) ctx.report('M3720', node, 'EXIT is not inside a loop');
  return { kind: 'exit', span: ctx.span(node) };
}

/** The variable is read-only and of the base type that both bounds have; the step is any integer expression. */
export function forStatement(ctx: CheckContext, node: ast.ForStatement, scope: Scope, body: BodyContext): Stmt {
  const from = ctx.expr(node.from, scope);
  const to = ctx.expr(node.to, scope);
  const type = loopType(ctx, node, from, to);
  const step = node.by ? loopStep(ctx, node.by, scope) : 1n;
  const variable = bindVariable(ctx, node.variable, scope, body, { role: 'for', type, writable: false });
  const statements = ctx.statements(node.statements, innerScope(scope, [variable]), inLoop(body));
  return { kind: 'for', span: ctx.span(node), variable, from, to, step, body: statements };
}

function loopType(ctx: CheckContext, node: ast.ForStatement, from: Expr, to: Expr): Type {
  for (const [bound, syntax] of [
    [from, node.from],
    [to, node.to],
  ] as const) {
    if (isError(bound)) return ERROR;
    if (!isOrdinal(bound.type)) {
      ctx.report(
        'M3721',
        syntax,
        `the bounds of FOR are ordinals, and this is of type ${typeText(bound.type, ctx.unit)}`,
      );
      return ERROR;
    }
  }
  if (sameBase(from.type, to.type)) return baseType(from.type);
  ctx.report(
    'M3722',
    node.to,
    `the bounds of FOR have one base type, and these have ${typeText(baseType(from.type), ctx.unit)} and ${typeText(baseType(to.type), ctx.unit)}`,
  );
  return ERROR;
}

function loopStep(ctx: CheckContext, node: ast.Expr, scope: Scope): bigint | Expr {
  const by = ctx.expr(node, scope);
  if (isError(by)) return 1n;
  if (baseType(by.type).kind !== 'integer') {
    ctx.report('M3723', node, `the step of FOR is an integer, not ${typeText(by.type, ctx.unit)}`);
    return 1n;
  }
  const step = intValue(by);
  if (step === undefined) return by;
  if (step === 0n)
    ctx.report('W4107', node, 'with a step of zero this loop does not end by itself', { severity: 'warning' });
  return step;
}
