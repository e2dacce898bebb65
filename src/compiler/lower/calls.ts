/**
 * Calls and their arguments.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Call, Expr } from '../../language/typed/tree.ts';
import type { Param } from '../../language/types/model.ts';
import { type Body, typeIndex } from './context.ts';
import { hasAddress, isClosureParameter, openTarget, pushPlace, pushScalarTemporary } from './designators.ts';
import { lowerAggregate, lowerAny, lowerTo, lowerValue } from './expressions.ts';
import { isScalar, unpack } from './types.ts';
import { convertArray, sameType } from './values.ts';

/** A call that leaves a scalar or nothing. For an aggregate result the address of its variable is on the stack already. */
export function lowerCall(body: Body, call: Call, span: Span): void {
  const { callee } = call;
  const { code } = body;
  if (callee.kind === 'method') lowerValue(body, callee.receiver);
  const pushProcedure = callee.kind === 'value' ? evaluateProcedure(body, callee.value, call.args.length) : undefined;
  const copiedBack = lowerArguments(body, call);
  pushProcedure?.();
  code.mark(span);
  switch (callee.kind) {
    case 'procedure':
      code.emit('call', body.program.indices.procedure(callee.procedure));
      break;
    case 'value':
      code.emit('call.value', typeIndex(body, callee.value.type));
      break;
    case 'method':
      code.emit('call.method', typeIndex(body, callee.owner), callee.index);
      break;
  }
  for (const copyBack of copiedBack) copyBack();
}

/** A procedure value is evaluated before the arguments, which may change what it came from, and is needed above them; returns what pushes it. */
function evaluateProcedure(body: Body, value: Expr, args: number): () => void {
  // A formal that may be a nested procedure stands in no other variable.
  if (args === 0 || isClosureParameter(body, value)) return () => void lowerValue(body, value);
  const temporary = body.locals.temporary('value', typeIndex(body, value.type));
  lowerTo(body, value, value.type);
  body.code.emit('local.set', temporary);
  return () => body.code.emit('local.get', temporary);
}

/** A call with an aggregate result, which goes into a temporary; pushes its address. */
export function lowerCallResult(body: Body, call: Call, span: Span): void {
  const temporary = body.locals.temporary('memory', typeIndex(body, unpack(call.signature.result!)));
  body.code.emit('local.addr', temporary);
  lowerCall(body, call, span);
  body.code.emit('local.addr', temporary);
}

/** A call whose result, if any, is of no interest. */
export function lowerCallStatement(body: Body, call: Call, span: Span): void {
  const { result } = call.signature;
  if (result && !isScalar(result)) {
    lowerCallResult(body, call, span);
    body.code.emit('drop');
    return;
  }
  lowerCall(body, call, span);
  if (result) body.code.emit('drop');
}

/** Returns what is to be done after the call. */
function lowerArguments(body: Body, { signature, args }: Call): (() => void)[] {
  const after: (() => void)[] = [];
  signature.params.forEach((formal, i) => {
    const arg = args[i]!;
    if (formal.mode === 'var' && isClosureParameter(body, arg)) after.push(lendProcedure(body, arg));
    else lowerArgument(body, formal, arg);
  });
  return after;
}

/** A VALUE parameter of procedure type passed by VAR: what it holds must be no nested procedure from here on, so it goes through a temporary. */
function lendProcedure(body: Body, arg: Expr): () => void {
  const { code } = body;
  const temporary = body.locals.temporary('memory', typeIndex(body, arg.type));
  code.emit('local.addr', temporary);
  lowerTo(body, arg, arg.type);
  code.emit('store');
  code.emit('local.addr', temporary);
  return () => {
    const target = openTarget(body, arg);
    code.emit('local.addr', temporary);
    code.emit('load');
    target.finish();
  };
}

function lowerArgument(body: Body, formal: Param, arg: Expr): void {
  const type = unpack(formal.type);
  switch (formal.mode) {
    case 'value':
      lowerAny(body, arg, type, 'passed');
      return;
    case 'var':
      pushPlace(body, arg);
      body.code.mark(arg.span);
      convertArray(body, arg.type, type);
      return;
    case 'readonly':
      // By reference where that is possible; arrays also when only their types differ (definition 2.3.2).
      if (!isScalar(type)) lowerAggregate(body, arg, type);
      else if (isBorrowable(body, arg) && sameType(body, arg.type, type)) pushPlace(body, arg);
      else pushScalarTemporary(body, arg, type);
      return;
  }
}

function isBorrowable(body: Body, arg: Expr): boolean {
  return hasAddress(body, arg) && !isClosureParameter(body, arg);
}
