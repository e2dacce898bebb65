/**
 * The plan of an extension: which units are its own, what their items are numbered, what is known of opaque types.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CheckedProgram, CheckedUnit, ProcedureEntity } from '../language/types/model.ts';
import { IndexSpaces } from './emit/indices.ts';
import { TypeTable } from './emit/type-table.ts';
import type { Program } from './lower/context.ts';
import { collectRevelations } from './lower/references.ts';
import { Refusal } from './refusal.ts';

export function planProgram(checked: CheckedProgram, trusted: boolean, diagnostics: Diagnostic[]): Program {
  const ownUnits = new Set(checked.own.map((u) => u.entity));
  const importable = new Set(checked.imported.map((u) => u.entity));
  const indices = new IndexSpaces(ownUnits, importable);
  const direct = new Set(checked.own.flatMap((u) => u.imports).filter((u) => importable.has(u)));
  // A file lists what its units import even when it uses no item of it: constants and types were read there.
  for (const unit of direct) indices.use(unit);
  numberItems(indices, checked.own);

  const texts: string[] = [];
  const textIndex = new Map<string, number>();
  const text = (value: string): number => {
    const known = textIndex.get(value);
    if (known !== undefined) return known;
    if (!value.isWellFormed()) {
      throw new Refusal(
        'L5002',
        `the text ${JSON.stringify(value)} has surrogates, which stand for no character alone`,
      );
    }
    textIndex.set(value, texts.length);
    return texts.push(value) - 1;
  };
  const known = [...checked.own, ...checked.imported.filter((u) => direct.has(u.entity))];
  const revealed = collectRevelations(known.flatMap((u) => u.revelations));
  return {
    checked,
    indices,
    types: new TypeTable(indices, text, revealed.full),
    trusted,
    diagnostics,
    texts,
    text,
    ownGlobals: indices.own.globals.size,
    hidden: [],
    constants: new Map(),
    moduleLocals: new Map(),
    held: new Map(),
    imported: new Map(checked.imported.map((u) => [u.entity, u])),
    direct,
    revealed,
  };
}

function numberItems(indices: IndexSpaces, units: readonly CheckedUnit[]): void {
  const { globals, exceptions } = indices.own;
  for (const unit of units) {
    for (const { entity } of unit.variables) globals.set(entity, globals.size);
    for (const exception of unit.exceptions) exceptions.set(exception, exceptions.size);
    for (const procedure of unit.procedures) {
      if (procedure.definition) numberWithNested(indices, procedure);
      else if (procedure.external) indices.addProcedure(procedure);
    }
  }
}

function numberWithNested(indices: IndexSpaces, procedure: ProcedureEntity): void {
  indices.addProcedure(procedure);
  for (const nested of procedure.definition!.nested) numberWithNested(indices, nested);
}
