/**
 * The index spaces of a module: what an index in the code or the type table means.
 *
 * In each space the imported items come first, in order of the interfaces and of their items; the file's own follow.
 */
import type { ExportedInterface, ProcedureDef, SpxModule } from './module.ts';
import { BUILTIN_TYPES, type TypeDef, type TypeIndex } from './types.ts';

export interface ProcedureItem {
  readonly name: string;
  /** What calls and values of it go by: the event's of an exported one. */
  readonly type: TypeIndex;
  /** The imported interface, for imported ones. */
  readonly from?: string;
  /** The definition, for own ones. */
  readonly own?: ProcedureDef;
}

export interface GlobalItem {
  readonly name: string;
  readonly type: TypeIndex;
  readonly from?: string;
}

export interface ExceptionItem {
  readonly name: string;
  readonly argument?: TypeIndex;
  readonly implicit: boolean;
  readonly from?: string;
}

export interface Spaces {
  readonly types: readonly TypeDef[];
  readonly procedures: readonly ProcedureItem[];
  readonly globals: readonly GlobalItem[];
  readonly exceptions: readonly ExceptionItem[];
  readonly importedProcedures: number;
  readonly importedGlobals: number;
  readonly importedExceptions: number;
}

export function spacesOf(m: SpxModule): Spaces {
  const procedures: ProcedureItem[] = [];
  const globals: GlobalItem[] = [];
  const exceptions: ExceptionItem[] = [];
  for (const from of m.imports) {
    for (const { name, type } of from.procedures) procedures.push({ name, type, from: from.name });
    for (const { name, type } of from.globals) globals.push({ name, type, from: from.name });
    for (const { name, argument, implicit } of from.exceptions)
      exceptions.push({ name, argument, implicit, from: from.name });
  }
  const importedProcedures = procedures.length;
  const importedGlobals = globals.length;
  const importedExceptions = exceptions.length;
  for (const own of m.procedures) procedures.push({ name: own.name, type: own.event ?? own.type, own });
  for (const { name, type } of m.globals) globals.push({ name, type });
  for (const { name, argument, implicit } of m.exceptions) exceptions.push({ name, argument, implicit });
  return {
    types: [...BUILTIN_TYPES, ...m.types],
    procedures,
    globals,
    exceptions,
    importedProcedures,
    importedGlobals,
    importedExceptions,
  };
}

/** Names that reports use for types: those that interfaces of the file give them, and the opaque types' own. */
export function typeNames(m: SpxModule): ReadonlyMap<TypeIndex, string> {
  const names = new Map<TypeIndex, string>();
  const builtin = ['INTEGER', 'LONGINT', 'BOOLEAN', 'CHAR', 'WIDECHAR', 'CARDINAL', 'REAL', 'LONGREAL', 'EXTENDED'];
  for (const name of [...builtin, 'TEXT', 'REFANY', 'NULL', 'ROOT', 'MUTEX', 'PROCANY']) names.set(names.size, name);
  m.types.forEach((def, i) => {
    if (def.kind === 'opaque') names.set(BUILTIN_TYPES.length + i, `${def.unit}.${def.name}`);
  });
  const add = (unit: ExportedInterface) => {
    for (const { name, type } of unit.types) if (!names.has(type)) names.set(type, `${unit.name}.${name}`);
  };
  m.interfaces.forEach(add);
  return names;
}
