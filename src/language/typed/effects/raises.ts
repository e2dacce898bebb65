/**
 * Which exceptions a body may let out that its RAISES set does not admit. That is legal but faults when it happens (definition 2.2.8), so it is a
 * warning: where the exception comes from, unless a TRY around handles it, `<*FATAL E*>` says it never comes, or it is implicit.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { ExceptionEntity, ProcedureEntity, ProcedureType } from '../../types/model.ts';
import { entityText } from '../../types/print.ts';
import type { CheckContext } from '../context.ts';
import { declaredHere } from '../messages.ts';
import type { Expr, Stmt } from '../tree.ts';
import { bodiesOf, eachExpr, expressionsOf } from '../walk.ts';
import type { IsFatal } from './fatal.ts';

/** What is caught around a statement. */
type Caught = ReadonlySet<ExceptionEntity> | 'any';

interface Site {
  readonly ctx: CheckContext;
  readonly owner: ProcedureEntity | undefined;
  readonly isFatal: IsFatal;
}

/** Checks a procedure and those nested in it. */
export function checkRaises(ctx: CheckContext, procedure: ProcedureEntity, isFatal: IsFatal): void {
  const { definition } = procedure;
  if (definition === undefined) return;
  checkStatements({ ctx, owner: procedure, isFatal }, [definition.body], admitted(procedure.type));
  for (const nested of definition.nested) checkRaises(ctx, nested, isFatal);
}

/** Whatever a module body raises ends the program or the loading of the extension. */
export function checkBodyRaises(ctx: CheckContext, body: Stmt, isFatal: IsFatal): void {
  checkStatements({ ctx, owner: undefined, isFatal }, [body], new Set());
}

/** Initial values of a unit's variables are evaluated with its body. */
export function checkInitialRaises(ctx: CheckContext, init: Expr, isFatal: IsFatal): void {
  const site: Site = { ctx, owner: undefined, isFatal };
  eachExpr(init, (e) => checkExpression(site, e, new Set()));
}

function admitted(type: ProcedureType): Caught {
  return type.raises === 'any' ? 'any' : new Set(type.raises);
}

// ---------------------------------------------------------------- statements

function checkStatements(site: Site, stmts: readonly Stmt[], caught: Caught): void {
  for (const stmt of stmts) {
    for (const expr of expressionsOf(stmt)) eachExpr(expr, (e) => checkExpression(site, e, caught));
    if (stmt.kind === 'raise') escapes(site, stmt.exception, stmt.span, caught);
    if (stmt.kind === 'tryExcept') checkTry(site, stmt, caught);
    else for (const body of bodiesOf(stmt)) checkStatements(site, body, caught);
  }
}

function checkTry(site: Site, stmt: Extract<Stmt, { kind: 'tryExcept' }>, caught: Caught): void {
  const inner: Caught =
    stmt.otherwise || caught === 'any' ? 'any' : new Set([...caught, ...stmt.handlers.flatMap((h) => h.exceptions)]);
  checkStatements(site, stmt.body, inner);
  for (const handler of stmt.handlers) checkStatements(site, handler.body, caught);
  if (stmt.otherwise) checkStatements(site, stmt.otherwise, caught);
}

function checkExpression(site: Site, expr: Expr, caught: Caught): void {
  if (expr.kind !== 'call' || caught === 'any') return;
  const { raises } = expr.signature;
  if (raises !== 'any') {
    for (const exception of raises) escapes(site, exception, expr.span, caught);
    return;
  }
  if (site.isFatal('any', expr.span)) return;
  site.ctx.report('W4301', expr.span, `this call may raise any exception, and ${scopeText(site)}`, {
    severity: 'warning',
  });
}

function escapes(site: Site, exception: ExceptionEntity, span: Span, caught: Caught): void {
  if (caught === 'any' || exception.implicit || caught.has(exception)) return;
  if (site.isFatal(exception, span)) return;
  const name = entityText(exception, site.ctx.unit);
  site.ctx.report('W4301', span, `exception ${name} may be raised here, and ${scopeText(site)}`, {
    severity: 'warning',
    ...declaredHere(exception),
  });
}

function scopeText({ owner }: Site): string {
  return owner ? `${owner.name} neither handles it nor has it in its RAISES set` : 'nothing handles it';
}
