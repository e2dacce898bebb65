/**
 * All code of an extension: the bodies of units, then procedures, then what fills the constants that these mentioned.
 */
import type { CheckedUnit, ProcedureEntity } from '../../language/types/model.ts';
import { attempt, Refusal } from '../refusal.ts';
import type { Body, Program } from './context.ts';
import { lowerProcedure, newBody } from './procedures.ts';
import { lowerConstants, lowerUnitBody } from './units.ts';

export interface Lowered {
  /** Of every own procedure; native ones and those that were refused have no code. */
  readonly procedures: ReadonlyMap<ProcedureEntity, Body>;
  readonly units: ReadonlyMap<CheckedUnit, Body>;
  readonly constants: readonly Body[];
}

export function lowerProgram(program: Program): Lowered {
  const procedures = new Map<ProcedureEntity, Body>();
  const units = new Map<CheckedUnit, Body>();
  // First, because procedures inside use what these bodies have in store for them.
  for (const unit of program.checked.own) {
    const body = attempt(program.diagnostics, unit.entity.span, () => lowerUnitBody(program, unit));
    if (body) units.set(unit, body);
  }
  // Bodies that are met on the way are added at the end; a nested one always comes after the one around it.
  const { ownProcedures } = program.indices;
  for (let i = 0; i < ownProcedures.length; i++) {
    const procedure = ownProcedures[i]!;
    const body = attempt(program.diagnostics, procedure.span, () => lowerOwn(program, procedure, procedures));
    procedures.set(procedure, body ?? newBody(program, procedure.unit!, procedure));
  }
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
