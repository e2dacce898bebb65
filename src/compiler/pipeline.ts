/**
 * The compiler: from a checked program to one extension in memory.
 *
 * Phases: plan the index spaces → lower procedures, unit bodies and constants → complete the tables → emit the module.
 * Not inside: checking (`language`), bytes of the file (`bytecode/encode.ts`), verification (`bytecode/verify`).
 */
import type { ProcedureDef, SpxModule, UnitDef } from '../bytecode/module.ts';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type {
  CheckedProgram,
  CheckedUnit,
  ProcedureEntity,
  ProcedureType,
  UnitEntity,
} from '../language/types/model.ts';
import { finalType } from './emit/final-types.ts';
import type { FinalIndex } from './emit/indices.ts';
import { completeTables, emitException, emitExport, emitImport, revelation } from './emit/interfaces.ts';
import { type Locate, locator } from './emit/lines.ts';
import { emitProcedure } from './emit/procedures.ts';
import type { Body, Program } from './lower/context.ts';
import { declareParameter, lowerProcedure, newBody } from './lower/procedures.ts';
import { unpack } from './lower/types.ts';
import { lowerConstants, lowerUnitBody } from './lower/units.ts';
import { planProgram } from './plan.ts';
import { Refusal, refusalDiagnostic } from './refusal.ts';
import { unsafeDiagnostics } from './unsafe.ts';

export interface CompileOptions {
  /** The extension may have procedures that the kernel implements. */
  readonly trusted?: boolean;
}

export interface Compiled {
  /** Meaningless when there are errors among the diagnostics. */
  readonly module: SpxModule;
  readonly diagnostics: Diagnostic[];
}

/** Compiles what the checker found free of errors. */
export function compileProgram(checked: CheckedProgram, name: string, options: CompileOptions = {}): Compiled {
  const unsafe = unsafeDiagnostics(checked.own);
  if (unsafe.some((d) => d.severity === 'error')) return { module: emptyModule(name), diagnostics: unsafe };
  const program = planProgram(checked, options.trusted ?? false);
  program.diagnostics.push(...unsafe);
  const lowered = lowerProgram(program);
  const refused = program.diagnostics.some((d) => d.severity === 'error');
  const module = refused ? undefined : attempt(program, undefined, () => emitModule(program, name, lowered));
  return { module: module ?? emptyModule(name), diagnostics: program.diagnostics };
}

// ---------------------------------------------------------------- lowering

interface Lowered {
  /** By number of the own procedure; absent for native ones and those that were refused. */
  readonly procedures: ReadonlyMap<ProcedureEntity, Body>;
  readonly units: ReadonlyMap<CheckedUnit, Body>;
  readonly constants: readonly Body[];
}

function lowerProgram(program: Program): Lowered {
  const procedures = new Map<ProcedureEntity, Body>();
  const units = new Map<CheckedUnit, Body>();
  const lowerKnown = (): void => {
    // Bodies that are met on the way are added at the end; a nested one always comes after the one around it.
    const { ownProcedures } = program.indices;
    for (let i = procedures.size; i < ownProcedures.length; i++) {
      const procedure = ownProcedures[i]!;
      const body = attempt(program, procedure.span, () => lowerOwn(program, procedure, procedures));
      procedures.set(procedure, body ?? newBody(program, procedure.unit!, procedure));
    }
  };
  lowerKnown();
  for (const unit of program.checked.own) {
    const body = attempt(program, unit.entity.span, () => lowerUnitBody(program, unit));
    if (body) units.set(unit, body);
  }
  lowerKnown();
  return { procedures, units, constants: lowerConstants(program, program.hidden) };
}

function lowerOwn(program: Program, procedure: ProcedureEntity, done: ReadonlyMap<ProcedureEntity, Body>): Body {
  if (procedure.definition) return lowerProcedure(program, procedure, procedure.parent && done.get(procedure.parent));
  if (!program.trusted)
    throw new Refusal(
      'L5004',
      `${procedure.name} is EXTERNAL, which only the kernel's own library may use`,
      procedure.span,
    );
  return newBody(program, procedure.unit!, procedure);
}

/** Runs `action`; a refusal becomes a diagnostic. */
function attempt<R>(program: Program, span: Span | undefined, action: () => R): R | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof RangeError)) throw error;
    // The only RangeError is that of the stack: something nests deeper than it can be followed.
    const refusal = error instanceof Refusal ? error : new Refusal('L5012', 'this nests too deeply');
    const first = program.checked.own[0]?.entity.span ?? { file: '', start: 0, end: 0 };
    program.diagnostics.push(refusalDiagnostic(refusal, span ?? first));
    return undefined;
  }
}

// ---------------------------------------------------------------- emission

/** Type of a unit's body. */
const BODY_TYPE: ProcedureType = { kind: 'procedure', params: [], raises: 'any', ephemeral: false, functional: false };

function emitModule(program: Program, name: string, lowered: Lowered): SpxModule {
  const { checked, types, indices } = program;
  const own = checked.own;
  const imported = new Map(checked.imported.map((u) => [u.entity, u]));
  const unitNumber = new Map(own.map((u, i) => [u.entity, i]));
  const bodyType = types.index(BODY_TYPE);
  for (const procedure of indices.ownProcedures) types.index(procedure.type);
  for (const unit of own) enterUnit(program, unit);
  completeTables(program, imported);

  const final = indices.finalIndices();
  const locate = locator([...own, ...checked.imported]);
  const procedures = indices.ownProcedures.map((p) => emitOwn(program, p, lowered, unitNumber, final, locate));
  const addBody = (body: Body, procedureName: string): number => {
    const head = { name: procedureName, unit: unitNumber.get(body.unit)!, type: bodyType };
    return final('proc', procedures.push(emitProcedure(head, body, final, locate)) - 1);
  };
  const constants = lowered.constants.map((body, i) => addBody(body, `constants${i}`));
  const units = own.map((unit, i): UnitDef => {
    const body = withConstants(program, unit, lowered.units.get(unit), i === 0 ? constants : []);
    const suffix = unit.entity.unitKind === 'module' ? 'M3' : 'I3';
    return {
      kind: unit.entity.unitKind,
      name: unit.entity.name,
      exports: unit.exports.filter((e) => unitNumber.has(e)).map((e) => e.name),
      ...(body ? { body: addBody(body, `${unit.entity.name}_${suffix}`) } : {}),
      revelations: unit.entity.unitKind === 'module' ? unit.revelations.map((fact) => revelation(program, fact)) : [],
      sourcePath: unit.entity.path,
    };
  });
  const globals = own.flatMap((unit, i) =>
    unit.variables.map(({ entity }) => ({ name: entity.name, unit: i, type: types.index(unpack(entity.type)) })),
  );
  const hidden = program.hidden.map((h) => ({
    name: h.name,
    unit: unitNumber.get(h.unit)!,
    type: types.index(h.type),
  }));
  return {
    name,
    types: types.defs.map((def) => finalType(def, final)),
    texts: program.texts,
    imports: indices.used.map((used) => emitImport(program, used, imported.get(used.unit)!)),
    interfaces: own.filter((u) => u.entity.unitKind === 'interface').map((u) => emitExport(program, u, final)),
    units,
    globals: [...globals, ...hidden],
    exceptions: own.flatMap((unit, i) => unit.exceptions.map((e) => ({ ...emitException(program, e), unit: i }))),
    procedures,
  };
}

/** Enters what a unit declares, whether anything uses it or not. */
function enterUnit(program: Program, unit: CheckedUnit): void {
  const { types, indices } = program;
  for (const { entity } of unit.variables) types.index(unpack(entity.type));
  for (const { argument } of unit.exceptions) if (argument) types.index(unpack(argument));
  for (const fact of unit.revelations) revelation(program, fact);
  if (unit.entity.unitKind !== 'interface') return;
  for (const { type } of unit.types) types.index(unpack(type));
  for (const heading of unit.procedures) indices.procedure(heading);
}

function emitOwn(
  program: Program,
  procedure: ProcedureEntity,
  lowered: Lowered,
  unitNumber: ReadonlyMap<UnitEntity, number>,
  final: FinalIndex,
  locate: Locate,
): ProcedureDef {
  const { indices, types } = program;
  const head = {
    name: procedure.name,
    unit: unitNumber.get(procedure.unit!)!,
    type: types.index(procedure.type),
    ...(procedure.parent ? { parent: final('proc', indices.procedure(procedure.parent)) } : {}),
  };
  const body = lowered.procedures.get(procedure)!;
  if (procedure.definition) return emitProcedure(head, body, final, locate);
  for (const param of nativeParameters(procedure)) declareParameter(body, param);
  return { ...head, native: true, locals: body.locals.defs, code: new Uint8Array(), lines: [] };
}

function nativeParameters(procedure: ProcedureEntity): Parameters<typeof declareParameter>[1][] {
  return procedure.type.params.map(({ name, mode, type, span }) => ({
    kind: 'variable',
    name,
    span,
    role: 'param',
    type,
    mode,
    writable: mode !== 'readonly',
    captured: false,
    addressTaken: false,
  }));
}

/** The first unit's body begins by filling the constants. */
function withConstants(
  program: Program,
  unit: CheckedUnit,
  body: Body | undefined,
  constants: readonly number[],
): Body | undefined {
  if (constants.length === 0) return body;
  const first = body ?? newBody(program, unit.entity);
  const imported = program.indices.importedProcedures;
  first.code.insert(
    0,
    constants.map((proc) => ({ name: 'call', immediates: [proc - imported] })),
  );
  return first;
}

function emptyModule(name: string): SpxModule {
  return {
    name,
    types: [],
    texts: [],
    imports: [],
    interfaces: [],
    units: [],
    globals: [],
    exceptions: [],
    procedures: [],
  };
}
