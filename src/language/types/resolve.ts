/**
 * Type expressions to types: names, references, procedure types, and the dispatch to the other constructors.
 *
 * What stands behind REF, in an object or in a signature is resolved on first use, so recursion through these is legal; anything else
 * is resolved at once, so recursion through it is found as a name that asks for itself (2.4, "Recursive declarations").
 */
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { visibleNames } from '../references/scope.ts';
import type { UnitContext } from '../references/unit-context.ts';
import type { Scope } from '../typed/context.ts';
import { didYouMean } from '../typed/messages.ts';
import { ERROR, isErrorEntity, ROOT, UNTRACED_ROOT } from './builtins.ts';
import type { Brand, Entity, OpaqueType, RefType, Type } from './model.ts';
import { isEmpty } from './ordinals.ts';
import { typeText } from './print.ts';
import { resolveObject } from './resolve-object.ts';
import { procedureType } from './resolve-signature.ts';
import {
  resolveAligned,
  resolveArray,
  resolveEnum,
  resolvePacked,
  resolveRecord,
  resolveSet,
  resolveSubrange,
} from './resolve-structure.ts';
import { tracedParts } from './restrictions.ts';

/** The type that a type expression denotes; errors are reported and denote the error type. */
export function resolveType(
  ctx: UnitContext,
  node: ast.Type | ast.Expr | undefined,
  scope: Scope,
  reveals?: OpaqueType,
): Type {
  if (!node) return ERROR;
  const before = ctx.resolved.get(node);
  if (before) return before;
  const type = resolve(ctx, node, scope, reveals);
  ctx.resolved.set(node, type);
  return type;
}

/** As `resolveType`, where an open array may not stand (2.2.3). */
export function resolveClosedType(ctx: UnitContext, node: ast.Type | undefined, scope: Scope, what: string): Type {
  const type = resolveType(ctx, node, scope);
  if (type.kind !== 'openarray' || !node) return type;
  ctx.report('M3105', node, `${what} cannot be an open array`, {
    hint: 'An open array may be a formal parameter, what a REF refers to, or the element type of another open array.',
  });
  return ERROR;
}

function resolve(ctx: UnitContext, node: ast.Type | ast.Expr, scope: Scope, reveals: OpaqueType | undefined): Type {
  switch (node.$type) {
    case 'NamedType':
      return resolveNamed(ctx, node, scope);
    case 'RootType':
      return node.untraced ? UNTRACED_ROOT : ROOT;
    case 'RefType':
      return resolveRef(ctx, node, scope, reveals);
    case 'ObjectType':
      return resolveObject(ctx, node, scope, reveals);
    case 'ProcedureType':
      return procedureType(ctx, node, scope);
    case 'ArrayType':
      return resolveArray(ctx, node, scope);
    case 'PackedType':
      return resolvePacked(ctx, node, scope);
    case 'AlignedType':
      return resolveAligned(ctx, node, scope);
    case 'EnumType':
      return resolveEnum(ctx, node);
    case 'RecordType':
      return resolveRecord(ctx, node, scope);
    case 'SetType':
      return resolveSet(ctx, node, scope);
    case 'SubrangeType':
      return resolveSubrange(ctx, node, scope);
    default: {
      const type = typeOfExpr(ctx, node, scope);
      if (type) return type;
      if (node.$type === 'NameExpr' && !ctx.lookup(scope, node.name))
        reportUnknown(ctx, node.name, ctx.span(node), scope);
      else ctx.report('M3104', node, 'this is not a type');
      return ERROR;
    }
  }
}

// ---------------------------------------------------------------- names

function resolveNamed(ctx: UnitContext, node: ast.NamedType, scope: Scope): Type {
  const entity = resolveQualified(ctx, node, node.names, scope);
  if (!entity || isErrorEntity(entity)) return ERROR;
  if (entity.kind === 'type') return entity.type;
  ctx.report('M3104', node, `${node.names.join('.')} is ${describeEntity(entity)}, not a type`, related(entity));
  return ERROR;
}

/** The entity that `N` or `I.N` denotes; reports and gives undefined when there is none. `node` has the property `names`. */
export function resolveQualified(
  ctx: UnitContext,
  node: AstNode,
  names: readonly string[],
  scope: Scope,
): Entity | undefined {
  const [first, second] = names;
  if (first === undefined) return undefined;
  const head = ctx.lookup(scope, first);
  const headSpan = ctx.spanAt(node, 'names', 0);
  if (!head) {
    reportUnknown(ctx, first, headSpan, scope);
    return undefined;
  }
  ctx.use(headSpan, head);
  if (second === undefined || isErrorEntity(head)) return head;
  const span = ctx.spanAt(node, 'names', 1);
  if (head.kind !== 'unit') {
    ctx.report('M3103', headSpan, `${first} is ${describeEntity(head)}, not an imported interface`, related(head));
    return undefined;
  }
  if (names.length > 2) {
    ctx.report('M3103', node, 'a qualified name has the form Interface.Name');
    return undefined;
  }
  if (second === ctx.probe?.name) ctx.probe.base = { kind: 'unit', unit: head };
  const member = head.members.get(second);
  if (!member) {
    ctx.report(
      'M3103',
      span,
      `interface ${head.name} does not declare ${second}`,
      didYouMean(second, head.members.keys()),
    );
    return undefined;
  }
  ctx.use(span, member);
  return member;
}

function reportUnknown(
  ctx: UnitContext,
  name: string,
  span: { file: string; start: number; end: number },
  scope: Scope,
): void {
  ctx.report('M3103', span, `${name} is not declared`, didYouMean(name, visibleNames(scope)));
}

function related(entity: Entity): { related?: { span: Entity['span']; message: string }[] } {
  return entity.span.file === ''
    ? {}
    : { related: [{ span: entity.span, message: `${entity.name} is declared here` }] };
}

/** "a variable", "an exception": what an entity is, in a message. */
export function describeEntity(entity: Entity): string {
  switch (entity.kind) {
    case 'const':
      return 'a constant';
    case 'type':
      return 'a type';
    case 'exception':
      return 'an exception';
    case 'variable':
      return entity.role === 'param' ? 'a parameter' : 'a variable';
    case 'procedure':
      return 'a procedure';
    case 'unit':
      return `${entity.unitKind === 'interface' ? 'an interface' : 'a module'}`;
    case 'builtin':
      return 'a predeclared operation';
  }
}

/** The type that an expression denotes in a place where a type may stand; undefined, silently, when it denotes none. */
export function typeOfExpr(ctx: UnitContext, node: ast.Expr | undefined, scope: Scope): Type | undefined {
  switch (node?.$type) {
    case 'TypeExpr':
      return resolveType(ctx, node.type, scope);
    case 'NameExpr': {
      const entity = node.name ? ctx.lookup(scope, node.name) : undefined;
      if (entity && isErrorEntity(entity)) return ERROR;
      if (entity?.kind !== 'type') return undefined;
      ctx.use(ctx.span(node, 'name'), entity);
      return entity.type;
    }
    case 'SelectExpr': {
      if (node.base?.$type !== 'NameExpr') return undefined;
      const unit = node.base.name ? ctx.lookup(scope, node.base.name) : undefined;
      if (unit && isErrorEntity(unit)) return ERROR;
      if (unit?.kind !== 'unit') return undefined;
      const entity = node.name ? unit.members.get(node.name) : undefined;
      if (entity && isErrorEntity(entity)) return ERROR;
      if (entity?.kind !== 'type') return undefined;
      ctx.use(ctx.span(node.base, 'name'), unit);
      ctx.use(ctx.span(node, 'name'), entity);
      return entity.type;
    }
    default:
      return undefined;
  }
}

// ---------------------------------------------------------------- references

function resolveRef(ctx: UnitContext, node: ast.RefType, scope: Scope, reveals: OpaqueType | undefined): RefType {
  const brand = resolveBrand(ctx, node, scope);
  const target = ctx.queue.defer(
    () => resolveType(ctx, node.target, scope),
    () => {
      ctx.report('M3102', node, 'this type is needed to know what it refers to');
      return ERROR;
    },
  );
  // It would have NIL as its one value: there is nothing to allocate (2.6.9).
  ctx.later(() => {
    if (isEmpty(target())) ctx.report('M3119', node.target, 'this type has no values, so nothing can be referred to');
  });
  if (node.untraced && !ctx.unit.unsafe) {
    ctx.later(() => {
      const traced = tracedParts(target(), ctx.reveal);
      if (traced) {
        ctx.report(
          'M3130',
          node,
          `an untraced reference cannot refer to ${typeText(traced, ctx.unit)}, which holds traced references, in a safe unit`,
        );
      }
    });
  }
  return {
    kind: 'ref',
    traced: !node.untraced,
    ...brand,
    ...(reveals ? { reveals } : {}),
    get target() {
      return target();
    },
  };
}

/** The brand of a REF or OBJECT (2.2.6): a text constant, or a text of our own when BRANDED stands alone. */
export function resolveBrand(ctx: UnitContext, node: ast.RefType | ast.ObjectType, scope: Scope): { brand?: Brand } {
  if (!node.branded) return {};
  if (!node.brand) return { brand: { unit: ctx.unit, text: ctx.freshBrand() } };
  const expr = ctx.constant(node.brand, scope);
  if (expr.kind !== 'const' || expr.value.kind !== 'text') {
    if (expr.type.kind !== 'error') ctx.report('M3115', node.brand, 'a brand must be a text constant');
    return { brand: { unit: ctx.unit, text: ctx.freshBrand() } };
  }
  const text = expr.value.value;
  const other = ctx.brands.get(text);
  if (other) {
    ctx.report('M3116', node.brand, `another type in this unit has the brand ${JSON.stringify(text)}`, {
      related: [{ span: other, message: 'the other brand is here' }],
      hint: 'Every brand in a program must be different.',
    });
    return { brand: { unit: ctx.unit, text } };
  }
  ctx.brands.set(text, ctx.span(node.brand));
  return { brand: { unit: ctx.unit, text } };
}
