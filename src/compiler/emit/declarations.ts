/**
 * Enters into the tables what units declare, whether anything uses it or not.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import { eventType } from '../../language/types/events.ts';
import type { CheckedUnit } from '../../language/types/model.ts';
import type { Program } from '../lower/context.ts';
import { unpack } from '../lower/types.ts';
import { attempt } from '../refusal.ts';
import { revelation } from './interfaces.ts';

export function enterDeclarations(program: Program): void {
  const { types, indices, diagnostics } = program;
  for (const procedure of indices.ownProcedures) {
    attempt(diagnostics, procedure.span, () => {
      types.index(procedure.type);
      types.index(eventType(procedure));
    });
  }
  for (const unit of program.checked.own) enterUnit(program, unit);
}

function enterUnit({ types, indices, diagnostics }: Program, unit: CheckedUnit): void {
  const enter = (span: Span, action: () => void): void => {
    attempt(diagnostics, span, action);
  };
  for (const { entity } of unit.variables) enter(entity.span, () => types.index(unpack(entity.type)));
  for (const { argument, span } of unit.exceptions) if (argument) enter(span, () => types.index(unpack(argument)));
  for (const fact of unit.revelations) enter(fact.span, () => revelation(types, fact));
  if (unit.entity.unitKind !== 'interface') return;
  for (const { type, span } of unit.types) enter(span, () => types.index(unpack(type)));
  for (const heading of unit.procedures) enter(heading.span, () => indices.procedure(heading));
}
