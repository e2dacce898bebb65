/** INTERFACE_UNIT(I) and THIS_MODULE(): unforgeable names of code (SPIN's additions). */
import type * as ast from '../../../generated/ast.ts';
import { isErrorEntity, REFANY } from '../../../types/builtins.ts';
import type { Type, UnitEntity } from '../../../types/model.ts';
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
    type: rtCode(call, 'Module'),
    unit: ctx.unit,
    ...VALUE,
  };
}

export function interfaceUnit(call: BuiltinCall): Expr {
  const { ctx, node, scope } = call;
  const [argument] = node.args;
  const named =
    node.args.length === 1 && argument?.name === undefined ? entityOf(ctx, argument?.value, scope) : undefined;
  const entity = named ?? exportedInterface(call, argument?.value);
  if (entity?.kind !== 'unit' || argument === undefined) {
    if (entity && isErrorEntity(entity)) return failure(call);
    const found = entity === undefined ? '' : `, not ${kindText(entity)}`;
    ctx.report('M3641', node, `INTERFACE_UNIT takes the name of an imported or exported interface${found}`);
    return failure(call);
  }
  if (named === undefined) ctx.use(ctx.span(argument.value), entity);
  else useEntity(ctx, argument.value, scope, entity);
  return {
    kind: 'interfaceUnit',
    span: ctx.span(node),
    type: rtCode(call, 'Interface'),
    unit: entity,
    ...VALUE,
  };
}

/** A module may name the interfaces it exports although it does not import them. */
function exportedInterface({ ctx }: BuiltinCall, node: ast.Expr | undefined): UnitEntity | undefined {
  return node?.$type === 'NameExpr' ? ctx.exportedInterface?.(node.name) : undefined;
}

function rtCode({ ctx }: BuiltinCall, name: string): Type {
  const entity = ctx.kernelEntity?.('RTCode', name);
  return entity?.kind === 'type' ? entity.type : REFANY;
}
