/**
 * What all procedures of one module share while its WebAssembly is generated: imports, function indices, helper functions made on demand.
 */

import type { ProcedureDef } from '../../bytecode/module.ts';
import { FAULTS, type Fault } from '../../bytecode/opcodes.ts';
import type { Operand } from '../../bytecode/verify/operands.ts';
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { type DefinedFunction, ModuleBuilder, type Signature } from '../wasm/module.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import type { LayoutService } from './layout-service.ts';
import type { LinkedModule } from './link.ts';
import { addressTypes, procedureSignature } from './signature.ts';
import { watchAccesses } from './watch.ts';

/** Function and tag indices of what is imported from `k`. */
export interface Imports {
  readonly exn: number;
  readonly refuel: number;
  readonly fault: number;
  readonly assertFailed: number;
  readonly implicit: number;
  readonly notAdmitted: number;
  readonly raised: number;
  readonly originOf: number;
  readonly raisedAgain: number;
  readonly alloc: number;
  readonly allocOpen: number;
  readonly textCat: number;
  readonly lock: number;
  readonly unlock: number;
}

export interface Program {
  readonly linked: LinkedModule;
  readonly layout: LayoutService;
  readonly builder: ModuleBuilder;
  readonly imports: Imports;
  /** Number of imported procedures, which come first in the procedure space. */
  readonly importedProcedures: number;
  /** Type of each imported procedure. */
  readonly importedTypes: readonly number[];
  /** An entry of the file's type table for each type. */
  readonly entries: ReadonlyMap<RuntimeType, number>;
  /** WebAssembly type indices of procedure types, by typecode; `nested` with an environment. */
  readonly signatures: { readonly plain: Map<number, number>; readonly nested: Map<number, number> };
  /** Per own procedure; undefined for native ones. */
  readonly functions: readonly (DefinedFunction | undefined)[];
  readonly helpers: Map<string, DefinedFunction>;
  /** Per own procedure, as far as asked for: how many calls can be in each other above it (`shallow.ts`). */
  readonly levels: Map<number, number>;
  /** In a build that watches memory: reports that what was proved of an instruction does not hold. */
  readonly disproved?: number;
}

export function startProgram(
  linked: LinkedModule,
  layout: LayoutService,
  moduleName: string,
  watched: boolean,
): Program {
  const m = new ModuleBuilder(moduleName);
  const imports = importRuntime(m);
  const disproved = watched ? watchAccesses(m) : undefined;
  const functions = linked.module.procedures.map((p) =>
    p.native ? undefined : m.function(qualifiedName(linked, p), signatureOf(linked, p)),
  );
  return { ...programIn(m, imports, linked, layout, functions), ...(disproved !== undefined && { disproved }) };
}

/** Declares what generated code calls; before any function of the module's own. */
export function importRuntime(m: ModuleBuilder): Imports {
  m.importMemory('k', 'memory', { min: 0 });
  m.importTable('k', 'table', { min: 0 });
  const f = (field: string, params: ValType[], results: ValType[] = []) =>
    m.importFunction('k', field, { params, results });
  return {
    exn: m.importTag('k', 'exn', ['i32', 'i64']),
    refuel: f('refuel', []),
    fault: f('fault', ['i32']),
    assertFailed: f('assertFailed', ['i32']),
    implicit: f('implicit', ['i32'], ['i32']),
    notAdmitted: f('notAdmitted', ['i32', 'i64']),
    raised: f('raised', ['i32']),
    originOf: f('originOf', ['i32'], ['externref']),
    raisedAgain: f('raisedAgain', ['i32', 'externref']),
    alloc: f('alloc', ['i32', 'i32'], ['i32']),
    allocOpen: f('allocOpen', ['i32', 'i32', 'i32'], ['i32']),
    textCat: f('textCat', ['i32', 'i32', 'i32'], ['i32']),
    lock: f('lock', ['i32']),
    unlock: f('unlock', ['i32']),
  };
}

/** Code of the file's procedures in a WebAssembly module that holds `functions` of them, and maybe other things; the others are called through the table. */
export function programIn(
  builder: ModuleBuilder,
  imports: Imports,
  linked: LinkedModule,
  layout: LayoutService,
  functions: Program['functions'],
): Program {
  const importedTypes = linked.module.imports.flatMap((i) => i.procedures.map((q) => q.type));
  return {
    linked,
    layout,
    builder,
    imports,
    importedProcedures: importedTypes.length,
    importedTypes,
    entries: new Map(linked.types.map((t, n) => [t, n])),
    signatures: { plain: new Map(), nested: new Map() },
    functions,
    helpers: new Map(),
    levels: new Map(),
  };
}

export function typeOf(p: Program, index: number): RuntimeType {
  const t = p.linked.types[index];
  if (!t) throw new Error(`type ${index} is not linked`);
  return t;
}

export function procedureTypeOf(p: Program, index: number): ProcedureRT {
  const t = typeOf(p, index);
  if (t.kind !== 'procedure') throw new Error(`${t.name} is not a procedure type`);
  return t;
}

/** WebAssembly type index of a procedure type; with `environment`, of nested procedures of that type. */
export function signatureIndex(p: Program, type: ProcedureRT, environment = false): number {
  const known = environment ? p.signatures.nested : p.signatures.plain;
  let index = known.get(type.id);
  if (index === undefined) {
    index = p.builder.type(procedureSignature(type, environment));
    known.set(type.id, index);
  }
  return index;
}

export function signatureOf(linked: LinkedModule, p: ProcedureDef): Signature {
  return procedureSignature(linked.types[p.type] as ProcedureRT, p.parent !== undefined);
}

/** `Unit.Outer.Inner`, as stack traces show it. */
export function qualifiedName(linked: LinkedModule, p: ProcedureDef): string {
  const names = [p.name];
  const imported = linked.slots.length - linked.module.procedures.length;
  for (let q = p; q.parent !== undefined && names.length < 32; ) {
    const parent = linked.module.procedures[q.parent - imported];
    if (!parent) break;
    names.unshift(parent.name);
    q = parent;
  }
  names.unshift(linked.module.units[p.unit]?.name ?? '?');
  return names.join('.');
}

/** An exception in flight: its number, its argument, and where it was raised, for others of its number may be raised while it waits. */
export const EXCEPTION_WORDS: readonly ValType[] = ['i32', 'i64', 'externref'];

/** The WebAssembly values that stand for one operand, first pushed first. */
export function wordsOf(p: Program, operand: Operand): ValType[] {
  switch (operand.k) {
    case 'int':
    case 'set':
      return ['i64'];
    case 'bool':
    case 'ref':
    case 'proc':
      return ['i32'];
    case 'real':
      return ['f32'];
    case 'long':
      return ['f64'];
    case 'addr':
      return addressTypes(typeOf(p, operand.type));
    case 'exn':
      return [...EXCEPTION_WORDS];
  }
}

/** A function shared by the whole module, generated when it is first wanted. It may call itself through `helper`. */
export function helper(p: Program, name: string, signature: Signature, fill: (body: FunctionBody) => void): number {
  const known = p.helpers.get(name);
  if (known) return known.index;
  const made = p.builder.function(name, signature);
  p.helpers.set(name, made);
  fill(made.body);
  return made.index;
}

/** Raises a checked run-time error; control does not come back. */
export function emitFault(p: Program, body: FunctionBody, fault: Fault): void {
  body.i32(FAULTS.indexOf(fault)).call(p.imports.fault).op(Op.unreachable);
}
