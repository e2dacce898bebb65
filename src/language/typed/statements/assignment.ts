/** Assignment, calls as statements, EVAL, INC, DEC, DISPOSE, ASSERT (definition 2.3.1, 2.3.2, 2.3.3). */
import type * as ast from '../../generated/ast.ts';
import { BOOLEAN, TEXT } from '../../types/builtins.ts';
import { baseType } from '../../types/ordinals.ts';
import { typeText } from '../../types/print.ts';
import { isSubtype } from '../../types/relations.ts';
import type { CheckContext, Scope } from '../context.ts';
import { whyNotWritable } from '../expressions/arguments.ts';
import { checkAssignable } from '../expressions/assignability.ts';
import { builtinStatement, STATEMENT_BUILTINS } from '../expressions/builtins/statements.ts';
import { checkCall } from '../expressions/calls.ts';
import { entityOf, useEntity } from '../expressions/names.ts';
import { isError, placeType } from '../nodes.ts';
import type { Expr, Stmt } from '../tree.ts';

export function assignment(ctx: CheckContext, node: ast.AssignStatement, scope: Scope): Stmt {
  const target = ctx.expr(node.target, scope);
  const value = ctx.expr(node.value, scope, target.type);
  const span = ctx.span(node);
  if (isError(target)) return { kind: 'assign', span, target, value };
  if (!target.designator) {
    ctx.report('M3701', node.target, 'only a variable (a writable designator) can be assigned, and this is a value');
  } else if (!target.writable) {
    ctx.report('M3702', node.target, `this cannot be assigned: ${whyNotWritable(target)}`);
  } else {
    checkAssignable(ctx, value, placeType(target), { what: placeText(target) });
  }
  return { kind: 'assign', span, target, value };
}

function placeText(target: Expr): string {
  if (target.kind === 'variable') return target.variable.name;
  return target.kind === 'field' || target.kind === 'objectField' ? `field ${target.field.name}` : 'this variable';
}

export function callStatement(ctx: CheckContext, node: ast.CallStatement, scope: Scope): Stmt | undefined {
  const { call } = node;
  if (call === undefined) return undefined;
  if (call.$type !== 'CallExpr') {
    const expr = ctx.expr(call, scope);
    if (!isError(expr)) {
      const callable = expr.type.kind === 'procedure';
      ctx.report(
        'M3703',
        node,
        'a statement is wanted here, and this is an expression',
        callable ? { hint: 'a call has parentheses even without arguments: P()' } : {},
      );
    }
    return undefined;
  }
  const entity = entityOf(ctx, call.callee, scope);
  if (entity?.kind === 'builtin' && STATEMENT_BUILTINS.has(entity.builtin)) {
    useEntity(ctx, call.callee, scope, entity);
    return builtinStatement({ ctx, node: call, scope, name: entity.builtin });
  }
  const expr = entity?.kind === 'builtin' ? ctx.expr(call, scope) : checkCall(ctx, call, scope);
  const result = expr.kind === 'call' ? expr.signature.result : expr.type;
  const hasResult = result !== undefined && result.kind !== 'error' && !isError(expr);
  if (hasResult)
    ctx.report('M3704', node, 'the result of this call is not used', {
      hint: 'write EVAL before it to discard the result',
    });
  return { kind: 'eval', span: ctx.span(node), expr };
}

export function evalStatement(ctx: CheckContext, node: ast.EvalStatement, scope: Scope): Stmt {
  return { kind: 'eval', span: ctx.span(node), expr: ctx.expr(node.value, scope) };
}

export function assertion(ctx: CheckContext, node: ast.AssertStatement, scope: Scope): Stmt {
  const condition = checkCondition(ctx, node.condition, scope, 'ASSERT');
  const message = node.message && ctx.expr(node.message, scope);
  if (message && !isError(message) && !isSubtype(message.type, TEXT, ctx.reveal)) {
    ctx.report('M3705', node.message!, `the message of an ASSERT is a TEXT, not ${typeText(message.type, ctx.unit)}`);
  }
  const text = node.condition?.$cstNode?.text ?? '';
  return { kind: 'assert', span: ctx.span(node), condition, ...(message ? { message } : {}), text };
}

/** The BOOLEAN that IF, WHILE, REPEAT and ASSERT want. */
export function checkCondition(ctx: CheckContext, node: ast.Expr, scope: Scope, statement: string): Expr {
  const condition = ctx.expr(node, scope, BOOLEAN);
  if (!isError(condition) && baseType(condition.type) !== BOOLEAN) {
    ctx.report('M3706', node, `the condition of ${statement} is a BOOLEAN, not ${typeText(condition.type, ctx.unit)}`);
  }
  return condition;
}
