/**
 * Conditions of statements as branches: what an operand of AND, OR or NOT says is known on the way that is taken, and no truth value is made.
 */
import type { Expr } from '../../language/typed/tree.ts';
import type { Label } from './code-builder.ts';
import type { Body } from './context.ts';
import { lowerValue } from './expressions.ts';

export function isComposite(condition: Expr): boolean {
  return condition.kind === 'and' || condition.kind === 'or' || condition.kind === 'not';
}

/** Goes to the label if the condition is TRUE, or FALSE if that is `wanted`. The right operand of AND and OR is evaluated only if it matters (2.6.12). */
export function branchIf(body: Body, condition: Expr, wanted: boolean, label: Label): void {
  const { code } = body;
  if (condition.kind === 'not') {
    branchIf(body, condition.operand, !wanted, label);
    return;
  }
  if (condition.kind !== 'and' && condition.kind !== 'or') {
    lowerValue(body, condition);
    if (!wanted) code.emit('bool.not');
    code.brIf(label);
    return;
  }
  // Either operand decides: that is so when an AND is FALSE, and when an OR is TRUE.
  if ((condition.kind === 'or') === wanted) {
    branchIf(body, condition.left, wanted, label);
    branchIf(body, condition.right, wanted, label);
    return;
  }
  const undecided = code.block();
  branchIf(body, condition.left, !wanted, undecided);
  branchIf(body, condition.right, wanted, label);
  code.end(undecided);
}
