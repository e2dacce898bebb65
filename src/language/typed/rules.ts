/** The rules that look at a unit when it has been checked: effects (EPHEMERAL, FUNCTIONAL, RAISES), flow of control, what is unused or obsolete. */
import type * as ast from '../generated/ast.ts';
import type { CheckedUnit } from '../types/model.ts';
import type { CheckContext } from './context.ts';
import { fatalExceptions } from './effects/fatal.ts';
import { checkPromises } from './effects/promises.ts';
import { checkBodyRaises, checkInitialRaises, checkRaises } from './effects/raises.ts';
import { declaredHere } from './messages.ts';
import { checkBodyFlow, checkFlow } from './warnings/flow.ts';
import { checkPragmas } from './warnings/pragmas.ts';
import { checkUnused } from './warnings/unused.ts';
import { checkValues } from './warnings/values.ts';

export function checkUnitRules(ctx: CheckContext, unit: CheckedUnit, syntax: ast.Unit): void {
  const marks = { pragmas: ctx.pragmas ?? [], source: unit.source };
  const isFatal = fatalExceptions(unit, syntax, marks.pragmas);
  for (const procedure of unit.procedures) {
    checkPromises(ctx, procedure);
    checkFlow(ctx, procedure);
    checkRaises(ctx, procedure, isFatal);
  }
  for (const { init } of unit.variables) if (init) checkInitialRaises(ctx, init, isFatal);
  if (unit.body) {
    checkBodyFlow(ctx, unit.body);
    checkBodyRaises(ctx, unit.body, isFatal);
  }
  checkValues(ctx, unit);
  checkUnused(ctx, unit, syntax, marks);
  checkObsolete(ctx, unit);
  checkPragmas(ctx, marks.pragmas);
}

function checkObsolete(ctx: CheckContext, unit: CheckedUnit): void {
  for (const { span, entity } of unit.uses) {
    if (!('obsolete' in entity) || !entity.obsolete || entity.unit === unit.entity) continue;
    ctx.report('W4403', span, `${entity.name} is obsolete`, {
      severity: 'warning',
      tags: ['deprecated'],
      ...declaredHere(entity),
    });
  }
}
