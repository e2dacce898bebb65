/** Where variables are written: assigned, counted, passed as VAR, bound by FOR, given a value where they are made or called by keyword. */
import type { Expr, Stmt } from '../../typed/tree.ts';
import type { CheckedUnit } from '../../types/model.ts';
import type { Name } from './names.ts';
import { eachNode } from './walk.ts';

const known = new WeakMap<CheckedUnit, ReadonlySet<number>>();

/** Ends of the names of variables, fields and parameters that the unit's bodies write. */
export function writtenIn(unit: CheckedUnit): ReadonlySet<number> {
  let ends = known.get(unit);
  if (!ends) {
    ends = collect(unit);
    known.set(unit, ends);
  }
  return ends;
}

/** `text` is that of the file the name stands in. */
export function isWritten({ span, role }: Name, text: string, units: readonly CheckedUnit[]): boolean {
  if (role === 'end' || role === 'pragma') return false;
  return /^\s*:=/.test(text.slice(span.end, span.end + 40)) || units.some((unit) => writtenIn(unit).has(span.end));
}

function collect(unit: CheckedUnit): Set<number> {
  const ends = new Set<number>();
  const write = (target: Expr | undefined): void => {
    const end = target && nameEnd(target);
    if (end !== undefined) ends.add(end);
  };
  eachNode(unit, {
    stmt(stmt: Stmt) {
      if (stmt.kind === 'assign' || stmt.kind === 'inc' || stmt.kind === 'dec') write(stmt.target);
      if (stmt.kind === 'for') ends.add(stmt.variable.span.end);
    },
    expr(expr) {
      if (expr.kind !== 'call') return;
      expr.signature.params.forEach((param, i) => {
        if (param.mode === 'var') write(expr.args[i]);
      });
    },
  });
  return ends;
}

/** The end of the name of what is written; undefined for what a reference leads to, since the reference itself stays. */
function nameEnd(target: Expr): number | undefined {
  switch (target.kind) {
    case 'variable':
    case 'field':
    case 'objectField':
      return target.span.end;
    case 'index':
    case 'subarray':
      return nameEnd(target.array);
    case 'view':
      return nameEnd(target.operand);
    default:
      return undefined;
  }
}
