/** BITS n FOR what lies in whole bytes all the same (definition 2.2.5 leaves it open which types can be packed). */
import type { AstNode } from 'langium';
import type { PackedType } from '../../types/model.ts';
import { isPackedAggregate, sizeOf } from '../constants/sizes.ts';
import type { CheckContext } from '../context.ts';

export function warnOfOwnLayout(ctx: Pick<CheckContext, 'report'>, node: AstNode, type: PackedType): void {
  const size = isPackedAggregate(type) ? sizeOf(type.base) : undefined;
  if (size === undefined || size.bits === BigInt(type.bits)) return;
  ctx.report('W4112', node, `a type of whole bytes is not packed into ${type.bits} bits; it takes ${size.bits}`, {
    severity: 'warning',
  });
}
