/**
 * ADR and LOOPHOLE, for UNSAFE units only (definition 2.7). A unit that has them is checked but not compiled, so the nodes made here are not lowered; but for
 * a LOOPHOLE that VIEW could stand for, which breaks nothing.
 */
import { ADDRESS } from '../../../types/builtins.ts';
import { unpacked } from '../../../types/ordinals.ts';
import { hasNoAddress, sizeOf } from '../../constants/sizes.ts';
import { isError, placeType, takeAddress, VALUE } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { requireUnsafe } from '../unsafe.ts';
import { type BuiltinCall, failure, operands, typeOperand, wrong } from './operands.ts';
import { incomplete } from './view.ts';

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
  const operand = call.ctx.expr(node, call.scope);
  const type = typeOperand(call, target);
  const isKnown = !isError(operand) && type !== undefined;
  const isView = isKnown && call.ctx.unit.unsafe && isViewable(operand) && incomplete(type) === undefined;
  if (!isView && !requireUnsafe(call.ctx, span, 'LOOPHOLE')) return failure(call);
  if (!isKnown) return failure(call);
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
  if (isView) takeAddress(operand);
  return {
    kind: 'view',
    span,
    type: unpacked(type),
    operand,
    designator: operand.designator,
    writable: operand.writable,
  };
}

/** A variable in memory that may hold any bits. */
function isViewable(operand: Expr): boolean {
  return operand.designator && !hasNoAddress(placeType(operand)) && incomplete(operand.type) === undefined;
}
