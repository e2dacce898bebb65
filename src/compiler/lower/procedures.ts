/**
 * Procedure bodies: parameters, statements, and what happens at the end.
 */
import type { ProcedureEntity, UnitEntity, VariableEntity } from '../../language/types/model.ts';
import { placed } from '../refusal.ts';
import { CodeBuilder } from './code-builder.ts';
import { type Body, type Program, typeIndex } from './context.ts';
import { unadmitted } from './escapes.ts';
import { LocalTable } from './locals.ts';
import { lowerStatements } from './statements.ts';
import { isScalar, unpack } from './types.ts';

export function newBody(program: Program, unit: UnitEntity, procedure?: ProcedureEntity, parent?: Body): Body {
  return {
    program,
    unit,
    ...(procedure ? { procedure } : {}),
    ...(parent ? { parent } : {}),
    code: new CodeBuilder(),
    locals: new LocalTable(),
    slots: new Map(),
    surroundings: [],
    loopDepth: 0,
    finalDepth: 0,
  };
}

/** Lowers the procedure's own statements; those nested in it come later, when all its variables have their places. */
export function lowerProcedure(program: Program, procedure: ProcedureEntity, parent: Body | undefined): Body {
  const { definition } = procedure;
  if (!definition || !procedure.unit) throw new Error(`procedure ${procedure.name} has no body`);
  const body = newBody(program, procedure.unit, procedure, parent);
  for (const param of definition.params) declareParameter(body, param);
  body.code.mark(definition.body.span);
  const lower = (): void => {
    lowerStatements(body, [definition.body]);
    body.code.mark(definition.endSpan);
    if (procedure.type.result) body.code.fault('FunctionDidNotReturnValue');
  };
  placed(
    () => body.code.span,
    () => lowerWithinRaises(body, procedure, lower),
  );
  return body;
}

/** Parameters are the first locals, in order. */
export function declareParameter(body: Body, param: VariableEntity): void {
  const type = unpack(param.type);
  const inMemory = !isScalar(type) || param.captured || param.addressTaken;
  const byValue = inMemory ? 'memory' : 'value';
  const kind = param.mode === 'var' ? 'address' : param.mode === 'readonly' ? 'readonly' : byValue;
  const local = body.locals.declare(kind, typeIndex(body, type), param.name, param.captured);
  const closure = type.kind === 'procedure' && kind === byValue;
  body.slots.set(param, { kind: 'local', localKind: kind, local, type, closure });
}

/** An exception that RAISES does not admit is a checked run-time error where it would leave the procedure. */
function lowerWithinRaises(body: Body, procedure: ProcedureEntity, inside: () => void): void {
  const escapes = unadmitted(procedure.definition!.body, procedure.type.raises);
  if (!escapes.any && escapes.exceptions.size === 0) {
    inside();
    return;
  }
  const { code } = body;
  const guarded = code.try();
  inside();
  if (!procedure.type.result) code.emit('return');
  code.mark(procedure.span);
  code.catchAll(guarded);
  code.emit('admit');
  code.end(guarded);
}
