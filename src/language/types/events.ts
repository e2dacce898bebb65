/**
 * What a call of an exported procedure may count on. Such a procedure is an event, which others may handle: its handlers keep what the interfaces say of it, not what
 * its body happens to promise besides, also where the module calls it itself.
 */
import type { ExceptionEntity, ProcedureEntity, ProcedureType } from './model.ts';
import { flagsCover, raisesWithin } from './relations.ts';

/** The procedure's type with RAISES, EPHEMERAL and FUNCTIONAL as all interfaces that export it promise together; the type itself when the body promises no more. */
export function eventType(procedure: ProcedureEntity): ProcedureType {
  const { type } = procedure;
  if (procedure.implements.length === 0) return type;
  const headings = procedure.implements.map((h) => h.type);
  const promised: ProcedureType = {
    ...type,
    raises: headings.map((h) => h.raises).reduce(common),
    ephemeral: headings.some((h) => h.ephemeral),
    functional: headings.some((h) => h.functional),
  };
  return raisesWithin(promised.raises, type.raises) && flagsCover(type, promised) ? type : promised;
}

function common(a: ProcedureType['raises'], b: ProcedureType['raises']): ProcedureType['raises'] {
  if (a === 'any' || b === 'any') return a === 'any' ? b : a;
  const inBoth = new Set<ExceptionEntity>(b);
  return a.filter((e) => inBoth.has(e));
}
