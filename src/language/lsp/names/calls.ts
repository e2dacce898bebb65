/** Calls in a unit: who calls what, and where. */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { CheckedUnit, Method, ProcedureEntity } from '../../types/model.ts';
import { keyOf } from './names.ts';
import { eachNode } from './walk.ts';

export interface CallSite {
  readonly callee: ProcedureEntity | Method;
  /** Where the callee's name stands. */
  readonly span: Span;
  /** Absent in the module's own body. */
  readonly caller: ProcedureEntity | undefined;
}

const known = new WeakMap<CheckedUnit, readonly CallSite[]>();

/** In order of position. Calls of procedure values are not among them: nobody knows what these call. */
export function callsIn(unit: CheckedUnit): readonly CallSite[] {
  let calls = known.get(unit);
  if (!calls) {
    calls = collect(unit);
    known.set(unit, calls);
  }
  return calls;
}

function collect(unit: CheckedUnit): CallSite[] {
  const found: CallSite[] = [];
  const { uses } = unit;
  const from = (offset: number): number => {
    let low = 0;
    let high = uses.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (uses[middle]!.span.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  eachNode(unit, {
    expr(expr, caller) {
      if (expr.kind !== 'call' || expr.callee.kind === 'value') return;
      const callee = expr.callee.kind === 'procedure' ? expr.callee.procedure : expr.callee.method;
      // That of a method comes behind its receiver.
      const start = expr.callee.kind === 'method' ? expr.callee.receiver.span.end : expr.span.start;
      const key = keyOf(callee);
      for (let i = from(start); i < uses.length && uses[i]!.span.start < expr.span.end; i++) {
        if (keyOf(uses[i]!.entity) !== key) continue;
        found.push({ callee, span: uses[i]!.span, caller });
        return;
      }
    },
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}
