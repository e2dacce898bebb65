/** ISTYPE, NARROW, TYPECODE (definition 2.6.9). */
import { BOOLEAN, INTEGER, NULL, REFANY } from '../../../types/builtins.ts';
import type { Type } from '../../../types/model.ts';
import { typeText } from '../../../types/print.ts';
import { isAssignable, isObject, isReference, tracedness } from '../../../types/relations.ts';
import type { CheckContext } from '../../context.ts';
import { isError, VALUE } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { type BuiltinCall, failure, operands, typeOperand, typeOrValue, wrong } from './operands.ts';

export function typeTest(call: BuiltinCall, which: 'istype' | 'narrow'): Expr {
  const [node, type] = operands(call, 2) ?? [];
  if (node === undefined || type === undefined) return failure(call);
  const { ctx } = call;
  const ref = ctx.expr(node, call.scope);
  const target = typeOperand(call, type);
  if (isError(ref) || target === undefined) return failure(call);
  if (!isReference(ref.type)) return wrong(call, node, 'a reference', ref);
  if (!hasTypecode(ctx, target)) return wrong(call, type, 'an object type or a traced reference type', target);
  if (!isAssignable(target, ref.type, ctx.reveal, ctx.unit.unsafe)) {
    ctx.report(
      'M3625',
      call.node,
      `an expression of type ${typeText(ref.type, ctx.unit)} is never of type ${typeText(target, ctx.unit)}`,
    );
    return failure(call);
  }
  return { kind: which, span: ctx.span(call.node), type: which === 'istype' ? BOOLEAN : target, ref, target, ...VALUE };
}

/** Only what carries its type at run time can be asked for it. */
export function hasTypecode(ctx: CheckContext, type: Type): boolean {
  return (
    isReference(type) && (isObject(type, ctx.reveal) || tracedness(type, ctx.reveal) === 'traced' || type === NULL)
  );
}

/** TYPECODE(T) for a type, TYPECODE(r) for a reference. */
export function typecode(call: BuiltinCall): Expr {
  const [node] = operands(call, 1) ?? [];
  const found = node && typeOrValue(call, node);
  if (node === undefined || found === undefined) return failure(call);
  const { ctx } = call;
  const span = ctx.span(call.node);
  const type = 'type' in found ? found.type : found.value.type;
  if (!hasTypecode(ctx, type) || ('type' in found && type === REFANY)) {
    return wrong(
      call,
      node,
      'an object type or a traced reference type other than REFANY, or an expression of one',
      type,
    );
  }
  return {
    kind: 'typecode',
    span,
    type: INTEGER,
    ...('type' in found ? { target: type } : { ref: found.value }),
    ...VALUE,
  };
}
