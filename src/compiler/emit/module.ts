/**
 * The module: everything that was collected, with the file's final indices.
 */
import type { ProcedureDef, SpxModule, UnitDef } from '../../bytecode/module.ts';
import { eventType } from '../../language/types/events.ts';
import type {
  CheckedUnit,
  ProcedureEntity,
  ProcedureType,
  UnitEntity,
  VariableEntity,
} from '../../language/types/model.ts';
import type { Body, Program } from '../lower/context.ts';
import { declareParameter, newBody } from '../lower/procedures.ts';
import type { Lowered } from '../lower/program.ts';
import { unpack } from '../lower/types.ts';
import { finalType } from './final-types.ts';
import type { FinalIndex } from './indices.ts';
import { emitException, emitExport, emitImport, revelations } from './interfaces.ts';
import { type Locate, locator } from './lines.ts';
import { emitProcedure } from './procedures.ts';

/** Type of a unit's body. */
const BODY_TYPE: ProcedureType = { kind: 'procedure', params: [], raises: 'any', ephemeral: false, functional: false };

export function emitModule(program: Program, name: string, lowered: Lowered): SpxModule {
  const { checked, types, indices } = program;
  const own = checked.own;
  const unitNumber = new Map(own.map((u, i) => [u.entity, i]));
  const bodyType = types.index(BODY_TYPE);
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
      revelations: unit.entity.unitKind === 'module' ? revelations(types, unit) : [],
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
    imports: indices.used.map((used) => emitImport(program, used, program.imported.get(used.unit)!)),
    interfaces: own.filter((u) => u.entity.unitKind === 'interface').map((u) => emitExport(program, u, final)),
    units,
    globals: [...globals, ...hidden],
    exceptions: own.flatMap((unit, i) => unit.exceptions.map((e) => ({ ...emitException(program, e), unit: i }))),
    procedures,
  };
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
  const [type, event] = [types.index(procedure.type), types.index(eventType(procedure))];
  const head = {
    name: procedure.name,
    unit: unitNumber.get(procedure.unit!)!,
    type,
    ...(event === type ? {} : { event }),
    ...(procedure.parent ? { parent: final('proc', indices.procedure(procedure.parent)) } : {}),
  };
  const body = lowered.procedures.get(procedure)!;
  if (procedure.definition) return emitProcedure(head, body, final, locate);
  for (const param of nativeParameters(procedure)) declareParameter(body, param);
  return { ...head, native: true, locals: body.locals.defs, code: new Uint8Array(), lines: [] };
}

function nativeParameters(procedure: ProcedureEntity): VariableEntity[] {
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
