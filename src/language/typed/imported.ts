/** What a unit's imports make of names (2.5.1), as far as the syntax alone tells. */
import type * as ast from '../generated/ast.ts';

/** The global name of an interface that FROM names: a local name takes precedence. */
export function interfaceNamed(unit: ast.Unit, name: string): string {
  for (const clause of unit.imports) {
    if (clause.$type === 'FromImport') continue;
    const imported = clause.units.find(({ unit: global, alias }) => (alias ?? global) === name);
    if (imported?.unit) return imported.unit;
  }
  return name;
}
