/** What stands at an offset of a checked unit. */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { CheckedUnit, Entity, Field, Method, ProcedureEntity, Type } from '../types/model.ts';

export type Used = Entity | Field | Method;

/** What stands at an offset: a use, or the name of a declaration itself. */
export interface Target {
  readonly used: Used;
  readonly span: Span;
  readonly declaration: boolean;
  /** The type that the use has at this place, where it differs from the declared one. */
  readonly type?: Type;
}

export function targetAt(unit: CheckedUnit, offset: number): Target | undefined {
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

export function* declared(unit: CheckedUnit): Generator<Used & { span: Span }> {
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

export function* allProcedures(procedures: readonly ProcedureEntity[]): Generator<ProcedureEntity> {
  for (const p of procedures) {
    yield p;
    if (p.definition) yield* allProcedures(p.definition.nested);
  }
}
