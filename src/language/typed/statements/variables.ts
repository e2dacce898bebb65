/** The variables that statements declare. */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import type { Type, VariableEntity } from '../../types/model.ts';
import { reportReserved } from '../../types/reserved.ts';
import type { BodyContext, CheckContext, Scope } from '../context.ts';

export interface Binding {
  readonly role: 'with' | 'for' | 'typecase' | 'except';
  readonly type: Type;
  readonly writable: boolean;
  readonly alias?: boolean;
}

export function bindVariable(
  ctx: CheckContext,
  node: ast.Variable | undefined,
  scope: Scope,
  body: BodyContext,
  binding: Binding,
): VariableEntity {
  const span = node ? ctx.span(node) : { file: ctx.unit.path, start: 0, end: 0 };
  return bindName(ctx, node?.name ?? '', span, scope, body, binding);
}

export function bindName(
  ctx: CheckContext,
  name: string,
  span: Span,
  scope: Scope,
  body: BodyContext,
  binding: Binding,
): VariableEntity {
  const owner = body.owner ?? scope.owner;
  const variable: VariableEntity = {
    kind: 'variable',
    name,
    span,
    unit: ctx.unit,
    ...(owner ? { owner } : {}),
    ...binding,
    captured: false,
    addressTaken: false,
  };
  body.locals.push(variable);
  if (name !== '') ctx.declares(variable);
  reportReserved(ctx, name, span);
  return variable;
}
