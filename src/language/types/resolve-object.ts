/**
 * Object types (2.2.9): supertype, fields, methods, overrides.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { UnitContext } from '../references/unit-context.ts';
import type { Scope } from '../typed/context.ts';
import { didYouMean } from '../typed/messages.ts';
import { ERROR, ROOT } from './builtins.ts';
import { eventType } from './events.ts';
import { memberOf, membersOf } from './members.ts';
import type { Field, Method, ObjectType, OpaqueType, Override, ProcedureEntity, ProcedureType, Type } from './model.ts';
import { typeText } from './print.ts';
import { covers, isObject, isSubtype, tracedness, whyNotCovered } from './relations.ts';
import { resolveBrand, resolveType } from './resolve.ts';
import { procedureType } from './resolve-signature.ts';
import { resolveFields, uniqueMember } from './resolve-structure.ts';
import { tracedParts } from './restrictions.ts';

export function resolveObject(
  ctx: UnitContext,
  node: ast.ObjectType,
  scope: Scope,
  reveals: OpaqueType | undefined,
): Type {
  const above = node.supertype ? resolveType(ctx, node.supertype as ast.Type, scope) : ROOT;
  if (above.kind === 'error') return ERROR;
  if (!couldBeObject(above)) {
    ctx.report(
      'M3111',
      node.supertype ?? node,
      `${typeText(above, ctx.unit)} is not an object type, so it has no object subtypes`,
    );
    return ERROR;
  }
  const names = new Map<string, Span>();
  const fields = ctx.queue.defer<readonly Field[]>(
    () => resolveFields(ctx, node.fields, scope, names),
    () => [],
  );
  const type: ObjectType = {
    kind: 'object',
    super: above,
    ...resolveBrand(ctx, node, scope),
    ...(reveals ? { reveals } : {}),
    get traced() {
      return tracedness(above, ctx.reveal) !== 'untraced';
    },
    get fields() {
      return fields();
    },
    get methods() {
      return methods();
    },
    get overrides() {
      return overrides();
    },
  };
  const methods = ctx.queue.defer<readonly Method[]>(
    () => {
      fields();
      return resolveMethods(ctx, node, scope, type, names);
    },
    () => [],
  );
  const overrides = ctx.queue.defer<readonly Override[]>(
    () => resolveOverrides(ctx, node, scope, type),
    () => [],
  );
  if (!ctx.unit.unsafe) ctx.later(() => checkTracedFields(ctx, type));
  if (above.kind === 'opaque') {
    ctx.later(() => {
      if (isObject(above, ctx.reveal)) return;
      ctx.report(
        'M3111',
        node.supertype ?? node,
        `${typeText(above, ctx.unit)} is not known to be an object type here`,
        {
          related: [{ span: above.entity.span, message: 'the opaque type is declared here' }],
          hint: 'Import an interface that reveals it to be one.',
        },
      );
    });
  }
  return type;
}

/** The collector does not look into untraced objects. */
function checkTracedFields(ctx: UnitContext, type: ObjectType): void {
  if (type.traced) return;
  for (const field of type.fields) {
    const traced = tracedParts(field.type, ctx.reveal);
    if (!traced) continue;
    ctx.report(
      'M3130',
      field.span,
      `an untraced object cannot have a field of type ${typeText(traced, ctx.unit)}, a traced reference, in a safe unit`,
    );
    return;
  }
}

/** An opaque type is decided later, when all revelations can be looked at. */
function couldBeObject(type: Type): boolean {
  return (
    type.kind === 'object' ||
    type.kind === 'opaque' ||
    (type.kind === 'builtin' && /^(UNTRACED )?ROOT$|^MUTEX$/.test(type.name))
  );
}

// ---------------------------------------------------------------- methods

function resolveMethods(
  ctx: UnitContext,
  node: ast.ObjectType,
  scope: Scope,
  type: ObjectType,
  names: Map<string, Span>,
): Method[] {
  const methods: Method[] = [];
  for (const method of node.methods) {
    const span = ctx.span(method, 'name');
    if (!method.name || !method.signature || !uniqueMember(ctx, method.name, span, names)) continue;
    const signature = procedureType(ctx, method, scope);
    const value = implementation(ctx, method.default, scope);
    const resolved: Method = {
      name: method.name,
      signature,
      span,
      get default() {
        return value();
      },
    };
    methods.push(resolved);
    ctx.declares(resolved);
    const given = method.default;
    if (given) ctx.later(() => checkImplementation(ctx, given, value(), method.name, signature, type));
  }
  return methods;
}

function resolveOverrides(ctx: UnitContext, node: ast.ObjectType, scope: Scope, type: ObjectType): Override[] {
  const overrides: Override[] = [];
  const names = new Map<string, Span>();
  for (const override of node.overrides) {
    const span = ctx.span(override, 'name');
    if (ctx.probe && override.name === ctx.probe.name) ctx.probe.overridden = type;
    if (!override.name || !override.value) continue;
    const other = names.get(override.name);
    if (other) {
      ctx.report('M3112', span, `${override.name} is overridden twice in this type`, {
        related: [{ span: other, message: 'first here' }],
      });
      continue;
    }
    names.set(override.name, span);
    const value = implementation(ctx, override.value, scope);
    const proc = value();
    overrides.push({ name: override.name, span, ...(proc ? { proc } : {}) });
    ctx.later(() => checkOverride(ctx, override, span, proc, type));
  }
  return overrides;
}

function checkOverride(
  ctx: UnitContext,
  node: ast.OverrideDecl,
  span: Span,
  proc: ProcedureEntity | undefined,
  type: ObjectType,
): void {
  const member = memberOf(type.super, node.name, ctx.reveal);
  if (member?.kind === 'method') {
    ctx.use(span, member.method);
    const introduced = [...type.fields, ...type.methods].find((m) => m.name === node.name);
    if (introduced) {
      ctx.report('M3112', span, `${node.name} is overridden in the type that introduces another ${node.name}`, {
        related: [{ span: introduced.span, message: 'introduced here' }],
        hint: 'A new member hides the method of the supertype, an override replaces it: leave out one of them.',
      });
      return;
    }
    checkImplementation(ctx, node.value, proc, node.name, member.method.signature, type);
    return;
  }
  const own = type.methods.some((m) => m.name === node.name);
  const candidates = [...membersOf(type.super, ctx.reveal)]
    .filter(([, m]) => m.kind === 'method')
    .map(([name]) => name);
  const message =
    member?.kind === 'field'
      ? `${node.name} is a field, not a method, of ${typeText(type.super, ctx.unit)}`
      : `${typeText(type.super, ctx.unit)} has no method ${node.name} to override`;
  ctx.report(
    'M3113',
    span,
    message,
    own
      ? { hint: 'Give the method its procedure where it is declared: `m(...) := P`.' }
      : didYouMean(node.name, candidates),
  );
}

/** The procedure that a method default or override names; NIL and errors give none. */
function implementation(ctx: UnitContext, node: ast.Expr | undefined, scope: Scope): () => ProcedureEntity | undefined {
  if (!node) return () => undefined;
  return ctx.queue.defer(
    () => {
      const expr = ctx.constant(node, scope);
      if (expr.kind === 'procedure') return expr.procedure;
      if (expr.kind !== 'const' || expr.type.kind === 'error' || expr.value.kind === 'nil') return undefined;
      if (expr.value.kind === 'proc') return expr.value.proc;
      ctx.report('M3114', node, 'a method needs a top-level procedure');
      return undefined;
    },
    () => {
      ctx.report('M3102', node, 'this method is defined by itself');
      return undefined;
    },
  );
}

/** The procedure takes the object first, by value, as a supertype of `type`; the rest of its signature must be covered by the method's. */
function checkImplementation(
  ctx: UnitContext,
  node: ast.Expr,
  proc: ProcedureEntity | undefined,
  method: string,
  signature: ProcedureType,
  type: ObjectType,
): void {
  if (!proc) return;
  const problem = implementationProblem(ctx, proc, signature, type);
  if (problem === undefined) return;
  ctx.report('M3114', node, `${proc.name} cannot be method ${method}: ${problem}`, {
    related: proc.span.file === '' ? [] : [{ span: proc.span, message: `${proc.name} is declared here` }],
  });
}

function implementationProblem(
  ctx: UnitContext,
  proc: ProcedureEntity,
  signature: ProcedureType,
  type: ObjectType,
): string | undefined {
  if (proc.parent) return 'it is not a top-level procedure';
  const [self, ...rest] = proc.type.params;
  if (!self) return 'it has no parameter for the object';
  if (self.mode !== 'value') return `its first parameter ${self.name} must be a VALUE parameter`;
  if (!isSubtype(type, self.type, ctx.reveal)) {
    return `its first parameter ${self.name}: ${typeText(self.type, ctx.unit)} does not accept objects of this type`;
  }
  const { ephemeral, functional, raises, result } = eventType(proc);
  const remaining: ProcedureType = {
    kind: 'procedure',
    params: rest,
    raises,
    ephemeral,
    functional,
    ...(result ? { result } : {}),
  };
  return covers(signature, remaining) ? undefined : (whyNotCovered(signature, remaining) ?? 'its signature differs');
}
