/** Constructors of sets, arrays and records (definition 2.6.8). A constructor of constants is a constant. */
import type * as ast from '../../generated/ast.ts';
import { fieldOf } from '../../types/members.ts';
import type { ArrayType, OpenArrayType, RecordType, SetType, Type } from '../../types/model.ts';
import { bounds, numberOf, unpacked } from '../../types/ordinals.ts';
import { typeText } from '../../types/print.ts';
import { isAssignable, sameType } from '../../types/relations.ts';
import { ascending, constantValue, LARGEST_AGGREGATE } from '../constants/values.ts';
import type { CheckContext, Scope } from '../context.ts';
import { declaredHere, didYouMean } from '../messages.ts';
import { constNode, errorNode, intValue, isError, VALUE } from '../nodes.ts';
import { isProbed } from '../probe.ts';
import type { Expr } from '../tree.ts';
import { checkAssignable } from './assignability.ts';
import { reportNoType } from './names.ts';

export function constructorExpr(ctx: CheckContext, node: ast.ConstructorExpr, scope: Scope): Expr {
  const span = ctx.span(node);
  const named = node.type && ctx.typeOfExpr(node.type, scope);
  const type = named && unpacked(named);
  switch (type?.kind) {
    case 'set':
      return setConstructor(ctx, node, scope, type);
    case 'array':
    case 'openarray':
      return arrayConstructor(ctx, node, scope, type);
    case 'record':
      return recordConstructor(ctx, node, scope, type);
    default:
      for (const element of node.elements) checkElement(ctx, element, scope);
      if (type === undefined && node.type) reportNoType(ctx, node.type, scope, 'M3550', WANTED);
      else if (type?.kind !== 'error')
        ctx.report(
          'M3550',
          node.type ?? node,
          type === undefined ? WANTED : `${WANTED}, not ${typeText(type, ctx.unit)}`,
        );
      return errorNode(span);
  }
}

const WANTED = 'a constructor wants a set, array or record type before its braces';

function checkElement(ctx: CheckContext, element: ast.ConstructorElement, scope: Scope): void {
  if (element.value) ctx.expr(element.value, scope);
  if (element.high) ctx.expr(element.high, scope);
}

// ---------------------------------------------------------------- sets

function setConstructor(ctx: CheckContext, node: ast.ConstructorExpr, scope: Scope, type: SetType): Expr {
  const span = ctx.span(node);
  if (node.rest) ctx.report('M3551', node, 'a set constructor has no ".." at its end');
  const elements: { low: Expr; high?: Expr }[] = [];
  for (const element of node.elements) {
    if (element.name !== undefined) ctx.report('M3552', element, 'the elements of a set have no names');
    const low = setElement(ctx, element.value, scope, type);
    const high = element.high && setElement(ctx, element.high, scope, type);
    elements.push(high ? { low, high } : { low });
  }
  if (elements.some(({ low, high }) => isError(low) || (high && isError(high)))) return errorNode(span);
  const constant = constantSet(elements, bounds(type.element));
  if (constant !== undefined) return constNode(span, type, { kind: 'set', elements: constant });
  return { kind: 'setValue', span, type, elements, ...VALUE };
}

function setElement(ctx: CheckContext, node: ast.Expr, scope: Scope, type: SetType): Expr {
  const element = ctx.expr(node, scope, type.element);
  if (isError(element)) return element;
  return checkAssignable(ctx, element, type.element, { what: 'an element of the set' })
    ? element
    : errorNode(element.span);
}

function constantSet(
  elements: readonly { low: Expr; high?: Expr }[],
  range: { lo: bigint; hi: bigint } | undefined,
): bigint[] | undefined {
  const members: bigint[] = [];
  for (const { low, high } of elements) {
    const from = intValue(low);
    const to = high ? intValue(high) : from;
    if (from === undefined || to === undefined || to - from > LARGEST_AGGREGATE) return undefined;
    // Not a member of the element type: that faults, and only when it is evaluated.
    if (range && from <= to && (from < range.lo || to > range.hi)) return undefined;
    for (let at = from; at <= to; at++) members.push(at);
  }
  return ascending(members);
}

// ---------------------------------------------------------------- arrays

function arrayConstructor(
  ctx: CheckContext,
  node: ast.ConstructorExpr,
  scope: Scope,
  type: ArrayType | OpenArrayType,
): Expr {
  const span = ctx.span(node);
  const refused: Type[] = [];
  const elements = node.elements.map((element) => arrayElement(ctx, element, scope, type, refused));
  if (refused.length > 0 || !checkLength(ctx, node, type) || elements.some(isError)) return errorNode(span);
  // A filled array stays as short as it was written; `constant` spells it out where a value is needed.
  const fill = node.rest && type.kind === 'array';
  const value: Expr = { kind: 'arrayValue', span, type, elements, fill, ...VALUE };
  const folded = fill ? undefined : constantValue(value);
  return folded === undefined ? value : constNode(span, type, folded);
}

function arrayElement(
  ctx: CheckContext,
  element: ast.ConstructorElement,
  scope: Scope,
  type: ArrayType | OpenArrayType,
  refused: Type[],
): Expr {
  if (element.name !== undefined) ctx.report('M3552', element, 'the elements of an array have no names');
  if (element.high) {
    ctx.report('M3551', element, 'ranges are for set constructors; an array is filled up with ".." at its end');
    ctx.expr(element.high, scope);
  }
  const value = ctx.expr(element.value, scope, type.element);
  if (isError(value)) return value;
  // Elements of another type are one mistake, however many: it is the array's type that was meant to be another, or the way to write rows.
  if (refused.some((other) => sameType(other, value.type))) return errorNode(value.span);
  if (checkAssignable(ctx, value, type.element, { what: 'an element of the array' })) return value;
  if (!isAssignable(value.type, type.element, ctx.reveal)) refused.push(value.type);
  return errorNode(value.span);
}

function checkLength(ctx: CheckContext, node: ast.ConstructorExpr, type: ArrayType | OpenArrayType): boolean {
  const given = BigInt(node.elements.length);
  if (type.kind === 'openarray') {
    if (!node.rest) return true;
    ctx.report('W4111', node, 'an open array has no length to be filled up to; the ".." says nothing', {
      severity: 'warning',
    });
    return true;
  }
  if (type.index.kind === 'error') return false;
  const wanted = numberOf(type.index) ?? 0n;
  if (node.rest ? given <= wanted && (given > 0n || wanted === 0n) : given === wanted) return true;
  const what = `${typeText(type, ctx.unit)} has ${wanted} elements, and the constructor gives ${given}`;
  ctx.report(
    'M3554',
    node,
    node.rest && given === 0n ? 'a ".." repeats the element before it, and there is none' : what,
    given < wanted && !node.rest ? { hint: 'write ", .." after the last element to repeat it' } : {},
  );
  return false;
}

// ---------------------------------------------------------------- records

function recordConstructor(ctx: CheckContext, node: ast.ConstructorExpr, scope: Scope, type: RecordType): Expr {
  const span = ctx.span(node);
  if (node.rest) ctx.report('M3551', node, 'a record constructor has no ".." at its end');
  const given = new Map<number, Expr>();
  let keywords = false;
  let failed = node.rest;
  node.elements.forEach((element, position) => {
    if (isProbed(ctx.probe, element.value)) ctx.probe!.record = { type, node };
    const misplaced = element.name === undefined && keywords;
    keywords ||= element.name !== undefined;
    if (misplaced) ctx.report('M3605', element, 'positional elements must precede those with keywords');
    const index = misplaced ? undefined : fieldIndex(ctx, element, type, position);
    const value = fieldValue(ctx, element, scope, index === undefined ? undefined : type.fields[index]);
    const twice = index !== undefined && given.has(index);
    if (twice) ctx.report('M3555', element, `field ${type.fields[index]?.name} is given twice`);
    else if (index !== undefined) given.set(index, value);
    failed ||= index === undefined || twice;
  });
  const fields = type.fields.map((field, index) => {
    const value = given.get(index);
    if (value !== undefined) return value;
    if (field.default !== undefined) return constNode(span, unpacked(field.type), field.default);
    if (field.type.kind !== 'error' && !failed)
      ctx.report('M3556', node, `field ${field.name} has no default and needs a value`, declaredHere(field));
    return errorNode(span);
  });
  if (fields.some(isError)) return errorNode(span);
  const value: Expr = { kind: 'recordValue', span, type, fields, ...VALUE };
  const folded = constantValue(value);
  return folded === undefined ? value : constNode(span, type, folded);
}

function fieldIndex(
  ctx: CheckContext,
  element: ast.ConstructorElement,
  type: RecordType,
  position: number,
): number | undefined {
  if (element.name === undefined) {
    if (position < type.fields.length) return position;
    ctx.report('M3557', element, `${typeText(type, ctx.unit)} has only ${type.fields.length} fields`);
    return undefined;
  }
  const member = fieldOf(type, element.name);
  if (member === undefined) {
    const names = type.fields.map((f) => f.name);
    ctx.report(
      'M3404',
      ctx.span(element, 'name'),
      `type ${typeText(type, ctx.unit)} has no field ${element.name}`,
      didYouMean(element.name, names),
    );
    return undefined;
  }
  ctx.use(ctx.span(element, 'name'), member.field, type);
  return member.index;
}

function fieldValue(
  ctx: CheckContext,
  element: ast.ConstructorElement,
  scope: Scope,
  field: RecordType['fields'][number] | undefined,
): Expr {
  const value = ctx.expr(element.value, scope, field?.type);
  if (element.high) ctx.report('M3551', element, 'ranges are for set constructors');
  if (field === undefined || isError(value)) return value;
  const fits = checkAssignable(ctx, value, field.type, { what: `field ${field.name}` });
  return fits ? value : errorNode(value.span);
}
