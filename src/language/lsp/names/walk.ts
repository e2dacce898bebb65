/** Going through a checked unit: its procedures, nested ones too, and the typed trees of its bodies. */
import type { Expr, Stmt } from '../../typed/tree.ts';
import { eachExpr, eachStmt, expressionsOf } from '../../typed/walk.ts';
import type { CheckedUnit, ProcedureEntity } from '../../types/model.ts';

export function* allProcedures(procedures: readonly ProcedureEntity[]): Generator<ProcedureEntity> {
  for (const p of procedures) {
    yield p;
    if (p.definition) yield* allProcedures(p.definition.nested);
  }
}

/** Every body: `owner` is its procedure, or absent for the module's own body and the initial values of its variables. */
export function eachNode(
  unit: CheckedUnit,
  visit: {
    readonly stmt?: (stmt: Stmt, owner: ProcedureEntity | undefined) => void;
    readonly expr?: (expr: Expr, owner: ProcedureEntity | undefined) => void;
  },
): void {
  const expression = (expr: Expr, owner: ProcedureEntity | undefined): void =>
    eachExpr(expr, (e) => visit.expr?.(e, owner));
  const body = (stmts: readonly Stmt[], owner: ProcedureEntity | undefined): void =>
    eachStmt(stmts, (stmt) => {
      visit.stmt?.(stmt, owner);
      for (const expr of expressionsOf(stmt)) expression(expr, owner);
    });
  for (const procedure of allProcedures(unit.procedures))
    if (procedure.definition) body([procedure.definition.body], procedure);
  for (const { init } of unit.variables) if (init) expression(init, undefined);
  if (unit.body) body([unit.body], undefined);
}
