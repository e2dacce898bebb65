/** TRY EXCEPT, TRY FINALLY, RAISE, RETURN (definition 2.3.5 to 2.3.7, 2.3.11). */
import type * as ast from '../../generated/ast.ts';
import type { ExceptionEntity, Type, VariableEntity } from '../../types/model.ts';
import { typeText } from '../../types/print.ts';
import { sameType } from '../../types/relations.ts';
import type { BodyContext, CheckContext, Scope } from '../context.ts';
import { checkAssignable } from '../expressions/assignability.ts';
import { declaredHere, didYouMean, innerScope, kindText } from '../messages.ts';
import { errorNode } from '../nodes.ts';
import type { Stmt } from '../tree.ts';
import { withRuntimeErrors } from './runtime-errors.ts';
import { bindVariable } from './variables.ts';

type StmtOf<K extends Stmt['kind']> = Extract<Stmt, { kind: K }>;

export function tryStatement(ctx: CheckContext, node: ast.TryStatement, scope: Scope, body: BodyContext): Stmt {
  const span = ctx.span(node);
  const statements = ctx.statements(node.statements, scope, body);
  if (node.finallyClause)
    return {
      kind: 'tryFinally',
      span,
      body: statements,
      final: ctx.statements(node.finallyClause.statements, scope, body),
    };
  const handled = new Map<ExceptionEntity, ast.QualName>();
  const handlers = node.handlers.map((handler) => exceptHandler(ctx, handler, scope, body, handled));
  const otherwise = node.elseClause && ctx.statements(node.elseClause.statements, scope, body);
  const guarded = withRuntimeErrors(ctx, span, statements, new Set(handled.keys()), scope, body);
  return { kind: 'tryExcept', span, body: guarded, handlers, ...(otherwise ? { otherwise } : {}) };
}

function exceptHandler(
  ctx: CheckContext,
  node: ast.Handler,
  scope: Scope,
  body: BodyContext,
  handled: Map<ExceptionEntity, ast.QualName>,
): StmtOf<'tryExcept'>['handlers'][number] {
  const exceptions: ExceptionEntity[] = [];
  for (const name of node.exceptions) {
    const exception = exceptionOf(ctx, name, scope);
    if (exception === undefined) continue;
    const before = handled.get(exception);
    if (before !== undefined) {
      ctx.report('M3731', name, `${exception.name} is already handled by this TRY`, {
        related: [{ span: ctx.span(before), message: 'it is handled here' }],
      });
      continue;
    }
    handled.set(exception, name);
    exceptions.push(exception);
  }
  const variable = node.variable && handlerVariable(ctx, node.variable, exceptions, scope, body);
  const inner = variable ? innerScope(scope, [variable]) : scope;
  return { exceptions, ...(variable ? { variable } : {}), body: ctx.statements(node.statements, inner, body) };
}

/** A handler for several exceptions may bind their argument if it is of one type. */
function handlerVariable(
  ctx: CheckContext,
  node: ast.Variable,
  exceptions: readonly ExceptionEntity[],
  scope: Scope,
  body: BodyContext,
): VariableEntity {
  const type = argumentType(ctx, node, exceptions);
  return bindVariable(ctx, node, scope, body, { role: 'except', type, writable: true });
}

function argumentType(ctx: CheckContext, node: ast.Variable, exceptions: readonly ExceptionEntity[]): Type {
  const [first, ...others] = exceptions;
  if (first === undefined) return { kind: 'error' };
  if (first.argument === undefined) {
    ctx.report('M3732', node, `exception ${first.name} has no argument to bind`, declaredHere(first));
    return { kind: 'error' };
  }
  for (const other of others) {
    if (other.argument !== undefined && sameType(first.argument, other.argument)) continue;
    ctx.report(
      'M3733',
      node,
      `${first.name} and ${other.name} do not have arguments of one type, so one variable cannot hold both`,
      declaredHere(other),
    );
    return { kind: 'error' };
  }
  return first.argument;
}

/** The exception that a qualified name denotes. */
export function exceptionOf(ctx: CheckContext, node: ast.QualName, scope: Scope): ExceptionEntity | undefined {
  const [first, second] = node.names;
  if (first === undefined) return undefined;
  let entity = ctx.lookup(scope, first);
  if (entity === undefined) {
    ctx.report('M3401', node, `${first} is not declared`);
    return undefined;
  }
  if (second !== undefined && entity.kind === 'unit') {
    const unit = entity;
    if (second === ctx.probe?.name) ctx.probe.base = { kind: 'unit', unit };
    ctx.use({ ...ctx.span(node), end: ctx.span(node).start + first.length }, unit);
    entity = unit.members.get(second);
    if (entity === undefined) {
      ctx.report('M3402', node, `interface ${unit.name} declares no ${second}`, {
        ...declaredHere(unit),
        ...didYouMean(second, unit.members.keys()),
      });
      return undefined;
    }
  }
  if (entity.kind === 'exception' && node.names.length === (second === undefined ? 1 : 2)) {
    const span = ctx.span(node);
    ctx.use(second === undefined ? span : { ...span, start: span.end - second.length }, entity);
    return entity;
  }
  const isUnknown = (entity.kind === 'variable' || entity.kind === 'type') && entity.type.kind === 'error';
  if (!isUnknown)
    ctx.report('M3734', node, `${node.names.join('.')} is ${kindText(entity)}, not an exception`, declaredHere(entity));
  return undefined;
}

export function raiseStatement(ctx: CheckContext, node: ast.RaiseStatement, scope: Scope): Stmt | undefined {
  const exception = node.exception && exceptionOf(ctx, node.exception, scope);
  const argument = node.argument && ctx.expr(node.argument, scope, exception?.argument);
  if (exception === undefined) return undefined;
  const span = ctx.span(node);
  if (argument !== undefined && exception.argument === undefined) {
    ctx.report('M3735', node.argument!, `exception ${exception.name} takes no argument`, declaredHere(exception));
    return { kind: 'raise', span, exception };
  }
  if (argument === undefined && exception.argument !== undefined) {
    ctx.report(
      'M3736',
      node,
      `exception ${exception.name} wants an argument of type ${typeText(exception.argument, ctx.unit)}`,
      declaredHere(exception),
    );
    return { kind: 'raise', span, exception, argument: errorNode(span) };
  }
  if (argument === undefined || exception.argument === undefined) return { kind: 'raise', span, exception };
  checkAssignable(ctx, argument, exception.argument, { what: `the argument of exception ${exception.name}` });
  return { kind: 'raise', span, exception, argument };
}

export function returnStatement(ctx: CheckContext, node: ast.ReturnStatement, scope: Scope, body: BodyContext): Stmt {
  const span = ctx.span(node);
  const value = node.value && ctx.expr(node.value, scope, body.result);
  if (body.owner === undefined) {
    ctx.report('M3740', node, 'RETURN is only legal in the body of a procedure');
    return { kind: 'return', span };
  }
  if (value !== undefined && body.result === undefined) {
    ctx.report(
      'M3741',
      node.value!,
      `${body.owner.name} is a proper procedure: its RETURN has no value`,
      declaredHere(body.owner),
    );
    return { kind: 'return', span };
  }
  if (value === undefined && body.result !== undefined) {
    ctx.report(
      'M3742',
      node,
      `${body.owner.name} is a function procedure: its RETURN wants a value of type ${typeText(body.result, ctx.unit)}`,
      declaredHere(body.owner),
    );
    return { kind: 'return', span, value: errorNode(span) };
  }
  if (value === undefined || body.result === undefined) return { kind: 'return', span };
  checkAssignable(ctx, value, body.result, { what: `the result of ${body.owner.name}` });
  return { kind: 'return', span, value };
}
