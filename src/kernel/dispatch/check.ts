/**
 * Whether a procedure may serve as handler, guard, result handler or default handler of an event. Types are compared as the running kernel knows them;
 * nothing that the installer claims is believed.
 */
import { addressTypes, isBoolean, scalarType } from '../codegen/signature.ts';
import { isReference, isSubtype, raisesWithin, sameType } from '../types/relations.ts';
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import { type Bound, DispatchError, isEphemeral } from './model.ts';

export interface Subject {
  readonly name: string;
  readonly type: ProcedureRT;
}
/** The object given as closure: its reference and the type it was made with. */
export interface ClosureObject {
  readonly ref: number;
  readonly type: RuntimeType | undefined;
}

type Param = ProcedureRT['params'][number];

/** The event's parameters that the handler takes by VAR although the event takes them by value. */
export function checkHandler(
  event: Subject,
  handler: Subject,
  slot: number,
  closure: ClosureObject,
): { bound: Bound; filters: number[] } {
  const what = `handler ${handler.name} of event ${event.name}`;
  const own = withoutClosure(handler, closure, what);
  if (own.length !== event.type.params.length) {
    throw new DispatchError(
      'TypeError',
      `${what} has ${own.length} parameters, the event has ${event.type.params.length}${closure.ref ? ' (after the closure)' : missingClosure(own, event)}`,
    );
  }
  const filters: number[] = [];
  own.forEach((p, i) => {
    const wanted = event.type.params[i]!;
    if (!sameType(p.type, wanted.type))
      throw new DispatchError(
        'TypeError',
        `${what}: parameter ${i + 1} is of type ${p.type.name}, the event's is ${wanted.type.name}`,
      );
    if (p.mode === wanted.mode) return;
    // A nested procedure lives in its caller's frame and must not get into a variable.
    if (p.mode === 'var' && wanted.mode === 'value' && p.type.kind === 'procedure') {
      throw new DispatchError('TypeError', `${what}: parameter ${i + 1} is a procedure, which no filter may change`);
    }
    if (p.mode === 'var' && wanted.mode === 'value') filters.push(i);
    else
      throw new DispatchError(
        'TypeError',
        `${what}: parameter ${i + 1} is passed ${p.mode.toUpperCase()}, the event's ${wanted.mode.toUpperCase()}`,
      );
  });
  checkResult(event, handler, what);
  checkEffects(event, handler, what);
  return { bound: { slot, type: handler.type, closure: closure.ref }, filters };
}

export function checkGuard(event: Subject, guard: Subject, slot: number, closure: ClosureObject): Bound {
  const what = `guard ${guard.name} of event ${event.name}`;
  if (!guard.type.functional) throw new DispatchError('TypeError', `${what} is not FUNCTIONAL`);
  if (!guard.type.result || !isBoolean(guard.type.result))
    throw new DispatchError('TypeError', `${what} does not return a BOOLEAN`);
  const own = withoutClosure(guard, closure, what);
  checkSame(own, event.type.params, what);
  if (!raisesWithin(guard.type.raises, event.type.raises))
    throw new DispatchError('TypeError', `${what} may raise exceptions that the event does not`);
  return { slot, type: guard.type, closure: closure.ref };
}

/** `(final: VAR R; this: R; last: BOOLEAN; arg: VAR REFANY; ...)`, the closure first if there is one. */
export function checkResultHandler(event: Subject, handler: Subject, slot: number, closure: ClosureObject): Bound {
  const what = `result handler ${handler.name} of event ${event.name}`;
  const { result } = event.type;
  if (!result) throw new DispatchError('TypeError', `${what}: the event has no result`);
  if (handler.type.result)
    throw new DispatchError('TypeError', `${what} returns a result; it must assign to its VAR parameter instead`);
  const [final, one, last, arg, ...rest] = withoutClosure(handler, closure, what);
  const fits =
    final?.mode === 'var' &&
    sameType(final.type, result) &&
    one?.mode === 'value' &&
    sameType(one.type, result) &&
    last?.mode === 'value' &&
    isBoolean(last.type) &&
    arg?.mode === 'var' &&
    arg.type.kind === 'refany';
  if (!fits)
    throw new DispatchError(
      'TypeError',
      `${what} does not begin with (VAR final: ${result.name}; this: ${result.name}; last: BOOLEAN; VAR arg: REFANY)`,
    );
  checkSame(rest, event.type.params, what);
  checkEffects(event, handler, what);
  return { slot, type: handler.type, closure: closure.ref };
}

export function checkDefaultHandler(event: Subject, handler: Subject, slot: number, closure: ClosureObject): Bound {
  const what = `default handler ${handler.name} of event ${event.name}`;
  checkSame(withoutClosure(handler, closure, what), event.type.params, what);
  checkResult(event, handler, what);
  checkEffects(event, handler, what);
  return { slot, type: handler.type, closure: closure.ref };
}

/** Why the event's handlers cannot run in strands of their own; undefined if they can. */
export function asynchronyProblem(event: ProcedureRT, hasDefault: boolean): string | undefined {
  // A procedure may be a nested one, which ends with its caller.
  const index = event.params.findIndex((p) => p.mode !== 'value' || !scalarType(p.type) || p.type.kind === 'procedure');
  if (index >= 0) return `parameter ${index + 1} is not passed by value as a scalar, so it cannot outlive the raise`;
  if (event.result && !hasDefault) return 'the event has a result and no default for it';
  return undefined;
}

/** Who counts on NIL for a closure that nobody gave is told what is missing. */
function missingClosure(own: readonly Param[], event: Subject): string {
  const [first] = own;
  const isLikely = own.length === event.type.params.length + 1 && first?.mode === 'value' && isReference(first.type);
  return isLikely ? '; a procedure that takes a closure must be given one that is not NIL' : '';
}

function withoutClosure(procedure: Subject, closure: ClosureObject, what: string): readonly Param[] {
  if (closure.ref === 0) return procedure.type.params;
  const [first, ...rest] = procedure.type.params;
  if (first?.mode !== 'value' || !isReference(first.type))
    throw new DispatchError('TypeError', `${what} has no reference parameter to take its closure first`);
  if (first.type.kind !== 'refany' && !(closure.type && isSubtype(closure.type, first.type))) {
    throw new DispatchError(
      'TypeError',
      `${what} takes a closure of type ${first.type.name}, not ${closure.type?.name ?? 'this one'}`,
    );
  }
  return rest;
}

function checkSame(own: readonly Param[], wanted: readonly Param[], what: string): void {
  if (own.length !== wanted.length)
    throw new DispatchError('TypeError', `${what} has ${own.length} parameters where ${wanted.length} are wanted`);
  own.forEach((p, i) => {
    if (p.mode !== wanted[i]!.mode || !sameType(p.type, wanted[i]!.type)) {
      throw new DispatchError(
        'TypeError',
        `${what}: parameter ${i + 1} is ${shown(p)}, the event's is ${shown(wanted[i]!)}`,
      );
    }
  });
}

const shown = (p: Param): string => `${p.mode === 'value' ? '' : `${p.mode.toUpperCase()} `}${p.type.name}`;

function checkResult(event: Subject, handler: Subject, what: string): void {
  const [a, b] = [handler.type.result, event.type.result];
  if (a && b ? !sameType(a, b) : a !== b)
    throw new DispatchError('TypeError', `${what} returns ${a?.name ?? 'nothing'}, the event ${b?.name ?? 'nothing'}`);
}

/** Who raises the event relies on what its type promises, whoever handles it. */
function checkEffects(event: Subject, handler: Subject, what: string): void {
  if (!raisesWithin(handler.type.raises, event.type.raises))
    throw new DispatchError('TypeError', `${what} may raise exceptions that the event does not`);
  if (event.type.functional && !handler.type.functional)
    throw new DispatchError('TypeError', `${what} is not FUNCTIONAL, as the event is`);
  if (event.type.ephemeral && !isEphemeral(handler.type))
    throw new DispatchError('TypeError', `${what} is not EPHEMERAL, as the event is`);
}

/** WebAssembly operands that a parameter takes up. */
export function operandCount(p: Param): number {
  return p.mode === 'value' && scalarType(p.type) ? 1 : addressTypes(p.type).length;
}
