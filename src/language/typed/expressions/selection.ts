/**
 * Selection `e.f`: members of interfaces, elements of enumerations, methods of object types, fields of records and objects (2.6.3).
 */
import type * as ast from '../../generated/ast.ts';
import { eventType } from '../../types/events.ts';
import { fieldOf, memberOf, membersOf, type ObjectMember, objectTypes } from '../../types/members.ts';
import type { ConstValue, EnumType, ObjectType, ProcedureType, RecordType, Type } from '../../types/model.ts';
import { unpacked } from '../../types/ordinals.ts';
import { typeText } from '../../types/print.ts';
import { covers, isObject } from '../../types/relations.ts';
import { concrete } from '../../types/revelations.ts';
import type { CheckContext, Scope } from '../context.ts';
import { didYouMean } from '../messages.ts';
import { constNode, errorNode, intNode, isError, VALUE } from '../nodes.ts';
import type { Expr } from '../tree.ts';
import { dereference } from './designators.ts';
import { entityOf, memberExpr } from './names.ts';

/** What stands before the dot: an expression is only checked when it is neither an interface nor a type. */
export type Selected =
  | { readonly kind: 'value'; readonly expr: Expr }
  | {
      readonly kind: 'method';
      readonly receiver: Expr;
      readonly owner: ObjectType;
      readonly index: number;
      readonly method: ObjectType['methods'][number];
    };

export function selectExpr(ctx: CheckContext, node: ast.SelectExpr, scope: Scope): Expr {
  const selected = select(ctx, node, scope);
  if (selected.kind === 'value') return selected.expr;
  ctx.report(
    'M3407',
    ctx.span(node, 'name'),
    `the method ${node.name} of an object can only be called; as a value, name its type: T.${node.name}`,
  );
  return errorNode(ctx.span(node));
}

/** Like `selectExpr`, but a method of an object is a result too: the caller calls it. */
export function select(ctx: CheckContext, node: ast.SelectExpr, scope: Scope): Selected {
  const value = (expr: Expr): Selected => ({ kind: 'value', expr });
  if (node.base === undefined || node.name === undefined) return value(errorNode(ctx.span(node)));
  const entity = entityOf(ctx, node.base, scope);
  if (entity?.kind === 'unit') return value(memberExpr(ctx, node, entity, scope));
  if (entity?.kind === 'type' || node.base.$type === 'TypeExpr') {
    const type = ctx.typeOfExpr(node.base, scope);
    if (type !== undefined) return value(selectOfType(ctx, node, type, scope));
  }
  const base = ctx.expr(node.base, scope);
  return isError(base) ? value(errorNode(ctx.span(node))) : selectOfValue(ctx, node, base);
}

/** `Color.Red`, `T.m`. */
function selectOfType(ctx: CheckContext, node: ast.SelectExpr, type: Type, scope: Scope): Expr {
  if (node.name === ctx.probe?.name) ctx.probe.base = { kind: 'type', type };
  const span = ctx.span(node);
  const bare = unpacked(type);
  if (bare.kind === 'error') return errorNode(span);
  if (bare.kind === 'enum') return enumElement(ctx, node, bare);
  if (isObject(bare, ctx.reveal)) return methodConstant(ctx, node, bare, scope);
  ctx.report(
    'M3405',
    node,
    `a type has elements or methods to select only if it is an enumeration or an object type, and ${typeText(type, ctx.unit)} is neither`,
  );
  return errorNode(span);
}

function enumElement(ctx: CheckContext, node: ast.SelectExpr, type: EnumType): Expr {
  const index = type.elements.indexOf(node.name);
  if (index < 0) {
    ctx.report(
      'M3406',
      ctx.span(node, 'name'),
      `enumeration ${typeText(type, ctx.unit)} has no element ${node.name}`,
      didYouMean(node.name, type.elements),
    );
    return errorNode(ctx.span(node));
  }
  const element = type.declared?.[index];
  if (element !== undefined) ctx.use(ctx.span(node, 'name'), element);
  return intNode(ctx.span(node), type, BigInt(index));
}

/** The procedure which is method m of type T; it takes the object as an additional first parameter (2.6.3). */
function methodConstant(ctx: CheckContext, node: ast.SelectExpr, receiver: Type, scope: Scope): Expr {
  const span = ctx.span(node);
  const member = memberOf(receiver, node.name, ctx.reveal);
  if (member?.kind !== 'method') {
    reportNoMember(ctx, node, receiver, 'method');
    return errorNode(span);
  }
  ctx.use(ctx.span(node, 'name'), member.method);
  const { signature } = member.method;
  const self = { name: 'self', unnamed: true, mode: 'value', type: receiver, span: member.method.span } as const;
  const type: ProcedureType = { ...signature, kind: 'procedure', params: [self, ...signature.params] };
  const value = scope.constant ? implementationOf(ctx, receiver, member, type) : undefined;
  if (value) return constNode(span, type, value);
  return { kind: 'methodConstant', span, type, receiver, owner: member.owner, index: member.index, ...VALUE };
}

/** What T.m is, as a constant (2.6.15); undefined where a supertype's methods are hidden here. */
function implementationOf(
  ctx: CheckContext,
  receiver: Type,
  { owner, index, method }: Extract<ObjectMember, { kind: 'method' }>,
  type: ProcedureType,
): ConstValue | undefined {
  for (const t of objectTypes(receiver, ctx.reveal)) {
    const override = t.overrides.find((o) => o.name === method.name);
    if (t !== owner && !override) continue;
    const proc = override ? override.proc : method.default;
    if (!proc) return { kind: 'nil' };
    const own = eventType(proc);
    const asItIs = covers(own, type) && covers(type, own);
    return asItIs ? { kind: 'proc', proc } : { kind: 'proc', proc, method: { owner, index, type } };
  }
  return undefined;
}

function selectOfValue(ctx: CheckContext, node: ast.SelectExpr, base: Expr): Selected {
  if (node.name === ctx.probe?.name) ctx.probe.base = { kind: 'value', type: base.type };
  const span = ctx.span(node);
  const type = concrete(base.type, ctx.reveal);
  if (type.kind === 'record') return { kind: 'value', expr: recordField(ctx, node, base, type) };
  if (type.kind === 'ref') {
    const target = unpacked(type.target);
    if (target.kind === 'record')
      return { kind: 'value', expr: recordField(ctx, node, dereference(base, target), target) };
    if (target.kind === 'error') return { kind: 'value', expr: errorNode(span) };
  }
  if (!isObject(base.type, ctx.reveal)) {
    if (type.kind !== 'error')
      ctx.report(
        'M3408',
        node.base,
        `only records and objects have fields, and this is of type ${typeText(base.type, ctx.unit)}`,
      );
    return { kind: 'value', expr: errorNode(span) };
  }
  const member = memberOf(base.type, node.name, ctx.reveal);
  if (member === undefined) {
    reportNoMember(ctx, node, base.type, 'field or method');
    return { kind: 'value', expr: errorNode(span) };
  }
  if (member.kind === 'method') {
    ctx.use(ctx.span(node, 'name'), member.method, base.type);
    return { kind: 'method', receiver: base, owner: member.owner, index: member.index, method: member.method };
  }
  ctx.use(ctx.span(node, 'name'), member.field, base.type);
  const fieldType = unpacked(member.field.type);
  if (fieldType.kind === 'error') return { kind: 'value', expr: errorNode(span) };
  const { owner, index, field } = member;
  return {
    kind: 'value',
    expr: {
      kind: 'objectField',
      span,
      type: fieldType,
      object: base,
      owner,
      index,
      field,
      designator: true,
      writable: true,
    },
  };
}

function recordField(ctx: CheckContext, node: ast.SelectExpr, record: Expr, recordType: RecordType): Expr {
  const span = ctx.span(node);
  const member = fieldOf(recordType, node.name);
  if (member === undefined) {
    ctx.report(
      'M3404',
      ctx.span(node, 'name'),
      `type ${typeText(recordType, ctx.unit)} has no field ${node.name}`,
      didYouMean(
        node.name,
        recordType.fields.map((f) => f.name),
      ),
    );
    return errorNode(span);
  }
  const { index, field } = member;
  ctx.use(ctx.span(node, 'name'), field, recordType);
  const type = unpacked(field.type);
  if (type.kind === 'error') return errorNode(span);
  if (record.kind === 'const' && record.value.kind === 'record') {
    const value = record.value.fields[index];
    if (value !== undefined) return { kind: 'const', span, type, value, ...VALUE };
  }
  return {
    kind: 'field',
    span,
    type,
    record,
    index,
    field,
    recordType,
    designator: record.designator,
    writable: record.writable,
  };
}

function reportNoMember(ctx: CheckContext, node: ast.SelectExpr, type: Type, what: string): void {
  const hidden = type.kind === 'opaque' && ctx.reveal(type) === type ? ' that this unit can see' : '';
  ctx.report(
    'M3404',
    ctx.span(node, 'name'),
    `type ${typeText(type, ctx.unit)} has no ${what} ${node.name}${hidden}`,
    didYouMean(node.name, membersOf(type, ctx.reveal).keys()),
  );
}
