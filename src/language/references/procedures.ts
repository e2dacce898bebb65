/**
 * Bodies of procedures: parameters as variables, locals, statements.
 */
import type * as ast from '../generated/ast.ts';
import type { BodyContext, Scope } from '../typed/context.ts';
import type { Stmt } from '../typed/tree.ts';
import type { Entity, ProcedureDefinition, ProcedureEntity, VariableEntity } from '../types/model.ts';
import { createScope } from './scope.ts';
import type { UnitContext } from './unit-context.ts';

/** A procedure while its unit is checked; to everybody else it is read-only. */
export type MutableProcedure = { -readonly [K in keyof ProcedureEntity]: ProcedureEntity[K] };

/** Checks the body and gives the entity its definition. Headings and procedures of the kernel have none. */
export function checkProcedureBody(
  ctx: UnitContext,
  proc: MutableProcedure,
  node: ast.ProcedureDecl,
  scope: Scope,
): void {
  if (!node.body || proc.form === 'heading') return;
  const params = proc.type.params.map(
    (param): VariableEntity => ({
      kind: 'variable',
      name: param.name,
      span: param.span,
      unit: ctx.unit,
      role: 'param',
      type: param.type,
      mode: param.mode,
      writable: param.mode !== 'readonly',
      owner: proc,
      captured: false,
      addressTaken: false,
    }),
  );
  for (const param of params) ctx.declares(param);
  const inside = createScope(new Map<string, Entity>(params.map((p) => [p.name, p])), scope, proc);
  const locals: VariableEntity[] = [];
  const { result } = proc.type;
  const body = checkBlock(ctx, node.body, inside, {
    owner: proc,
    inLoop: false,
    locals,
    ...(result ? { result } : {}),
  });
  const definition: ProcedureDefinition = {
    params,
    locals,
    nested: ctx.nested.get(proc) ?? [],
    body,
    endSpan: ctx.span(node, node.endName ? 'endName' : undefined),
  };
  proc.definition = definition;
}

/** A block with its declarations, as one statement. */
export function checkBlock(
  ctx: UnitContext,
  node: ast.Block,
  scope: Scope,
  body: BodyContext,
): Stmt & { kind: 'block' } {
  const block = ctx.declareBlock(node.declarations, scope, body.owner);
  body.locals.push(...block.variables.map((v) => v.variable));
  block.finish();
  const statements = ctx.statements(node.statements, block.scope, body);
  return {
    kind: 'block',
    span: ctx.span(node),
    locals: block.variables.map(({ variable, init }) => (init ? { variable, init } : { variable })),
    body: statements,
  };
}
