/** Operations that only UNSAFE units may use (definition 2.7). */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { CheckContext } from '../context.ts';

export function requireUnsafe(ctx: CheckContext, span: Span, what: string): void {
  if (ctx.unit.unsafe) {
    ctx.unsafeUse?.(span, what);
    return;
  }
  ctx.report('M3540', span, `${what} is unsafe: it is only legal in an UNSAFE interface or module`);
}
