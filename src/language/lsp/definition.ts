/**
 * Definition: from a use to the declaration; from a heading in an interface to the body in a module, and from the body's own name back to the heading.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { CheckedUnit, ProcedureEntity } from '../types/model.ts';
import type { Used } from './hover.ts';

/** What stands at an offset: a use, or the name of a declaration itself. */
export interface Target {
  readonly used: Used;
  readonly span: Span;
  readonly declaration: boolean;
}

export function targetAt(
  unit: CheckedUnit,
  offset: number,
): (Target & { type?: CheckedUnit['uses'][number]['type'] }) | undefined {
  const within = (s: Span): boolean => s.start <= offset && offset <= s.end;
  let low = 0;
  let high = unit.uses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unit.uses[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && i >= low - 4; i--) {
    const use = unit.uses[i]!;
    if (within(use.span))
      return {
        used: use.entity,
        span: use.span,
        declaration: isOwnName(use.entity, use.span),
        ...(use.type ? { type: use.type } : {}),
      };
  }
  for (const entity of declared(unit)) {
    if (entity.span.file === unit.entity.path && within(entity.span))
      return { used: entity, span: entity.span, declaration: true };
  }
  return undefined;
}

const isOwnName = (used: Used, span: Span): boolean => used.span.file === span.file && used.span.start === span.start;

function* declared(unit: CheckedUnit): Generator<Used & { span: Span }> {
  yield unit.entity;
  for (const entity of unit.entity.members.values()) yield entity;
  for (const procedure of allProcedures(unit.procedures)) {
    yield procedure;
    const definition = procedure.definition;
    if (definition) {
      yield* definition.params;
      yield* definition.locals;
    }
  }
  yield* unit.bodyLocals;
}

function* allProcedures(procedures: readonly ProcedureEntity[]): Generator<ProcedureEntity> {
  for (const p of procedures) {
    yield p;
    if (p.definition) yield* allProcedures(p.definition.nested);
  }
}

/** The body that implements a heading, among the modules given. */
export function bodyOf(heading: ProcedureEntity, modules: readonly CheckedUnit[]): ProcedureEntity | undefined {
  for (const module of modules) {
    for (const body of module.procedures) {
      if (body.implements.some((h) => h.name === heading.name && h.unit?.name === heading.unit?.name)) return body;
    }
  }
  return undefined;
}
