/** Operations that only UNSAFE units may use (definition 2.7). */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { CheckContext } from '../context.ts';

/** False, after a report, in a safe unit. */
export function requireUnsafe(ctx: CheckContext, span: Span, what: string): boolean {
  if (ctx.unit.unsafe) {
    ctx.unsafeUse?.(span, what);
    return true;
  }
  ctx.report('M3540', span, `${what} is unsafe: it is only legal in an UNSAFE interface or module`);
  return false;
}
