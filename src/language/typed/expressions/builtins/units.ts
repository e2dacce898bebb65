/** INTERFACE_UNIT(I) and THIS_MODULE(): unforgeable names of code (SPIN's additions). */
import { REFANY } from '../../../types/builtins.ts';
import { kindText } from '../../messages.ts';
import { VALUE } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { entityOf, useEntity } from '../names.ts';
import { type BuiltinCall, failure, operands } from './operands.ts';

export function thisModule(call: BuiltinCall): Expr {
  const { ctx } = call;
  if (operands(call, 0) === undefined) return failure(call);
  if (ctx.unit.unitKind !== 'module') {
    ctx.report('M3640', call.node, 'THIS_MODULE() only has a meaning inside a module');
    return failure(call);
  }
  return {
    kind: 'thisModule',
    span: ctx.span(call.node),
    type: ctx.kernelType?.('RTCode', 'Module') ?? REFANY,
    unit: ctx.unit,
    ...VALUE,
  };
}

export function interfaceUnit(call: BuiltinCall): Expr {
  const { ctx, node, scope } = call;
  const [argument] = node.args;
  const entity =
    node.args.length === 1 && argument?.name === undefined ? entityOf(ctx, argument?.value, scope) : undefined;
  if (entity?.kind !== 'unit' || argument === undefined) {
    const found = entity === undefined ? '' : `, not ${kindText(entity)}`;
    ctx.report('M3641', node, `INTERFACE_UNIT takes the name of an imported interface${found}`);
    return failure(call);
  }
  useEntity(ctx, argument.value, scope, entity);
  return {
    kind: 'interfaceUnit',
    span: ctx.span(node),
    type: ctx.kernelType?.('RTCode', 'Interface') ?? REFANY,
    unit: entity,
    ...VALUE,
  };
}
