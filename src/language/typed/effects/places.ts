/** Where storage lies: whose variable a designator denotes, seen through the aliases that WITH makes. */
import type { ProcedureEntity, Type, VariableEntity } from '../../types/model.ts';
import { numberOf } from '../../types/ordinals.ts';
import { rootVariable } from '../nodes.ts';
import type { Expr, Stmt } from '../tree.ts';
import { eachStmt } from '../walk.ts';

export type Aliases = ReadonlyMap<VariableEntity, Expr>;

/** The designator that each WITH variable stands for. */
export function aliasesIn(body: readonly Stmt[]): Aliases {
  const aliases = new Map<VariableEntity, Expr>();
  eachStmt(body, (stmt) => {
    if (stmt.kind !== 'with') return;
    for (const { variable, value } of stmt.bindings) if (variable.alias) aliases.set(variable, value);
  });
  return aliases;
}

/** What lies outside of a procedure's own storage, in words; undefined when the designator is within its locals and value parameters. */
export function outside(designator: Expr, procedure: ProcedureEntity, aliases: Aliases): string | undefined {
  let at = designator;
  for (;;) {
    const root = rootVariable(at);
    if (root === undefined) return 'what lies behind a reference';
    const alias = aliases.get(root);
    if (alias === undefined) return outsideVariable(root, procedure);
    at = alias;
  }
}

function outsideVariable(variable: VariableEntity, procedure: ProcedureEntity): string | undefined {
  if (variable.role === 'global') return `the global variable ${variable.name}`;
  if (variable.role === 'param' && variable.mode !== 'value')
    return `the ${variable.mode === 'var' ? 'VAR' : 'READONLY'} parameter ${variable.name}`;
  return variable.owner === procedure ? undefined : `${variable.name}, a variable of an enclosing procedure`;
}

/** Values of such types are passed with exceptions by copying them to the heap. */
export function isAggregate(type: Type): boolean {
  if (type.kind === 'packed') return isAggregate(type.base);
  if (type.kind === 'set') return (numberOf(type.element) ?? 0n) > 64n;
  return type.kind === 'record' || type.kind === 'array' || type.kind === 'openarray';
}
