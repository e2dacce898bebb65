/**
 * What EPHEMERAL and FUNCTIONAL procedures promise (SPIN's additions; `language.md`).
 *
 * An EPHEMERAL body may be torn off at any moment: it calls only EPHEMERAL procedures and holds nothing that tearing off would leave broken.
 * A FUNCTIONAL body has no side effects: in addition it writes only its own locals and value parameters. Procedures nested in a body keep its
 * promise.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { ProcedureEntity, ProcedureType } from '../../types/model.ts';
import { typeText } from '../../types/print.ts';
import type { CheckContext } from '../context.ts';
import { declaredHere } from '../messages.ts';
import type { Expr, Stmt } from '../tree.ts';
import { eachExpr, eachStmt, expressionsOf } from '../walk.ts';
import { type Aliases, aliasesIn, isAggregate, outside } from './places.ts';

type Promise = 'EPHEMERAL' | 'FUNCTIONAL';

interface Site {
  readonly ctx: CheckContext;
  /** The procedure whose body is looked at. */
  readonly procedure: ProcedureEntity;
  /** The one that makes the promise: itself or one around it. */
  readonly promiser: ProcedureEntity;
  readonly promise: Promise;
  readonly aliases: Aliases;
}

/** Checks a procedure and those nested in it. */
export function checkPromises(
  ctx: CheckContext,
  procedure: ProcedureEntity,
  inherited?: { promiser: ProcedureEntity; promise: Promise },
): void {
  const own = promiseOf(procedure.type);
  if (own === 'FUNCTIONAL' && procedure.parent !== undefined) {
    ctx.report(
      'M3810',
      procedure.span,
      `${procedure.name} is nested in ${procedure.parent.name}, and a FUNCTIONAL procedure cannot be nested`,
      declaredHere(procedure.parent),
    );
  }
  const kept =
    inherited?.promise === 'FUNCTIONAL' || own === undefined ? inherited : { promiser: procedure, promise: own };
  const { definition } = procedure;
  if (definition === undefined) return;
  if (kept !== undefined) {
    const site: Site = { ctx, procedure, ...kept, aliases: aliasesIn([definition.body]) };
    eachStmt([definition.body], (stmt) => checkStatement(site, stmt));
  }
  for (const nested of definition.nested) checkPromises(ctx, nested, kept);
}

function promiseOf(type: ProcedureType): Promise | undefined {
  return type.functional ? 'FUNCTIONAL' : type.ephemeral ? 'EPHEMERAL' : undefined;
}

function keeps(type: ProcedureType, promise: Promise): boolean {
  return type.functional || (promise === 'EPHEMERAL' && type.ephemeral);
}

function broken({ ctx, promiser, promise }: Site, code: string, span: Span, what: string): void {
  ctx.report(code, span, `${promiser.name} is ${promise}: ${what}`, declaredHere(promiser));
}

// ---------------------------------------------------------------- statements

function checkStatement(site: Site, stmt: Stmt): void {
  for (const expr of expressionsOf(stmt)) eachExpr(expr, (e) => checkExpression(site, e));
  switch (stmt.kind) {
    case 'lock':
      broken(
        site,
        'M3803',
        stmt.span,
        site.promise === 'EPHEMERAL' ? 'it may be torn off and must not LOCK' : 'LOCK is a side effect',
      );
      return;
    case 'raise':
      if (stmt.exception.argument && isAggregate(stmt.exception.argument)) {
        broken(site, 'M3804', stmt.span, `the argument of ${stmt.exception.name} would be copied to the heap`);
      }
      return;
    case 'assign':
    case 'inc':
    case 'dec':
      checkWrite(site, stmt.target, 'it must not assign');
      return;
    default:
      return;
  }
}

function checkWrite(site: Site, target: Expr, action: string): void {
  if (site.promise !== 'FUNCTIONAL' || !target.writable || target.type.kind === 'error') return;
  const where = outside(target, site.procedure, site.aliases);
  if (where !== undefined) broken(site, 'M3811', target.span, `${action} ${where}`);
}

// ---------------------------------------------------------------- expressions

function checkExpression(site: Site, expr: Expr): void {
  switch (expr.kind) {
    case 'new':
      broken(site, 'M3802', expr.span, 'it must not use NEW');
      return;
    case 'concat':
      broken(site, 'M3802', expr.span, 'it must not concatenate texts, which allocates');
      return;
    case 'call':
      checkCall(site, expr);
      return;
    default:
      return;
  }
}

function checkCall(site: Site, call: Extract<Expr, { kind: 'call' }>): void {
  const { callee, signature } = call;
  if (!keeps(signature, site.promise)) {
    const related =
      callee.kind === 'procedure'
        ? declaredHere(callee.procedure)
        : callee.kind === 'method'
          ? declaredHere(callee.method)
          : {};
    const { ctx, promiser, promise } = site;
    const what =
      callee.kind === 'value'
        ? `a procedure of type ${typeText(callee.value.type, ctx.unit)}`
        : callee.kind === 'method'
          ? `method ${callee.method.name}`
          : callee.procedure.name;
    const flag = promise === 'FUNCTIONAL' ? 'FUNCTIONAL' : 'EPHEMERAL';
    ctx.report(
      'M3801',
      call.span,
      `${promiser.name} is ${promise} and may call only what is ${flag}; ${what} is not`,
      related,
    );
  }
  signature.params.forEach((param, i) => {
    const arg = call.args[i];
    if (param.mode === 'var' && arg !== undefined) checkWrite(site, arg, `it must not pass as VAR`);
  });
}
