/** NEW (definition 2.6.9): of references to records, arrays and others, and of objects with initial fields and method bindings. */
import type * as ast from '../../../generated/ast.ts';
import { CARDINAL, ERROR } from '../../../types/builtins.ts';
import { eventType } from '../../../types/events.ts';
import { fieldOf, memberOf, membersOf } from '../../../types/members.ts';
import type { ObjectType, Override, RecordType, RefType, Type } from '../../../types/model.ts';
import { isEmpty, unpacked } from '../../../types/ordinals.ts';
import { typeText } from '../../../types/print.ts';
import { covers, isObject, isSubtype, tracedness, whyNotCovered } from '../../../types/relations.ts';
import { concrete } from '../../../types/revelations.ts';
import { declaredHere, didYouMean } from '../../messages.ts';
import { isError, VALUE } from '../../nodes.ts';
import type { Expr, NewField } from '../../tree.ts';
import { checkAssignable } from '../assignability.ts';
import { reportNoType } from '../names.ts';
import { type BuiltinCall, failure } from './operands.ts';

export function newExpr(call: BuiltinCall): Expr {
  const { ctx, node, scope } = call;
  const [first, ...rest] = node.args;
  const type = first?.name === undefined && first?.value ? ctx.typeOfExpr(first.value, scope) : undefined;
  if (type === undefined) {
    const message = 'NEW wants a reference type as its first argument';
    if (first?.value && first.name === undefined) reportNoType(ctx, first.value, scope, 'M3650', message);
    else ctx.report('M3650', first ?? node, message);
    for (const actual of rest) if (actual.value) ctx.expr(actual.value, scope);
    return failure(call);
  }
  const known = concrete(unpacked(type), ctx.reveal);
  if (isObject(unpacked(type), ctx.reveal)) return newObject(call, unpacked(type), rest);
  if (known.kind === 'ref') return newReferent(call, unpacked(type), known, rest);
  for (const actual of rest) if (actual.value) ctx.expr(actual.value, scope);
  if (known.kind !== 'error') reportNotAllocatable(call, type);
  return failure(call);
}

function reportNotAllocatable({ ctx, node }: BuiltinCall, type: Type): void {
  const text = typeText(type, ctx.unit);
  const why =
    type.kind === 'opaque'
      ? `${text} is opaque, and what is known of it here does not make it an object type or a REF type`
      : `${text} is neither a REF type nor an object type`;
  ctx.report('M3651', node.args[0] ?? node, `NEW cannot allocate: ${why}`);
}

// ---------------------------------------------------------------- REF types

function newReferent(call: BuiltinCall, type: Type, ref: RefType, actuals: readonly ast.Actual[]): Expr {
  const target = unpacked(ref.target);
  const make = (sizes: readonly Expr[], fields: readonly NewField[]): Expr => ({
    kind: 'new',
    span: call.ctx.span(call.node),
    type,
    allocated: type,
    sizes,
    fields,
    ...VALUE,
  });
  if (target.kind === 'error' || isEmpty(target)) return failure(call);
  if (target.kind === 'openarray') return withSizes(call, openDimensions(target), actuals, (sizes) => make(sizes, []));
  if (target.kind === 'record') {
    const fields = recordFields(call, target, actuals);
    return fields === undefined ? failure(call) : make([], fields);
  }
  return withSizes(call, 0, actuals, () => make([], []));
}

function openDimensions(type: Type): number {
  let count = 0;
  for (let t = type; t.kind === 'openarray'; t = unpacked(t.element)) count++;
  return count;
}

function withSizes(
  call: BuiltinCall,
  wanted: number,
  actuals: readonly ast.Actual[],
  make: (sizes: readonly Expr[]) => Expr,
): Expr {
  const { ctx, scope } = call;
  const sizes = actuals.map((actual) => {
    if (actual.name !== undefined) ctx.report('M3621', actual, 'the lengths of an open array are given by position');
    return ctx.expr(actual.value, scope, CARDINAL);
  });
  if (sizes.length !== wanted) {
    const text =
      wanted === 0
        ? 'takes nothing after this type'
        : `wants the length of each of the ${wanted} open dimension${wanted === 1 ? '' : 's'}`;
    ctx.report('M3653', call.node, `NEW ${text}, and here ${sizes.length === 1 ? 'is' : 'are'} ${sizes.length}`);
    return failure(call);
  }
  const fits = sizes.map((size) => checkAssignable(ctx, size, CARDINAL, { what: 'the length' }));
  return sizes.some(isError) || fits.includes(false) ? failure(call) : make(sizes);
}

function recordFields(call: BuiltinCall, record: RecordType, actuals: readonly ast.Actual[]): NewField[] | undefined {
  const names = record.fields.map((f) => f.name);
  return bindings(call, actuals, names, (actual, name) => {
    const member = fieldOf(record, name);
    if (member === undefined) return undefined;
    const value = call.ctx.expr(actual.value, call.scope, member.field.type);
    return initialField(call, actual, record, member.index, member.field, value);
  });
}

// ---------------------------------------------------------------- objects

function newObject(call: BuiltinCall, type: Type, actuals: readonly ast.Actual[]): Expr {
  const { ctx } = call;
  const methods: MethodBinding[] = [];
  const fields = bindings(call, actuals, membersOf(type, ctx.reveal).keys(), (actual, name) => {
    const member = memberOf(type, name, ctx.reveal);
    if (member === undefined) return undefined;
    if (member.kind === 'field') {
      const value = ctx.expr(actual.value, call.scope, member.field.type);
      return initialField(call, actual, member.owner, member.index, member.field, value);
    }
    ctx.use(ctx.span(actual, 'name'), member.method, type);
    const binding = methodBinding(call, actual, member.method);
    if (binding !== undefined) methods.push(binding);
    return binding === undefined ? 'wrong' : 'bound';
  });
  if (fields === undefined) return failure(call);
  const overrides = methods.map(({ override }) => override);
  const allocated = overrides.length === 0 ? type : overriding(type, overrides, ctx);
  if (!methods.map((binding) => checkMethodBinding(call, binding, allocated)).every(Boolean)) return failure(call);
  return { kind: 'new', span: ctx.span(call.node), type: allocated, allocated, sizes: [], fields, ...VALUE };
}

/** NEW(T, m := P) stands for NEW(T OBJECT OVERRIDES m := P END). */
function overriding(type: Type, overrides: readonly Override[], ctx: BuiltinCall['ctx']): ObjectType {
  return {
    kind: 'object',
    traced: tracedness(type, ctx.reveal) !== 'untraced',
    super: type,
    fields: [],
    methods: [],
    overrides,
  };
}

interface MethodBinding {
  readonly actual: ast.Actual;
  readonly method: ObjectType['methods'][number];
  readonly override: Override;
}

function methodBinding(
  call: BuiltinCall,
  actual: ast.Actual,
  method: ObjectType['methods'][number],
): MethodBinding | undefined {
  const { ctx } = call;
  const value = ctx.expr(actual.value, call.scope, method.signature);
  if (isError(value)) return undefined;
  const override = { name: method.name, span: ctx.span(actual) };
  if (value.kind === 'const' && value.value.kind === 'nil') return { actual, method, override };
  const procedure =
    value.kind === 'procedure'
      ? value.procedure
      : value.kind === 'const' && value.value.kind === 'proc'
        ? value.value.proc
        : undefined;
  if (procedure === undefined || procedure.parent !== undefined) {
    ctx.report('M3654', actual, `method ${method.name} can only be bound to a top-level procedure`);
    return undefined;
  }
  return { actual, method, override: { ...override, proc: procedure } };
}

/** The procedure takes objects of the type that is allocated: the one with all the overrides, which other types may equal. */
function checkMethodBinding({ ctx }: BuiltinCall, binding: MethodBinding, type: Type): boolean {
  const { actual, method } = binding;
  const procedure = binding.override.proc;
  if (procedure === undefined) return true;
  const signature = eventType(procedure);
  const [self, ...params] = signature.params;
  const why =
    self === undefined
      ? 'it has no parameter for the object'
      : self.mode !== 'value' || !isSubtype(type, self.type, ctx.reveal)
        ? `its first parameter does not take an object of type ${typeText(type, ctx.unit)} by value`
        : covers(method.signature, { ...signature, params })
          ? undefined
          : (whyNotCovered(method.signature, { ...signature, params }) ?? 'its signature differs');
  if (why === undefined) return true;
  ctx.report('M3655', actual, `${procedure.name} does not satisfy method ${method.name}: ${why}`, declaredHere(method));
  return false;
}

// ---------------------------------------------------------------- bindings

/** `f = x` where `f := x` is meant. */
function isFieldCompared(value: ast.Expr, fields: readonly string[]): boolean {
  return (
    value.$type === 'BinaryExpr' &&
    value.operator === '=' &&
    value.left.$type === 'NameExpr' &&
    fields.includes(value.left.name)
  );
}

/** Checks each binding; undefined if one was wrong. */
function bindings(
  call: BuiltinCall,
  actuals: readonly ast.Actual[],
  names: Iterable<string>,
  bind: (actual: ast.Actual, name: string) => NewField | 'wrong' | 'bound' | undefined,
): NewField[] | undefined {
  const { ctx } = call;
  const fields: NewField[] = [];
  const seen = new Set<string>();
  const known = [...names];
  let failed = false;
  for (const actual of actuals) {
    const { name } = actual;
    const result = name === undefined ? undefined : bind(actual, name);
    if (name === undefined || result === undefined) {
      if (actual.value && !isFieldCompared(actual.value, known)) ctx.expr(actual.value, call.scope);
      if (name === undefined)
        ctx.report('M3656', actual, 'NEW takes the initial values of fields by name: field := value');
      else
        ctx.report(
          'M3404',
          ctx.span(actual, 'name'),
          `${typeText(typeArgument(call), ctx.unit)} has no field or method ${name}`,
          didYouMean(name, known),
        );
    } else if (seen.has(name)) ctx.report('M3604', actual, `${name} is bound twice`);
    else if (typeof result === 'object') fields.push(result);
    failed ||= name === undefined || result === undefined || result === 'wrong' || seen.has(name);
    if (name !== undefined) seen.add(name);
  }
  return failed ? undefined : fields;
}

function typeArgument({ ctx, node, scope }: BuiltinCall): Type {
  return (node.args[0] && ctx.typeOfExpr(node.args[0].value, scope)) ?? ERROR;
}

function initialField(
  { ctx }: BuiltinCall,
  actual: ast.Actual,
  owner: ObjectType | RecordType,
  index: number,
  field: RecordType['fields'][number],
  value: Expr,
): NewField | 'wrong' {
  ctx.use(ctx.span(actual, 'name'), field, owner);
  if (isError(value)) return 'wrong';
  return checkAssignable(ctx, value, field.type, { what: `field ${field.name}` }) ? { owner, index, value } : 'wrong';
}
