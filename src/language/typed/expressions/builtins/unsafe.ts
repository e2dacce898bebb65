/** ADR and LOOPHOLE, for UNSAFE units only (definition 2.7). Such a unit is checked but never compiled, so the nodes made here are not lowered. */
import { ADDRESS } from '../../../types/builtins.ts';
import { sizeOf } from '../../constants/sizes.ts';
import { isError, takeAddress, VALUE } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { requireUnsafe } from '../unsafe.ts';
import { type BuiltinCall, failure, operands, typeOperand, wrong } from './operands.ts';

export function adr(call: BuiltinCall): Expr {
  const [node] = operands(call, 1) ?? [];
  if (node === undefined) return failure(call);
  const span = call.ctx.span(call.node);
  const isAllowed = requireUnsafe(call.ctx, span, 'ADR');
  const operand = call.ctx.expr(node, call.scope);
  if (!isAllowed || isError(operand)) return failure(call);
  if (!operand.designator) return wrong(call, node, 'a variable (a designator)', operand);
  takeAddress(operand);
  return { kind: 'view', span, type: ADDRESS, operand, ...VALUE };
}

export function loophole(call: BuiltinCall): Expr {
  const [node, target] = operands(call, 2) ?? [];
  if (node === undefined || target === undefined) return failure(call);
  const span = call.ctx.span(call.node);
  const isAllowed = requireUnsafe(call.ctx, span, 'LOOPHOLE');
  const operand = call.ctx.expr(node, call.scope);
  const type = typeOperand(call, target);
  if (!isAllowed || isError(operand) || type === undefined) return failure(call);
  if (operand.type.kind === 'openarray') return wrong(call, node, 'a value that is no open array', operand);
  const [have, want] = [sizeOf(operand.type), sizeOf(type)];
  if (have && want && have.bits !== want.bits) {
    call.ctx.report(
      'M3633',
      call.node,
      `LOOPHOLE wants types of one size: here are ${have.bits} and ${want.bits} bits`,
    );
    return failure(call);
  }
  return { kind: 'view', span, type, operand, designator: operand.designator, writable: operand.writable };
}
