/**
 * Which exceptions a body may let out that its RAISES set does not admit. That is legal but faults when it happens (definition 2.2.8), so it is a
 * warning: where the exception comes from, unless a TRY around handles it, `<*FATAL E*>` says it never comes, or it is implicit.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { ExceptionEntity, ProcedureEntity, ProcedureType } from '../../types/model.ts';
import { entityText } from '../../types/print.ts';
import type { CheckContext, PragmaText } from '../context.ts';
import { declaredHere } from '../messages.ts';
import type { Expr, Stmt } from '../tree.ts';
import { bodiesOf, eachExpr, expressionsOf } from '../walk.ts';

/** What is caught around a statement. */
type Caught = ReadonlySet<ExceptionEntity> | 'any';

interface Site {
  readonly ctx: CheckContext;
  readonly owner: ProcedureEntity | undefined;
  /** `<*FATAL*>` pragmas with the extent of the block that they stand in. */
  readonly fatal: readonly Fatal[];
}

interface Fatal {
  /** Names as written (qualified or not), or ANY. */
  readonly names: ReadonlySet<string>;
  readonly start: number;
  readonly end: number;
}

/** Checks a procedure and those nested in it. */
export function checkRaises(ctx: CheckContext, procedure: ProcedureEntity, fatal: readonly Fatal[]): void {
  const { definition } = procedure;
  if (definition === undefined) return;
  checkStatements({ ctx, owner: procedure, fatal }, [definition.body], admitted(procedure.type));
  for (const nested of definition.nested) checkRaises(ctx, nested, fatal);
}

/** Whatever a module body raises ends the program or the loading of the extension. */
export function checkBodyRaises(ctx: CheckContext, body: Stmt, fatal: readonly Fatal[]): void {
  checkStatements({ ctx, owner: undefined, fatal }, [body], new Set());
}

/** Initial values of a unit's variables are evaluated with its body. */
export function checkInitialRaises(ctx: CheckContext, init: Expr, fatal: readonly Fatal[]): void {
  const site: Site = { ctx, owner: undefined, fatal };
  eachExpr(init, (e) => checkExpression(site, e, new Set()));
}

function admitted(type: ProcedureType): Caught {
  return type.raises === 'any' ? 'any' : new Set(type.raises);
}

/** A FATAL pragma holds for the block whose declarations it stands among: from there on to the end of the innermost procedure or unit around it. */
export function fatalRanges(
  pragmas: readonly PragmaText[],
  procedures: readonly ProcedureEntity[],
  end: number,
): Fatal[] {
  const extents: { start: number; end: number }[] = [];
  const collect = (list: readonly ProcedureEntity[]): void => {
    for (const { span, definition } of list) {
      if (definition === undefined) continue;
      extents.push({ start: span.start, end: definition.endSpan.end });
      collect(definition.nested);
    }
  };
  collect(procedures);
  return pragmas
    .filter((pragma) => pragma.name === 'FATAL')
    .map(({ text, span }) => {
      const around = extents.filter((e) => e.start <= span.start && span.end <= e.end);
      const innermost = around.reduce<{ start: number; end: number } | undefined>(
        (best, e) => (best && best.start >= e.start ? best : e),
        undefined,
      );
      return {
        names: new Set(text.split(',').map((name) => name.trim())),
        start: innermost?.start ?? 0,
        end: innermost?.end ?? end,
      };
    });
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
  if (isFatal(site, 'ANY', expr.span)) return;
  site.ctx.report('W4301', expr.span, `this call may raise any exception, and ${scopeText(site)}`, {
    severity: 'warning',
  });
}

function escapes(site: Site, exception: ExceptionEntity, span: Span, caught: Caught): void {
  if (caught === 'any' || exception.implicit || caught.has(exception)) return;
  if (
    isFatal(site, exception.name, span) ||
    isFatal(site, entityText(exception, site.ctx.unit), span) ||
    isFatal(site, 'ANY', span)
  )
    return;
  const name = entityText(exception, site.ctx.unit);
  site.ctx.report('W4301', span, `exception ${name} may be raised here, and ${scopeText(site)}`, {
    severity: 'warning',
    ...declaredHere(exception),
  });
}

function scopeText({ owner }: Site): string {
  return owner ? `${owner.name} neither handles it nor has it in its RAISES set` : 'nothing handles it';
}

function isFatal({ fatal }: Site, name: string, span: Span): boolean {
  return fatal.some(
    (f) =>
      f.start <= span.start &&
      span.end <= f.end &&
      (f.names.has(name) || [...f.names].some((n) => n.endsWith(`.${name}`))),
  );
}
