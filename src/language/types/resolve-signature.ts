/**
 * Signatures and procedure types (2.2.8): formals with modes and defaults, result, RAISES, EPHEMERAL and FUNCTIONAL.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { UnitContext } from '../references/unit-context.ts';
import type { Scope } from '../typed/context.ts';
import { ERROR, isErrorEntity } from './builtins.ts';
import type { ExceptionEntity, Mode, Param, ProcedureType, Type } from './model.ts';
import { isEmpty } from './ordinals.ts';
import { reportReserved } from './reserved.ts';
import { describeEntity, resolveClosedType, resolveQualified, resolveType } from './resolve.ts';
import { defaultOf } from './resolve-structure.ts';

/** Anything that has a signature: a procedure type, a procedure, a method. */
export interface Signed {
  readonly ephemeral: boolean;
  readonly functional: boolean;
  readonly signature: ast.Signature;
}

interface SignatureParts {
  readonly params: readonly Param[];
  readonly result?: Type;
  readonly raises: readonly ExceptionEntity[] | 'any';
}

export function procedureType(ctx: UnitContext, node: Signed, scope: Scope): ProcedureType {
  const { signature } = node;
  const parts = ctx.queue.defer(
    () => resolveSignature(ctx, signature, scope),
    () => {
      ctx.report('M3102', signature, 'this signature needs itself');
      return NOTHING;
    },
  );
  return {
    kind: 'procedure',
    ephemeral: node.ephemeral || node.functional,
    functional: node.functional,
    get params() {
      return parts().params;
    },
    get result() {
      return parts().result;
    },
    get raises() {
      return parts().raises;
    },
  };
}

const NOTHING: SignatureParts = { params: [], raises: [] };

function resolveSignature(ctx: UnitContext, node: ast.Signature | undefined, scope: Scope): SignatureParts {
  if (!node) return NOTHING;
  const names = new Map<string, Span>();
  const params = node.formals.flatMap((group) => resolveFormals(ctx, group, scope, names));
  const result = node.result && resolveClosedType(ctx, node.result, scope, 'a result');
  if (node.result && result && isEmpty(result))
    ctx.report('M3119', node.result, 'this type has no values, so nothing can be returned');
  const raises = resolveRaises(ctx, node.raises, scope);
  return { params, raises, ...(result ? { result } : {}) };
}

function resolveFormals(ctx: UnitContext, group: ast.FormalGroup, scope: Scope, names: Map<string, Span>): Param[] {
  const mode: Mode = group.mode === 'VAR' ? 'var' : group.mode === 'READONLY' ? 'readonly' : 'value';
  if (mode === 'var' && group.default) {
    ctx.report('M3125', group.default, 'a VAR parameter cannot have a default value');
  }
  const type = formalType(ctx, group, scope);
  const value = defaultOf(ctx, group, mode === 'var' ? undefined : group.default, type, scope, 'parameter');
  const params: Param[] = [];
  for (const node of group.formals) {
    const span = ctx.span(node, 'name');
    if (!node.name) continue;
    const other = names.get(node.name);
    if (other) {
      ctx.report('M3101', span, `there are two parameters ${node.name}`, {
        related: [{ span: other, message: 'the first is here' }],
      });
      continue;
    }
    names.set(node.name, span);
    const param: Param = {
      name: node.name,
      mode,
      span,
      get type() {
        return type();
      },
      get default() {
        return value();
      },
    };
    params.push(param);
    ctx.declares(param);
    reportReserved(ctx, node.name, span);
  }
  return params;
}

function formalType(ctx: UnitContext, group: ast.FormalGroup, scope: Scope): () => Type {
  if (group.type) {
    const written = resolveType(ctx, group.type, scope);
    const type = isEmpty(written) ? ERROR : written;
    if (type !== written) ctx.report('M3119', group.type, 'this type has no values, so no parameter can have it');
    return () => type;
  }
  const node = group.default;
  if (!node) {
    ctx.report('M3126', group, 'a parameter needs a type or a default value');
    return () => ERROR;
  }
  return ctx.queue.defer(
    () => ctx.constant(node, scope, undefined, { mayFault: true }).type,
    () => {
      ctx.report('M3102', node, 'this value is needed to know its own type');
      return ERROR;
    },
  );
}

function resolveRaises(
  ctx: UnitContext,
  node: ast.Raises | undefined,
  scope: Scope,
): readonly ExceptionEntity[] | 'any' {
  if (!node) return [];
  if (node.any) return 'any';
  const raises = new Set<ExceptionEntity>();
  for (const name of node.exceptions) {
    const entity = resolveException(ctx, name, scope);
    if (entity) raises.add(entity);
  }
  return [...raises];
}

/** The exception that a name denotes; undefined, after a report, when it denotes none. */
export function resolveException(ctx: UnitContext, name: ast.QualName, scope: Scope): ExceptionEntity | undefined {
  const entity = resolveQualified(ctx, name, name.names, scope);
  if (!entity || isErrorEntity(entity)) return undefined;
  if (entity.kind === 'exception') return entity;
  ctx.report('M3124', name, `${name.names.join('.')} is ${describeEntity(entity)}, not an exception`);
  return undefined;
}
