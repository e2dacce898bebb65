/**
 * NEW, with sizes and initial values of fields.
 */
import type { Expr, NewField } from '../../language/typed/tree.ts';
import { buildInto } from './constructors.ts';
import { type Body, typeIndex } from './context.ts';
import { lowerTo } from './expressions.ts';
import { INTEGER, integerSubrange, isPacked, isScalar, unpack } from './types.ts';
import { operandOf, type Value } from './values.ts';

/** How many elements one dimension of an open array can have. */
const LENGTH = integerSubrange(INTEGER, 0n, 2n ** 31n - 1n);

export function lowerNew(body: Body, expr: Extract<Expr, { kind: 'new' }>): Value {
  const { code } = body;
  const index = typeIndex(body, expr.allocated);
  for (const size of expr.sizes) lowerTo(body, size, LENGTH);
  code.mark(expr.span);
  code.emit(expr.sizes.length > 0 ? 'new.open' : 'new', index);
  if (expr.fields.length > 0) lowerNewFields(body, expr, index);
  return operandOf(expr.allocated);
}

/** The new object waits in a local, since a field's value may be a whole computation. */
function lowerNewFields(body: Body, expr: Extract<Expr, { kind: 'new' }>, index: number): void {
  const { code } = body;
  const object = body.locals.temporary('value', index);
  code.emit('local.set', object);
  for (const field of expr.fields) lowerNewField(body, object, field);
  code.emit('local.get', object);
}

function lowerNewField(body: Body, object: number, { owner, index, value }: NewField): void {
  const { code } = body;
  const type = owner.fields[index]!.type;
  const immediates = [typeIndex(body, owner), index];
  const record = owner.kind === 'record';
  const push = (): void => {
    code.emit('local.get', object);
    if (record) code.emit('deref');
  };
  if (isPacked(type)) {
    push();
    lowerTo(body, value, unpack(type));
    code.emit(record ? 'field.set' : 'object.field.set', ...immediates);
    return;
  }
  const pushField = (): void => {
    push();
    code.emit(record ? 'field' : 'object.field', ...immediates);
  };
  if (isScalar(type)) {
    pushField();
    lowerTo(body, value, type);
    code.emit('store');
  } else buildInto(body, pushField, unpack(type), value);
}
