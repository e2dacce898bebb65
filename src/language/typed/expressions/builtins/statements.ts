/** The built-in operations that are statements: INC, DEC (definition 2.3.20) and DISPOSE. */
import type * as ast from '../../../generated/ast.ts';
import { ADDRESS, INTEGER, NULL, REFANY } from '../../../types/builtins.ts';
import { baseType, isOrdinal } from '../../../types/ordinals.ts';
import { typeText } from '../../../types/print.ts';
import { isReference, isSubtype, tracedness } from '../../../types/relations.ts';
import { declaredHere } from '../../messages.ts';
import { constNode, isError } from '../../nodes.ts';
import type { Expr, Stmt } from '../../tree.ts';
import { whyNotWritable } from '../arguments.ts';
import { requireUnsafe } from '../unsafe.ts';
import { type BuiltinCall, operands, wrong } from './operands.ts';

export const STATEMENT_BUILTINS: ReadonlySet<string> = new Set(['INC', 'DEC', 'DISPOSE']);

/** The statement, or undefined after a report. */
export function builtinStatement(call: BuiltinCall): Stmt | undefined {
  return call.name === 'DISPOSE' ? dispose(call) : step(call, call.name === 'INC' ? 'inc' : 'dec');
}

function step(call: BuiltinCall, kind: 'inc' | 'dec'): Stmt | undefined {
  const [node, by] = operands(call, 1, 2) ?? [];
  if (node === undefined) return undefined;
  const { ctx, scope } = call;
  const target = variable(call, node);
  const amount = by && ctx.expr(by, scope);
  if (target === undefined || (amount && isError(amount))) return undefined;
  const span = ctx.span(call.node);
  if (isSubtype(target.type, ADDRESS, ctx.reveal) && isReference(target.type))
    requireUnsafe(ctx, span, `${call.name} of an ADDRESS`);
  else if (!isOrdinal(target.type)) {
    wrong(call, node, 'a variable of an ordinal type', target);
    return undefined;
  }
  const base = baseType(target.type);
  const wanted = base.kind === 'integer' ? base : INTEGER;
  if (amount && by && baseType(amount.type) !== wanted) {
    wrong(call, by, `an amount of type ${typeText(wanted)}`, amount);
    return undefined;
  }
  return { kind, span, target, ...(amount ? { amount } : {}) };
}

/** DISPOSE(v) sets v to NIL; of an untraced reference it also frees the storage, which is unsafe. */
function dispose(call: BuiltinCall): Stmt | undefined {
  const [node] = operands(call, 1) ?? [];
  if (node === undefined) return undefined;
  const { ctx } = call;
  const target = variable(call, node);
  if (target === undefined) return undefined;
  if (!isReference(target.type) || [REFANY, ADDRESS, NULL].some((t) => t === target.type)) {
    wrong(call, node, 'a variable of a reference type other than REFANY, ADDRESS and NULL', target);
    return undefined;
  }
  const span = ctx.span(call.node);
  checkPromise(call);
  if (tracedness(target.type, ctx.reveal) === 'untraced') requireUnsafe(ctx, span, 'DISPOSE of an untraced reference');
  return { kind: 'assign', span, target, value: constNode(span, NULL, { kind: 'nil' }) };
}

/** DISPOSE is the one statement that EPHEMERAL and FUNCTIONAL procedures must not use although the assignment it stands for is harmless. */
function checkPromise({ ctx, node, scope }: BuiltinCall): void {
  for (let owner = scope.owner; owner !== undefined; owner = owner.parent) {
    const { functional, ephemeral } = owner.type;
    if (!functional && !ephemeral) continue;
    const promise = functional ? 'FUNCTIONAL' : 'EPHEMERAL';
    ctx.report('M3802', node, `${owner.name} is ${promise}: it must not use DISPOSE`, declaredHere(owner));
    return;
  }
}

function variable(call: BuiltinCall, node: ast.Expr): Expr | undefined {
  const { ctx, name } = call;
  const target = ctx.expr(node, call.scope);
  if (isError(target)) return undefined;
  if (!target.designator) {
    wrong(call, node, 'a variable (a writable designator)', target);
    return undefined;
  }
  if (target.writable) return target;
  ctx.report('M3612', node, `${name} wants a writable designator, and ${whyNotWritable(target)}`);
  return undefined;
}
