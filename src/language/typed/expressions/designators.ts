/** Dereferencing `r^` and subscripting `a[i]`, with the implicit dereference that subscripts allow (definition 2.6.3). */
import type * as ast from '../../generated/ast.ts';
import { INTEGER } from '../../types/builtins.ts';
import type { Type } from '../../types/model.ts';
import { bounds, unpacked } from '../../types/ordinals.ts';
import { typeText } from '../../types/print.ts';
import { concrete } from '../../types/revelations.ts';
import type { CheckContext, Scope } from '../context.ts';
import { errorNode, intValue, isError, VALUE } from '../nodes.ts';
import type { Expr } from '../tree.ts';

export function dereference(ref: Expr, target: Type): Expr {
  return { kind: 'deref', span: ref.span, type: target, ref, designator: true, writable: true };
}

export function derefExpr(ctx: CheckContext, node: ast.DerefExpr, scope: Scope): Expr {
  const span = ctx.span(node);
  const ref = ctx.expr(node.base, scope);
  if (isError(ref)) return errorNode(span);
  const type = concrete(ref.type, ctx.reveal);
  if (type.kind === 'ref') {
    const target = unpacked(type.target);
    return target.kind === 'error' ? errorNode(span) : { ...dereference(ref, target), span };
  }
  if (type.kind !== 'error') {
    const opaque = ref.type.kind === 'opaque' ? ', an opaque type whose revelation is not visible here,' : '';
    ctx.report(
      'M3510',
      node,
      `only a REF type can be dereferenced; type ${typeText(ref.type, ctx.unit)}${opaque} cannot`,
    );
  }
  return errorNode(span);
}

export function indexExpr(ctx: CheckContext, node: ast.IndexExpr, scope: Scope): Expr {
  const span = ctx.span(node);
  let array = ctx.expr(node.base, scope);
  for (const index of node.indices) {
    const position = ctx.expr(index, scope);
    if (!isError(array)) array = subscript(ctx, node, array, position, scope);
  }
  return isError(array) ? errorNode(span) : array;
}

function subscript(ctx: CheckContext, node: ast.IndexExpr, base: Expr, position: Expr, scope: Scope): Expr {
  const span = { ...base.span, end: Math.max(position.span.end, base.span.end) };
  const array = implicitArray(ctx, base);
  const type = array.type;
  if (type.kind !== 'array' && type.kind !== 'openarray') {
    if (type.kind !== 'error')
      ctx.report(
        'M3511',
        node.base,
        `only arrays have subscripts, and this is of type ${typeText(base.type, ctx.unit)}`,
      );
    return errorNode(span);
  }
  if (!isError(position)) {
    const indexType = type.kind === 'array' ? type.index : INTEGER;
    if (
      !ctx.assignable(position, indexType, 'the subscript', {
        constant: array.kind === 'const' && scope.constant === true,
      })
    )
      return errorNode(span);
    const at = intValue(position);
    if (type.kind === 'openarray' && at !== undefined && at < 0n) {
      ctx.report('W4101', position.span, `subscript ${at} is negative, and an open array is indexed from 0`, {
        severity: 'warning',
      });
    }
  }
  const element = unpacked(type.element);
  if (element.kind === 'error') return errorNode(span);
  return (
    constantElement(array, position, element) ?? {
      kind: 'index',
      span,
      type: element,
      array,
      index: position,
      designator: array.designator,
      writable: array.writable,
    }
  );
}

/** `a[i]` with a reference to an array is `a^[i]`. */
function implicitArray(ctx: CheckContext, base: Expr): Expr {
  const type = concrete(base.type, ctx.reveal);
  if (type.kind !== 'ref') return base;
  const target = unpacked(type.target);
  return ['array', 'openarray', 'error'].includes(target.kind) ? dereference(base, target) : base;
}

function constantElement(array: Expr, position: Expr, type: Type): Expr | undefined {
  if (array.kind !== 'const' || array.value.kind !== 'array') return undefined;
  const at = intValue(position);
  const first = array.type.kind === 'array' ? firstOf(array.type.index) : 0n;
  if (at === undefined || first === undefined) return undefined;
  const value = array.value.elements[Number(at - first)];
  if (value === undefined) return undefined;
  return { kind: 'const', span: array.span, type, value, ...VALUE };
}

function firstOf(index: Type): bigint | undefined {
  return bounds(index)?.lo;
}
