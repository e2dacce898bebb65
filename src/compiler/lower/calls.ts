/**
 * Calls and their arguments.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Call, Expr } from '../../language/typed/tree.ts';
import type { Param, ProcedureType } from '../../language/types/model.ts';
import { type Body, typeIndex } from './context.ts';
import { hasAddress, pushPlace, pushScalarTemporary } from './designators.ts';
import { lowerAggregate, lowerAny, lowerValue } from './expressions.ts';
import { isScalar, unpack } from './types.ts';
import { convertArray, sameType } from './values.ts';

/** A call that leaves a scalar or nothing. */
export function lowerCall(body: Body, call: Call, span: Span): void {
  const { callee, args, signature } = call;
  const { code } = body;
  switch (callee.kind) {
    case 'procedure':
      lowerArguments(body, signature, args);
      code.mark(span);
      code.emit('call', body.program.indices.procedure(callee.procedure));
      return;
    case 'value':
      lowerArguments(body, signature, args);
      lowerValue(body, callee.value);
      code.mark(span);
      code.emit('call.value', typeIndex(body, callee.value.type));
      return;
    case 'method':
      lowerValue(body, callee.receiver);
      lowerArguments(body, signature, args);
      code.mark(span);
      code.emit('call.method', typeIndex(body, callee.owner), callee.index);
      return;
  }
}

/** A call with an aggregate result, which goes into a temporary; pushes its address. */
export function lowerCallResult(body: Body, call: Call, span: Span): void {
  const temporary = body.locals.temporary('memory', typeIndex(body, unpack(call.signature.result!)));
  body.code.emit('local.addr', temporary);
  lowerCall(body, call, span);
  body.code.emit('local.addr', temporary);
}

/** The same, with the address of the variable for the result on the stack. */
export function lowerCallInto(body: Body, call: Call, span: Span): void {
  lowerCall(body, call, span);
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

function lowerArguments(body: Body, signature: ProcedureType, args: readonly Expr[]): void {
  signature.params.forEach((formal, i) => {
    lowerArgument(body, formal, args[i]!);
  });
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
      else if (hasAddress(body, arg) && sameType(body, arg.type, type)) pushPlace(body, arg);
      else pushScalarTemporary(body, arg, type);
      return;
  }
}
