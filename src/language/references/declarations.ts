/**
 * Declarations to entities, for interfaces, modules and blocks (2.4): every name first, then, on demand, what it stands for.
 *
 * Names of one level may mention each other in any order. Not inside: bodies of procedures (`procedures.ts`), imports (`imports.ts`).
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { DeclaredBlock, Scope } from '../typed/context.ts';
import type { Expr } from '../typed/tree.ts';
import { ERROR, errorEntity } from '../types/builtins.ts';
import type {
  ConstEntity,
  ConstValue,
  Entity,
  ExceptionEntity,
  OpaqueType,
  ProcedureEntity,
  Type,
  TypeEntity,
  VariableEntity,
} from '../types/model.ts';
import { isEmpty } from '../types/ordinals.ts';
import { rememberName, typeText } from '../types/print.ts';
import { isReference } from '../types/relations.ts';
import { reportReserved } from '../types/reserved.ts';
import { resolveClosedType, resolveType } from '../types/resolve.ts';
import { procedureType } from '../types/resolve-signature.ts';
import { typeOfInitial } from '../types/resolve-structure.ts';
import { typeWithoutValue } from './initial-types.ts';
import { hasPragma } from './parsed-unit.ts';
import { checkProcedureBody, type MutableProcedure } from './procedures.ts';
import { declareRevelation } from './revelation-declarations.ts';
import { createScope } from './scope.ts';
import type { UnitContext } from './unit-context.ts';

export type Level = 'interface' | 'module' | 'block';

export interface DeclaredProcedure {
  readonly entity: MutableProcedure;
  readonly node: ast.ProcedureDecl;
}

/** What the declarations of one level have become. */
export interface Declared {
  readonly names: Map<string, Entity>;
  readonly variables: { readonly variable: VariableEntity; readonly init: () => Expr | undefined }[];
  readonly procedures: DeclaredProcedure[];
  readonly types: TypeEntity[];
  readonly exceptions: ExceptionEntity[];
}

/** State of declaring one level. */
interface Site {
  readonly ctx: UnitContext;
  readonly scope: Scope;
  readonly level: Level;
  readonly owner: ProcedureEntity | undefined;
  readonly declared: Declared;
  /** Where a name was introduced that this level has from elsewhere (imports). */
  readonly taken: (name: string) => Span | undefined;
}

/** `names` is the level to declare in, `scope` the scope that looks into it. */
export function declare(
  ctx: UnitContext,
  nodes: readonly ast.Declaration[],
  names: Map<string, Entity>,
  scope: Scope,
  level: Level,
  owner?: ProcedureEntity,
  taken: (name: string) => Span | undefined = () => undefined,
): Declared {
  const declared: Declared = { names, variables: [], procedures: [], types: [], exceptions: [] };
  const site: Site = { ctx, scope, level, owner, declared, taken };
  for (const node of nodes) declareOne(site, node);
  return declared;
}

function declareOne(site: Site, node: ast.Declaration): void {
  switch (node.$type) {
    case 'ConstDecl':
      declareConstant(site, node);
      break;
    case 'TypeDecl':
      declareType(site, node);
      break;
    case 'VarDecl':
      declareVariables(site, node);
      break;
    case 'ExceptionDecl':
      declareException(site, node);
      break;
    case 'ProcedureDecl':
      declareProcedure(site, node);
      break;
    case 'Revelation':
      declareRevelation(site.ctx, node, site.scope, site.level);
      break;
  }
}

/** The block of a procedure, a module body or a block statement. */
export function declareBlock(
  ctx: UnitContext,
  nodes: readonly ast.Declaration[],
  parent: Scope,
  owner: ProcedureEntity | undefined,
): DeclaredBlock {
  const names = new Map<string, Entity>();
  const scope = createScope(names, parent, owner);
  const declared = declare(ctx, nodes, names, scope, 'block', owner);
  ctx.settle();
  return {
    scope,
    variables: declared.variables.map(({ variable, init }) => ({
      variable,
      get init() {
        return init();
      },
    })),
    procedures: declared.procedures.map((p) => p.entity),
    finish() {
      for (const { init } of declared.variables) init();
      for (const { entity, node } of declared.procedures) checkProcedureBody(ctx, entity, node, scope);
    },
  };
}

/** Binds a name; one that is taken at this level means nothing from then on. */
function bind(site: Site, entity: Entity): void {
  const { names } = site.declared;
  site.ctx.declares(entity);
  reportReserved(site.ctx, entity.name, entity.span);
  const other = names.get(entity.name)?.span;
  if (other) {
    site.ctx.report('M3101', entity.span, `${entity.name} is declared twice in this scope`, {
      related: [{ span: other, message: 'first declared here' }],
    });
    // Which of them is meant where the name is used, nobody can tell.
    names.set(entity.name, errorEntity(entity.name, other));
    return;
  }
  const imported = site.taken(entity.name);
  if (imported) {
    site.ctx.report('M3006', entity.span, `${entity.name} is already the name of something imported`, {
      related: [{ span: imported, message: 'imported here' }],
    });
    // As above.
    names.set(entity.name, errorEntity(entity.name, entity.span));
    return;
  }
  names.set(entity.name, entity);
}

/** What all entities have; pragmas stand before `node`. */
function base(
  { ctx }: Site,
  node: ast.Declaration,
  name: string,
  span: Span,
): Pick<Entity, 'name' | 'span' | 'unit' | 'obsolete'> {
  const obsolete = hasPragma(ctx.parsed, node, 'OBSOLETE');
  return { name, span, unit: ctx.unit, ...(obsolete ? { obsolete } : {}) };
}

// ---------------------------------------------------------------- constants and types

function declareConstant(site: Site, node: ast.ConstDecl): void {
  const { ctx, scope } = site;
  if (!node.name) return;
  const span = ctx.span(node, 'name');
  const typed = ctx.queue.defer<{ type: Type; value: ConstValue }>(
    () => {
      const wanted = node.type && resolveType(ctx, node.type, scope);
      if (!node.value) return UNKNOWN_CONSTANT;
      const expr = ctx.constant(node.value, scope, wanted, { mayFault: true });
      if (expr.kind !== 'const' || expr.type.kind === 'error') return UNKNOWN_CONSTANT;
      if (wanted === undefined || wanted.kind === 'error') return { type: wanted ?? expr.type, value: expr.value };
      return ctx.assignable(expr, wanted, `constant ${node.name}`, { constant: true })
        ? { type: wanted, value: expr.value }
        : UNKNOWN_CONSTANT;
    },
    () => {
      ctx.report('M3102', span, `constant ${node.name} is defined by itself`);
      return UNKNOWN_CONSTANT;
    },
  );
  const entity: ConstEntity = {
    ...base(site, node, node.name, span),
    kind: 'const',
    get type() {
      return typed().type;
    },
    get value() {
      return typed().value;
    },
  };
  bind(site, entity);
}

const UNKNOWN_CONSTANT = { type: ERROR, value: { kind: 'int', value: 0n } } as const;

function declareType(site: Site, node: ast.TypeDecl): void {
  const { ctx } = site;
  if (!node.name) return;
  const span = ctx.span(node, 'name');
  const type = node.opaque ? opaqueType(site, node, () => entity) : transparentType(site, node, span, () => entity);
  const entity: TypeEntity = {
    ...base(site, node, node.name, span),
    kind: 'type',
    get type() {
      return type();
    },
  };
  bind(site, entity);
  site.declared.types.push(entity);
}

function transparentType({ ctx, scope }: Site, node: ast.TypeDecl, span: Span, entity: () => TypeEntity): () => Type {
  return ctx.queue.defer(
    () => {
      const type = resolveType(ctx, node.type, scope);
      if (node.type && node.type.$type !== 'NamedType') rememberName(type, entity());
      return type;
    },
    () => {
      ctx.report('M3102', span, `type ${node.name} is recursive without a reference in between`, {
        hint: 'Only recursion through REF, an object type or a procedure type is possible.',
      });
      return ERROR;
    },
  );
}

function opaqueType({ ctx, scope, level }: Site, node: ast.TypeDecl, entity: () => TypeEntity): () => Type {
  if (level === 'block') {
    ctx.report('M3136', node, `opaque type ${node.name} must be declared at the top level of an interface or module`);
    return () => ERROR;
  }
  const bound = ctx.queue.defer<Type>(
    () => {
      const type = resolveType(ctx, node.type, scope);
      if (type.kind === 'error' || isReference(type)) return type;
      ctx.report(
        'M3117',
        node.type ?? node,
        `an opaque type must be declared as a subtype of a reference type, not of ${typeText(type, ctx.unit)}`,
      );
      return ERROR;
    },
    () => ERROR,
  );
  let made: OpaqueType | undefined;
  ctx.later(() => checkBound(ctx, made!, node));
  return () => {
    made ??= {
      kind: 'opaque',
      entity: entity(),
      get bound() {
        return bound();
      },
    };
    return made;
  };
}

/** `TYPE T <: U; U <: T` would be subtypes of each other without end; reported at the first of them. */
function checkBound(ctx: UnitContext, type: OpaqueType | undefined, node: ast.TypeDecl): void {
  if (!type) return;
  const circle = [type];
  const seen = new Set<Type>([type]);
  let t = boundOrSuper(type);
  while (t && !seen.has(t)) {
    seen.add(t);
    if (t.kind === 'opaque') circle.push(t);
    t = boundOrSuper(t);
  }
  if (t !== type || circle.some((other) => other.entity.span.start < type.entity.span.start)) return;
  ctx.report('M3102', ctx.span(node, 'name'), `opaque type ${node.name} is declared as a subtype of itself`);
}

function boundOrSuper(type: Type): Type | undefined {
  return type.kind === 'opaque' ? type.bound : type.kind === 'object' ? type.super : undefined;
}

// ---------------------------------------------------------------- variables and exceptions

function declareVariables(site: Site, node: ast.VarDecl): void {
  const { ctx, level, owner } = site;
  const [type, init] = variableType(site, node);
  const external = hasPragma(ctx.parsed, node, 'EXTERNAL');
  for (const variable of node.variables) {
    if (!variable.name) continue;
    const entity: VariableEntity = {
      ...base(site, node, variable.name, ctx.span(variable, 'name')),
      kind: 'variable',
      role: level === 'block' ? 'local' : 'global',
      writable: true,
      captured: false,
      addressTaken: false,
      ...(owner ? { owner } : {}),
      ...(external ? { external } : {}),
      get type() {
        return type();
      },
    };
    bind(site, entity);
    site.declared.variables.push({ variable: entity, init });
  }
}

/** The type of a group of variables and its initial value; the latter is checked once, when first asked for. */
function variableType(site: Site, node: ast.VarDecl): [() => Type, () => Expr | undefined] {
  const { ctx, scope, level } = site;
  const value = (expected?: Type): Expr | undefined => {
    if (!node.init) return undefined;
    return level === 'interface' ? ctx.constant(node.init, scope, expected) : ctx.expr(node.init, scope, expected);
  };
  let inferred: Expr | undefined;
  const type = ctx.queue.defer<Type>(
    () => {
      if (node.type) return nonEmpty(ctx, node.type, resolveClosedType(ctx, node.type, scope, 'a variable'));
      if (node.init) {
        const plain = typeWithoutValue(ctx, node.init, scope);
        if (plain) return plain;
        inferred = value();
        return inferred ? typeOfInitial(ctx, node.init, inferred, 'a variable') : ERROR;
      }
      ctx.report('M3118', node, 'a variable needs a type or an initial value');
      return ERROR;
    },
    () => {
      ctx.report(
        'M3102',
        node,
        `the initial value of ${node.variables[0]?.name ?? 'a variable'} is needed to know its own type`,
      );
      return ERROR;
    },
  );
  let checked: { init: Expr | undefined } | undefined;
  const init = (): Expr | undefined => {
    if (checked) return checked.init;
    checked = { init: undefined };
    const wanted = type();
    const expr = inferred ?? value(wanted.kind === 'error' ? undefined : wanted);
    // Of its own type, it could still be a local procedure.
    if (expr) ctx.assignable(expr, wanted, `variable ${node.variables.map((v) => v.name).join(', ')}`);
    checked = { init: expr };
    return expr;
  };
  return [type, init];
}

function nonEmpty(ctx: UnitContext, node: ast.Type, type: Type): Type {
  if (!isEmpty(type)) return type;
  ctx.report('M3119', node, 'this type has no values, so no variable can have it');
  return ERROR;
}

function declareException(site: Site, node: ast.ExceptionDecl): void {
  const { ctx, scope, level } = site;
  if (!node.name) return;
  const span = ctx.span(node, 'name');
  if (level === 'block')
    ctx.report('M3120', span, `exception ${node.name} must be declared at the top level of an interface or module`);
  const argument = ctx.queue.defer<Type | undefined>(
    () => node.argument && resolveClosedType(ctx, node.argument, scope, 'the argument of an exception'),
    () => ERROR,
  );
  const entity: ExceptionEntity = {
    ...base(site, node, node.name, span),
    kind: 'exception',
    implicit: hasPragma(ctx.parsed, node, 'IMPLICIT'),
    get argument() {
      return argument();
    },
  };
  bind(site, entity);
  site.declared.exceptions.push(entity);
}

// ---------------------------------------------------------------- procedures

function declareProcedure(site: Site, node: ast.ProcedureDecl): void {
  const { ctx, scope, level, owner } = site;
  if (!node.name || !node.signature) return;
  const span = ctx.span(node, 'name');
  const external = hasPragma(ctx.parsed, node, 'EXTERNAL');
  const entity: MutableProcedure = {
    ...base(site, node, node.name, span),
    kind: 'procedure',
    type: procedureType(ctx, node, scope),
    form: level === 'interface' ? 'heading' : 'body',
    implements: [],
    ...(owner ? { parent: owner } : {}),
    ...(external ? { external } : {}),
  };
  if (level === 'interface') {
    if (node.body) ctx.report('M3123', span, `procedure ${node.name} cannot have a body in an interface`);
  } else if (!node.body && !external) {
    ctx.report('M3123', span, `procedure ${node.name} has no body`);
  }
  if (node.endName && node.endName !== node.name) {
    ctx.report('M3003', ctx.span(node, 'endName'), `this ends procedure ${node.name}, not ${node.endName}`, {
      related: [{ span, message: 'it starts here' }],
    });
  }
  bind(site, entity);
  site.declared.procedures.push({ entity, node });
  if (level !== 'block') return;
  if (!owner) ctx.bodyProcedures.push(entity);
  else if (ctx.nested.has(owner)) ctx.nested.get(owner)!.push(entity);
  else ctx.nested.set(owner, [entity]);
}
