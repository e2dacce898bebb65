/**
 * Type expressions for arrays, records, sets, enumerations, subranges, packed and aligned types (2.2.1 to 2.2.5).
 */
import type { AstNode } from 'langium';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { UnitContext } from '../references/unit-context.ts';
import { sizeOf } from '../typed/constants/sizes.ts';
import type { Scope } from '../typed/context.ts';
import type { Expr } from '../typed/tree.ts';
import { warnOfOwnLayout } from '../typed/warnings/layout.ts';
import { ERROR, INTEGER } from './builtins.ts';
import type {
  ArrayType,
  ConstValue,
  EnumElement,
  EnumType,
  Field,
  OpenArrayType,
  PackedType,
  SubrangeType,
  Type,
} from './model.ts';
import { baseType, bounds, isEmpty, isOrdinal, numberOf, sameBase } from './ordinals.ts';
import { typeText } from './print.ts';
import { resolveClosedType, resolveType } from './resolve.ts';
import { bitSizeOf } from './sizes.ts';

// ---------------------------------------------------------------- arrays

export function resolveArray(ctx: UnitContext, node: ast.ArrayType, scope: Scope): Type {
  if (node.indices.length === 0) {
    const element = resolveElement(ctx, node.element, resolveType(ctx, node.element, scope));
    return { kind: 'openarray', element };
  }
  const indices = node.indices.map((index) => ({ index, type: resolveType(ctx, index, scope) }));
  let type = resolveElement(
    ctx,
    node.element,
    resolveClosedType(ctx, node.element, scope, 'the element type of a fixed array'),
  );
  for (const { index, type: indexType } of indices.reverse()) type = arrayOver(ctx, index, indexType, type);
  return type;
}

/** An array of no elements of an empty type would have a value, but nothing to keep: it is refused like any other, as a field is (2.2.4). */
function resolveElement(ctx: UnitContext, node: ast.Type, element: Type): Type {
  ctx.later(() => {
    if (isEmpty(element)) ctx.report('M3119', node, 'this type has no values, so no element can have it');
  });
  return element;
}

function arrayOver(ctx: UnitContext, node: ast.Type, index: Type, element: Type): Type {
  if (index.kind === 'error' || element.kind === 'error') return ERROR;
  if (!isOrdinal(index)) {
    ctx.report('M3108', node, `the index type of an array must be an ordinal type, not ${typeText(index, ctx.unit)}`);
    return ERROR;
  }
  const type: Type = { kind: 'array', index, element };
  ctx.later(() => {
    const size = sizeOf(type);
    if (size && size.bits > MOST_BITS)
      ctx.report('M3135', node, `an array of ${numberOf(index)} elements of this type does not fit into memory`);
  });
  return type;
}

/** Addresses have 32 bits, and half of them are plenty for one variable. */
const MOST_BITS = 8n << 31n;

// ---------------------------------------------------------------- records and fields

export function resolveRecord(ctx: UnitContext, node: ast.RecordType, scope: Scope): Type {
  const fields = resolveFields(ctx, node.fields, scope, new Map());
  return { kind: 'record', fields };
}

/** Fields of a record or an object; `names` collects the names of its members and holds those declared before. */
export function resolveFields(
  ctx: UnitContext,
  groups: readonly ast.FieldGroup[],
  scope: Scope,
  names: Map<string, Span>,
): Field[] {
  const fields: Field[] = [];
  for (const group of groups) {
    const type = fieldType(ctx, group, scope);
    const value = defaultOf(ctx, group, group.default, type, scope, 'field');
    for (const node of group.fields) {
      const span = ctx.span(node, 'name');
      if (!node.name || !uniqueMember(ctx, node.name, span, names)) continue;
      const field: Field = {
        name: node.name,
        span,
        get type() {
          return type();
        },
        get default() {
          return value();
        },
      };
      fields.push(field);
      ctx.declares(field);
    }
  }
  return fields;
}

export function uniqueMember(ctx: UnitContext, name: string, span: Span, names: Map<string, Span>): boolean {
  const other = names.get(name);
  if (other) {
    ctx.report('M3112', span, `${name} is declared twice in this type`, {
      related: [{ span: other, message: 'first declared here' }],
    });
    return false;
  }
  names.set(name, span);
  return true;
}

/** At once when it is written; when it is that of the default value, on first use. */
function fieldType(ctx: UnitContext, group: ast.FieldGroup, scope: Scope): () => Type {
  if (group.type) {
    const written = resolveClosedType(ctx, group.type, scope, 'a field');
    const type = isEmpty(written) ? ERROR : written;
    if (type !== written) ctx.report('M3119', group.type, 'this type has no values, so no field can have it');
    return () => type;
  }
  if (!group.default) {
    ctx.report('M3118', group, 'a field needs a type or a default value');
    return () => ERROR;
  }
  const node = group.default;
  const type = (): Type => typeOfInitial(ctx, node, ctx.constant(node, scope), 'a field');
  return ctx.queue.defer(type, () => circularDefault(ctx, node));
}

function circularDefault(ctx: UnitContext, node: AstNode): Type {
  ctx.report('M3102', node, 'this value is needed to know its own type');
  return ERROR;
}

/** The type that something declared without one takes from its initial value. An open array whose length is written there is as long as that. */
export function typeOfInitial(ctx: UnitContext, node: AstNode, value: Expr, what: string): Type {
  const type = closedTypeOf(value);
  if (type) return type;
  ctx.report('M3105', node, `${what} cannot be an open array`, { hint: 'Write its type before the initial value.' });
  return ERROR;
}

function closedTypeOf(value: Expr): Type | undefined {
  const { type } = value;
  if (type.kind !== 'openarray') return type;
  if (value.kind === 'const') return closedConstantType(type, value.value);
  if (value.kind !== 'arrayValue') return undefined;
  const [first] = value.elements;
  const element = type.element.kind === 'openarray' ? first && closedTypeOf(first) : type.element;
  return element && arrayOf(value.elements.length, element);
}

function closedConstantType(type: OpenArrayType, value: ConstValue): Type | undefined {
  if (value.kind !== 'array') return undefined;
  const [first] = value.elements;
  const element = type.element.kind === 'openarray' ? first && closedConstantType(type.element, first) : type.element;
  return element && arrayOf(value.elements.length, element);
}

function arrayOf(length: number, element: Type): ArrayType {
  return { kind: 'array', index: { kind: 'subrange', base: INTEGER, lo: 0n, hi: BigInt(length) - 1n }, element };
}

/** The default of a field or formal: a constant assignable to its type. */
export function defaultOf(
  ctx: UnitContext,
  group: AstNode,
  node: ast.Expr | undefined,
  type: () => Type,
  scope: Scope,
  what: 'field' | 'parameter',
): () => ConstValue | undefined {
  if (!node) return () => undefined;
  return ctx.queue.defer(
    () => {
      const wanted = type();
      const expected = wanted.kind === 'error' ? undefined : wanted;
      const expr: Expr = ctx.constant(node, scope, expected, { mayFault: what === 'parameter' });
      if (expr.kind !== 'const' || wanted.kind === 'error') return UNKNOWN_VALUE;
      return ctx.assignable(expr, wanted, `the default of a ${what}`, { constant: true }) ? expr.value : UNKNOWN_VALUE;
    },
    () => {
      ctx.report('M3102', group, `the default of this ${what} needs itself`);
      return UNKNOWN_VALUE;
    },
  );
}

/** A default that is wrong is still a default: whoever leaves the field or parameter out has not made the mistake. */
const UNKNOWN_VALUE: ConstValue = { kind: 'int', value: 0n };

// ---------------------------------------------------------------- ordinals

/** Sets have one bit per element of their base type: as many as all Unicode characters, and some more. */
const MOST_SET_ELEMENTS = 1n << 24n;

export function resolveSet(ctx: UnitContext, node: ast.SetType, scope: Scope): Type {
  const element = resolveType(ctx, node.element, scope);
  if (element.kind === 'error') return ERROR;
  const size = numberOf(element);
  if (size === undefined) {
    ctx.report(
      'M3109',
      node.element,
      `the elements of a set must be of an ordinal type, not ${typeText(element, ctx.unit)}`,
    );
    return ERROR;
  }
  if (size > MOST_SET_ELEMENTS) {
    ctx.report('M3134', node.element, `a set of ${typeText(element, ctx.unit)} would be too large`, {
      hint: `The element type of a set may have at most ${MOST_SET_ELEMENTS} values; use a subrange.`,
    });
    return ERROR;
  }
  return { kind: 'set', element };
}

export function resolveEnum(ctx: UnitContext, node: ast.EnumType): EnumType {
  const names = new Map<string, Span>();
  node.elements.forEach((element) => {
    const span = ctx.span(element, 'name');
    const other = names.get(element.name);
    if (!element.name) return;
    if (other) {
      ctx.report('M3129', span, `${element.name} is twice in this enumeration`, {
        related: [{ span: other, message: 'first here' }],
      });
      return;
    }
    names.set(element.name, span);
  });
  const elements = [...names.keys()];
  const declared: EnumElement[] = [];
  const type: EnumType = { kind: 'enum', elements, size: elements.length, declared };
  for (const [name, span] of names) declared.push({ kind: 'element', name, span, value: declared.length, type });
  for (const element of declared) ctx.declares(element);
  return type;
}

export function resolveSubrange(ctx: UnitContext, node: ast.SubrangeType, scope: Scope): SubrangeType | typeof ERROR {
  const bounds = [constantBound(ctx, node.low, scope), constantBound(ctx, node.high, scope)] as const;
  const wrong = bounds.find((b) => b && !('value' in b));
  if (wrong) {
    ctx.report(
      'M3106',
      wrong.node,
      `the bounds of a subrange must be ordinal constants, not ${typeText(wrong.type, ctx.unit)}`,
    );
  }
  const [low, high] = bounds;
  if (!low || !high || !('value' in low) || !('value' in high)) return ERROR;
  if (!sameBase(low.type, high.type)) {
    ctx.report(
      'M3106',
      node,
      `the bounds of a subrange must have one type: these are ${typeText(low.type, ctx.unit)} and ${typeText(high.type, ctx.unit)}`,
    );
    return ERROR;
  }
  const base = baseType(low.type);
  if (base.kind !== 'integer' && base.kind !== 'enum') return ERROR;
  return { kind: 'subrange', base, lo: low.value, hi: high.value };
}

type ConstantBound = { readonly node: ast.Expr; readonly type: Type } & ({ readonly value: bigint } | object);

/** Without a value: a constant, but not an ordinal one. Undefined: not a constant, which has been reported. */
function constantBound(ctx: UnitContext, node: ast.Expr | undefined, scope: Scope): ConstantBound | undefined {
  if (!node) return undefined;
  const expr = ctx.constant(node, scope);
  if (expr.kind !== 'const' || expr.type.kind === 'error') return undefined;
  const { type, value } = expr;
  return isOrdinal(type) && value.kind === 'int' ? { node, type, value: value.value } : { node, type };
}

// ---------------------------------------------------------------- packed, aligned

export function resolvePacked(ctx: UnitContext, node: ast.PackedType, scope: Scope): Type {
  const bits = bitCount(ctx, node.bits, scope, 'the number of bits');
  const base = resolveClosedType(ctx, node.base, scope, 'a packed type');
  if (bits === undefined || base.kind === 'error') return ERROR;
  const least = bitSizeOf(base);
  if (least !== undefined && bits < BigInt(least)) {
    ctx.report('M3110', node.bits, `${typeText(base, ctx.unit)} needs at least ${least} bits`);
    return ERROR;
  }
  if (hasOwnSize(base) && least !== undefined && bits !== BigInt(least)) {
    ctx.report('M3110', node.bits, `${typeText(base, ctx.unit)} takes exactly ${least} bits`);
    return ERROR;
  }
  if (bits > 64n && bounds(base) !== undefined) {
    ctx.report('M3110', node.bits, 'an ordinal takes at most 64 bits');
    return ERROR;
  }
  const type: PackedType = { kind: 'packed', bits: Number(bits), base };
  ctx.later(() => warnOfOwnLayout(ctx, node.bits, type));
  return type;
}

/** Numbers of their machine's form and references, of which no bit can be spared or added. */
function hasOwnSize(type: Type): boolean {
  return bounds(type) === undefined && !['packed', 'set', 'array', 'record'].includes(type.kind);
}

/** CM3's ALIGNED: our layouts align every type by its own rule already, so only the number is checked. */
export function resolveAligned(ctx: UnitContext, node: ast.AlignedType, scope: Scope): Type {
  const bits = bitCount(ctx, node.alignment, scope, 'the alignment');
  const base = resolveType(ctx, node.base, scope);
  if (bits !== undefined && ![8n, 16n, 32n, 64n].includes(bits)) {
    ctx.report('M3131', node.alignment, 'the alignment must be 8, 16, 32 or 64 bits');
  }
  return base;
}

function bitCount(ctx: UnitContext, node: ast.Expr | undefined, scope: Scope, what: string): bigint | undefined {
  if (!node) return undefined;
  const expr = ctx.constant(node, scope, INTEGER);
  if (expr.kind !== 'const' || expr.type.kind === 'error') return undefined;
  if (baseType(expr.type) !== INTEGER || expr.value.kind !== 'int' || expr.value.value < 0n) {
    ctx.report('M3110', node, `${what} must be a CARDINAL constant`);
    return undefined;
  }
  return expr.value.value;
}
