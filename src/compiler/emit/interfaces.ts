/**
 * The file's lists of interfaces: those it uses of other domains and those it implements.
 */
import type { ExportedInterface, ImportedException, ImportedInterface, Revelation } from '../../bytecode/module.ts';
import type { CheckedUnit, ExceptionEntity, OpaqueType, RevelationFact } from '../../language/types/model.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Program } from '../lower/context.ts';
import { unpack } from '../lower/types.ts';
import type { FinalIndex, UsedInterface } from './indices.ts';
import { isModulesOwn, type TypeTable } from './type-table.ts';

/**
 * Enters what is still missing because something mentions it: signatures of what is used, and revelations of imported interfaces that concern types of this file.
 * Those may mention further items, so this goes on until nothing is new.
 */
export function completeTables(program: Program): void {
  const { types, indices, imported } = program;
  for (let size = -1; size !== tableSize(program); ) {
    size = tableSize(program);
    for (const used of indices.used) {
      for (const procedure of used.procedures) types.index(procedure.type);
      for (const global of used.globals) types.index(unpack(global.type));
      for (const exception of used.exceptions) if (exception.argument) types.index(unpack(exception.argument));
      for (const fact of concerned(program, imported.get(used.unit)!)) {
        types.index(fact.opaque);
        types.index(fact.type);
      }
    }
  }
}

function tableSize({ types, indices }: Program): number {
  const items = indices.used.map((u) => 1 + u.procedures.length + u.globals.length + u.exceptions.length);
  return types.size + items.reduce((sum, n) => sum + n, 0);
}

/** The revelations of an imported interface about types that this file mentions. */
function concerned({ types, direct }: Program, unit: CheckedUnit): readonly RevelationFact[] {
  return direct.has(unit.entity) ? unit.revelations.filter((fact) => types.find(fact.opaque) !== undefined) : [];
}

/** A unit's own revelations. */
export function revelations(types: TypeTable, unit: CheckedUnit): Revelation[] {
  return unit.revelations.filter((fact) => !isModulesOwn(fact.opaque)).map((fact) => revelation(types, fact));
}

export function revelation(types: TypeTable, { opaque, type, full }: RevelationFact): Revelation {
  return { opaque: types.index(opaque), type: types.index(type), full };
}

export function emitImport(program: Program, used: UsedInterface, unit: CheckedUnit): ImportedInterface {
  const { types } = program;
  const opaques = [...types.entered].filter((t): t is OpaqueType => t.kind === 'opaque' && t.entity.unit === used.unit);
  return {
    name: used.unit.name,
    fingerprint: fingerprint(unit),
    procedures: used.procedures.map((p) => ({ name: p.name, type: types.index(p.type) })),
    globals: used.globals.map((g) => ({ name: g.name, type: types.index(unpack(g.type)) })),
    exceptions: used.exceptions.map((e) => emitException(program, e)),
    opaques: [...new Set(opaques.map((t) => types.index(t)))],
    revelations: concerned(program, unit).map((fact) => revelation(types, fact)),
  };
}

export function emitException({ types }: Program, { name, argument, implicit }: ExceptionEntity): ImportedException {
  return argument ? { name, argument: types.index(unpack(argument)), implicit } : { name, implicit };
}

export function emitExport(program: Program, unit: CheckedUnit, final: FinalIndex): ExportedInterface {
  const { types, indices } = program;
  return {
    name: unit.entity.name,
    fingerprint: fingerprint(unit),
    procedures: unit.procedures.map((p) => ({ name: p.name, proc: final('proc', indices.procedure(p)) })),
    globals: unit.variables.map(({ entity }) => ({
      name: entity.name,
      global: final('global', indices.global(entity)),
    })),
    exceptions: unit.exceptions.map((e) => ({ name: e.name, exception: final('exception', indices.exception(e)) })),
    types: unit.types.map((t) => ({ name: t.name, type: types.index(unpack(t.type)) })),
    revelations: revelations(types, unit),
    source: unit.standalone ?? unit.source,
  };
}
