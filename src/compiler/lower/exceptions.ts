/**
 * RAISE, TRY EXCEPT, TRY FINALLY and LOCK.
 */

import { T } from '../../bytecode/types.ts';
import type { Stmt } from '../../language/typed/tree.ts';
import type { ExceptionEntity, VariableEntity } from '../../language/types/model.ts';
import type { Label } from './code-builder.ts';
import { type Body, type Surround, typeIndex } from './context.ts';
import { lowerAny, lowerTo } from './expressions.ts';
import { ACTION, lowerExit, resumeReturn } from './returns.ts';
import { lowerStatements, placeOf, pushAddressOf } from './statements.ts';
import { INTEGER, isScalar, unpack } from './types.ts';

type Node<K extends Stmt['kind']> = Extract<Stmt, { kind: K }>;

export function lowerRaise(body: Body, statement: Node<'raise'>): void {
  const { exception, argument } = statement;
  if (argument && exception.argument) lowerAny(body, argument, unpack(exception.argument));
  body.code.mark(statement.span);
  body.code.emit('raise', body.program.indices.exception(exception));
}

// ---------------------------------------------------------------- TRY EXCEPT

/** A handler of one exception stands in its `catch`; one of several stands once, behind a block to which their `catch`es branch. */
export function lowerTryExcept(body: Body, statement: Node<'tryExcept'>): void {
  const { code } = body;
  const shared = statement.handlers.filter((h) => h.exceptions.length !== 1);
  const done = code.block();
  const labels = new Map(shared.toReversed().map((h) => [h, code.block()]));
  const otherwise = statement.otherwise && code.block();
  const guarded = code.try();
  if (otherwise) body.surroundings.push({ kind: 'else', otherwise });
  lowerStatements(body, statement.body);
  if (otherwise) body.surroundings.pop();
  code.br(done);
  for (const handler of statement.handlers) {
    const label = labels.get(handler);
    for (const exception of handler.exceptions) {
      beginCatch(body, guarded, exception, label ? undefined : handler.variable);
      if (label) code.br(label);
      else lowerStatements(body, handler.body);
      code.br(done);
    }
  }
  if (otherwise) {
    code.catchAll(guarded);
    code.emit('drop');
    code.br(otherwise);
  }
  code.end(guarded);
  if (statement.otherwise && otherwise) {
    code.end(otherwise);
    lowerStatements(body, statement.otherwise);
    code.br(done);
  }
  for (const handler of shared) {
    code.end(labels.get(handler)!);
    lowerStatements(body, handler.body);
    code.br(done);
  }
  code.end(done);
}

function beginCatch(
  body: Body,
  guarded: Label,
  exception: ExceptionEntity,
  variable: VariableEntity | undefined,
): void {
  const { code } = body;
  code.catch(guarded, body.program.indices.exception(exception));
  if (!exception.argument) return;
  if (variable) takeArgument(body, variable);
  else code.emit('drop');
}

/** The argument is on the stack: a scalar, or the address of an aggregate. */
function takeArgument(body: Body, variable: VariableEntity): void {
  const { code, locals } = body;
  const place = placeOf(body, variable);
  if (place.kind === 'local' && place.localKind === 'value') {
    code.emit('local.set', place.local);
    return;
  }
  const scalar = isScalar(variable.type);
  const kept = locals.temporary(scalar ? 'value' : 'readonly', typeIndex(body, unpack(variable.type)));
  code.emit('local.set', kept);
  pushAddressOf(body, place);
  code.emit('local.get', kept);
  code.emit(scalar ? 'store' : 'copy');
}

// ---------------------------------------------------------------- FINALLY

/**
 * A FINALLY part is lowered twice, for the normal way out and for an exception; nested in each other they double again. From so many on, every
 * way out is made an exception, which is slower and needs the part once.
 */
const DEEP_FINAL = 3;

export function lowerTryFinally(body: Body, statement: Node<'tryFinally'>): void {
  guard(
    body,
    () => lowerStatements(body, statement.body),
    () => lowerStatements(body, statement.final),
  );
}

export function lowerLock(body: Body, statement: Node<'lock'>): void {
  const { code, locals } = body;
  const mutex = locals.temporary('value', T.MUTEX);
  lowerTo(body, statement.mutex, { kind: 'builtin', name: 'MUTEX' });
  code.emit('local.set', mutex);
  code.emit('local.get', mutex);
  code.emit('lock');
  guard(
    body,
    () => lowerStatements(body, statement.body),
    () => {
      code.mark(statement.span);
      code.emit('local.get', mutex);
      code.emit('unlock');
    },
  );
}

/** Runs `inside`, then `final` however that ends; then goes on with what ended it: an exception, EXIT, RETURN, or nothing. */
function guard(body: Body, inside: () => void, final: () => void): void {
  const { code, locals } = body;
  if (body.finalDepth >= DEEP_FINAL) {
    guardOnce(body, inside, final);
    return;
  }
  const action = locals.temporary('value', typeIndex(body, INTEGER));
  const start = code.position;
  const done = code.block();
  const surround: Extract<Surround, { kind: 'finally' }> = {
    kind: 'finally',
    done,
    action,
    exits: false,
    returns: false,
  };
  const guarded = code.try();
  body.surroundings.push(surround);
  inside();
  body.surroundings.pop();
  code.br(done);
  code.catchAll(guarded);
  const exception = locals.temporary('exception', T.INTEGER);
  code.emit('local.set', exception);
  body.finalDepth++;
  final();
  code.emit('local.get', exception);
  code.emit('rethrow');
  code.end(guarded);
  code.end(done);
  final();
  body.finalDepth--;
  if (!surround.exits && !surround.returns) return;
  code.insert(start, [
    { name: 'int.const', immediates: [ACTION.goOn] },
    { name: 'local.set', immediates: [action] },
  ]);
  goOnAfter(body, surround);
}

/** The same with `final` lowered once, for what ends `inside` in another way than by an exception ends in a fault that is caught here. */
function guardOnce(body: Body, inside: () => void, final: () => void): void {
  const { code, locals } = body;
  const action = locals.temporary('value', typeIndex(body, INTEGER));
  const setAction = (to: bigint): void => {
    code.emit('int.const', to);
    code.emit('local.set', action);
  };
  setAction(ACTION.raise);
  const guarded = code.try();
  const done = code.block();
  const surround: Extract<Surround, { kind: 'finally' }> = {
    kind: 'finally',
    done,
    action,
    exits: false,
    returns: false,
  };
  body.surroundings.push(surround);
  inside();
  body.surroundings.pop();
  setAction(ACTION.goOn);
  code.end(done);
  code.fault('NoException');
  code.catchAll(guarded);
  const exception = locals.temporary('exception', T.INTEGER);
  code.emit('local.set', exception);
  body.finalDepth++;
  final();
  body.finalDepth--;
  afterFinal(body, action, ACTION.raise, () => {
    code.emit('local.get', exception);
    code.emit('rethrow');
  });
  code.end(guarded);
  goOnAfter(body, surround);
}

function goOnAfter(body: Body, { action, exits, returns }: Extract<Surround, { kind: 'finally' }>): void {
  if (exits) afterFinal(body, action, ACTION.exit, () => lowerExit(body));
  if (returns) afterFinal(body, action, ACTION.return, () => resumeReturn(body));
}

function afterFinal(body: Body, action: number, wanted: bigint, go: () => void): void {
  const { code } = body;
  code.emit('local.get', action);
  code.emit('int.const', wanted);
  code.emit('int.eq');
  const label = code.if();
  go();
  code.end(label);
}
