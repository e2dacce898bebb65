/**
 * Operations on constants that have no value. Where a constant must stand (definition 2.6.15) that is an error; elsewhere it is what it is at run time,
 * a check that fails or an integer that wraps around, and worth a warning.
 */
import type { AstNode } from 'langium';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { CheckContext, Scope } from '../context.ts';
import { errorNode } from '../nodes.ts';
import type { Expr } from '../tree.ts';

export interface Valueless {
  readonly at: AstNode | Span;
  readonly message: string;
  /** Code where a constant must stand. */
  readonly error: string;
  /** Code elsewhere. */
  readonly warning: string;
  /** What happens at run time, for the warning. */
  readonly after: string;
}

/** The scope of an expression that must be constant. */
export function constantScope(scope: Scope): Scope {
  if (scope.constant) return scope;
  return { parent: scope, ...(scope.owner ? { owner: scope.owner } : {}), own: () => undefined, constant: true };
}

export function valueless(ctx: CheckContext, scope: Scope, found: Valueless, atRunTime: Expr): Expr {
  const { at, message, error, warning, after } = found;
  if (scope.constant) {
    ctx.report(error, at, message);
    return errorNode(atRunTime.span);
  }
  ctx.report(warning, at, `${message}; ${after}`, { severity: 'warning' });
  return atRunTime;
}

/** An integer that is too large for its type. */
export function overflows(ctx: CheckContext, scope: Scope, typeName: string, after: string, atRunTime: Expr): Expr {
  const message = `the value of this constant expression is not in the range of ${typeName}`;
  return valueless(ctx, scope, { at: atRunTime.span, message, error: 'M3531', warning: 'W4109', after }, atRunTime);
}

export const WRAPS = 'at run time it wraps around';
export const FAULTS = 'this faults at run time';
