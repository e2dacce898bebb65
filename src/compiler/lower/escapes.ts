/**
 * Which exceptions may leave a procedure body, as the verifier will see it.
 *
 * Implicit exceptions pass every RAISES and are not counted.
 */
import type { Expr, Stmt } from '../../language/typed/tree.ts';
import { bodiesOf, expressionsOf, operandsOf } from '../../language/typed/walk.ts';
import type { ExceptionEntity, ProcedureType } from '../../language/types/model.ts';

export interface Escapes {
  /** Something is called that may raise anything. */
  readonly any: boolean;
  readonly exceptions: ReadonlySet<ExceptionEntity>;
}

interface Found {
  any: boolean;
  readonly exceptions: Set<ExceptionEntity>;
}

/** What may leave `body` although RAISES does not admit it. */
export function unadmitted(body: Stmt, raises: ProcedureType['raises']): Escapes {
  const found: Found = { any: false, exceptions: new Set() };
  if (raises === 'any') return found;
  visitStatement(body, found);
  for (const exception of raises) found.exceptions.delete(exception);
  return found;
}

function visitStatement(statement: Stmt, found: Found): void {
  for (const expr of expressionsOf(statement)) visitExpr(expr, found);
  if (statement.kind === 'raise') add(found, statement.exception);
  if (statement.kind === 'tryExcept') {
    visitTryExcept(statement, found);
    return;
  }
  for (const statements of bodiesOf(statement)) visitAll(statements, found);
}

function visitAll(statements: readonly Stmt[], found: Found): void {
  for (const statement of statements) visitStatement(statement, found);
}

function visitTryExcept(statement: Extract<Stmt, { kind: 'tryExcept' }>, found: Found): void {
  const guarded: Found = { any: false, exceptions: new Set() };
  visitAll(statement.body, guarded);
  if (!statement.otherwise) {
    for (const { exceptions } of statement.handlers) for (const e of exceptions) guarded.exceptions.delete(e);
    found.any ||= guarded.any;
    for (const e of guarded.exceptions) found.exceptions.add(e);
  }
  for (const handler of statement.handlers) visitAll(handler.body, found);
  visitAll(statement.otherwise ?? [], found);
}

function visitExpr(expr: Expr, found: Found): void {
  if (expr.kind === 'call') {
    const { raises } = expr.signature;
    if (raises === 'any') found.any = true;
    else for (const e of raises) add(found, e);
  }
  for (const part of operandsOf(expr)) visitExpr(part, found);
}

function add(found: Found, exception: ExceptionEntity): void {
  if (!exception.implicit) found.exceptions.add(exception);
}
