/**
 * RETURN, and EXIT's way out, past FINALLY parts. Both are exceptions that an ELSE of a TRY catches (definition 2.3.10, 2.3.11).
 */
import type { Expr } from '../../language/typed/tree.ts';
import type { Type } from '../../language/types/model.ts';
import { buildInto } from './constructors.ts';
import { type Body, type Surround, typeIndex } from './context.ts';
import { lowerAggregate, lowerTo } from './expressions.ts';
import { isScalar, unpack } from './types.ts';

/** What a FINALLY part does when it is through. */
export const ACTION = { goOn: 0n, exit: 1n, return: 2n, raise: 3n } as const;

type Finally = Extract<Surround, { kind: 'finally' }>;
type Stop = Exclude<Surround, { kind: 'loop' }>;

/** What a RETURN meets first. */
function stopAround(body: Body): Stop | undefined {
  return body.surroundings.findLast((s): s is Stop => s.kind !== 'loop');
}

export function lowerReturn(body: Body, value: Expr | undefined): void {
  const { code } = body;
  const result = body.procedure?.type.result;
  const around = stopAround(body);
  if (around?.kind === 'finally') {
    if (value && result) keepResult(body, value, unpack(result));
    passReturn(body, around);
    return;
  }
  if (value && result) pushResult(body, value, unpack(result));
  if (!around) code.emit('return');
  else {
    if (value && result) code.emit('drop');
    code.br(around.otherwise);
  }
}

function pushResult(body: Body, value: Expr, result: Type): void {
  if (isScalar(result)) lowerTo(body, value, result);
  else lowerAggregate(body, value, result);
}

function keepResult(body: Body, value: Expr, result: Type): void {
  const { code } = body;
  const local = resultLocal(body, result);
  if (isScalar(result)) {
    lowerTo(body, value, result);
    code.emit('local.set', local);
  } else buildInto(body, () => code.emit('local.addr', local), result, value);
}

function resultLocal(body: Body, result: Type): number {
  body.pendingResult ??= body.locals.declare(isScalar(result) ? 'value' : 'memory', typeIndex(body, result), 'result');
  return body.pendingResult;
}

function passReturn(body: Body, around: Finally): void {
  around.returns = true;
  body.code.emit('int.const', ACTION.return);
  body.code.emit('local.set', around.action);
  body.code.br(around.done);
}

/** After a FINALLY part: return with what was kept, past the next one if there is one. */
export function resumeReturn(body: Body): void {
  const { code } = body;
  const around = stopAround(body);
  if (around) {
    if (around.kind === 'finally') passReturn(body, around);
    else code.br(around.otherwise);
    return;
  }
  const result = body.procedure?.type.result;
  if (result) {
    const local = resultLocal(body, unpack(result));
    code.emit(isScalar(unpack(result)) ? 'local.get' : 'local.addr', local);
  }
  code.emit('return');
}

/** EXIT: to the end of the innermost loop, through the FINALLY parts inside it. */
export function lowerExit(body: Body): void {
  const around = body.surroundings.at(-1);
  if (!around) throw new Error('EXIT outside a loop');
  if (around.kind !== 'finally') {
    body.code.br(around.kind === 'loop' ? around.exit : around.otherwise);
    return;
  }
  around.exits = true;
  body.code.emit('int.const', ACTION.exit);
  body.code.emit('local.set', around.action);
  body.code.br(around.done);
}
