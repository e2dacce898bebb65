/** The expressions half of the checker, as the declarations half composes it into a context. */
import type { CheckContext } from './context.ts';
import { checkAssignment, checkConstant, checkExpr } from './expressions/index.ts';
import { isProbed } from './probe.ts';
import { checkStatements } from './statements/index.ts';

export { checkUnitRules } from './rules.ts';
export { withoutSuppressed } from './warnings/pragmas.ts';

/** `base` becomes the whole context: each half calls the other through it. */
export function createExpressionHalf(
  base: unknown,
): Pick<CheckContext, 'expr' | 'constant' | 'assignable' | 'statements'> {
  const ctx = base as CheckContext;
  return {
    expr(node, scope, expected) {
      if (expected && isProbed(ctx.probe, node)) ctx.probe!.expected ??= expected;
      return checkExpr(ctx, node, scope);
    },
    constant(node, scope, expected, rules) {
      if (expected && isProbed(ctx.probe, node)) ctx.probe!.expected ??= expected;
      return checkConstant(ctx, node, scope, rules);
    },
    assignable: (value, type, what, rules) => checkAssignment(ctx, value, type, what, rules),
    statements: (nodes, scope, body) => checkStatements(ctx, nodes, scope, body),
  };
}
