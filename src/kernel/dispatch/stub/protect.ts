/**
 * What a stub puts around the call of a handler: its budget, and a net for what it raises.
 */
import { Op } from '../../wasm/opcodes.ts';
import type { Stub } from './stub.ts';

/** Who is called: instructions that push its binding's number and its budget. */
export interface Target {
  id(): void;
  budget?(): void;
}

/** `call` is emitted directly in the block of the handler: label 0 leads to the next one, as if this one had not been invoked. */
export function protect(stub: Stub, target: Target, call: () => void): void {
  const body = stub.options.profile ? () => measured(stub, target, call) : call;
  if (stub.event.isolated) isolated(stub, target, body);
  else if (target.budget) budgeted(stub, target, body);
  else body();
}

/** block $done { block $caught (i32 i64) { try_table { ... } br $done } -> caught } */
function isolated(stub: Stub, target: Target, body: () => void): void {
  const { b, imports } = stub;
  const { exception, argument } = catching(stub, target, body);
  stub.frame.restoreStack();
  if (target.budget) b.call(imports.budgetPop).op(Op.drop);
  target.id();
  b.get(exception).get(argument).call(imports.failed);
  // Not run: on to the next handler.
  b.br(1).end();
}

/** An exception must not take the budget along. */
function budgeted(stub: Stub, target: Target, body: () => void): void {
  const { b, imports } = stub;
  const { exception, argument } = catching(stub, target, body);
  b.call(imports.budgetPop).op(Op.drop);
  b.get(exception).get(argument).throw(imports.exn).end();
}

/** Leaves one block open: what follows is done when an exception has been caught. */
function catching(stub: Stub, target: Target, body: () => void): { exception: number; argument: number } {
  const { b, imports } = stub;
  const exception = b.local('i32');
  const argument = b.local('i64');
  b.block().block(stub.m.type({ params: [], results: ['i32', 'i64'] }));
  b.tryTable(undefined, [{ kind: 'catch', tag: imports.exn, label: 0 }]);
  if (target.budget) withBudget(stub, target, body, 3);
  else body();
  b.end().br(1).end();
  b.set(argument).set(exception);
  return { exception, argument };
}

/** `outside`: label, from inside, of the handler's block, for the way out after termination. */
function withBudget(stub: Stub, target: Target, body: () => void, outside: number): void {
  const { b, imports } = stub;
  target.budget!();
  b.call(imports.budgetPush);
  b.block().block();
  b.tryTable(undefined, [{ kind: 'catch', tag: imports.kill, label: 0 }]);
  body();
  b.end();
  b.call(imports.budgetPop).op(Op.drop).br(1).end();
  stub.frame.restoreStack();
  b.call(imports.budgetPop).op(Op.i32_eqz).if().throw(imports.kill).end();
  target.id();
  b.call(imports.terminated);
  b.br(outside + 1).end();
}

/** A guard that fails has said no. Leaves the answer. */
export function isolatedGuard(stub: Stub, ask: () => void, id: () => void): void {
  const { b, imports } = stub;
  const exception = b.local('i32');
  const argument = b.local('i64');
  b.block('i32').block(stub.m.type({ params: [], results: ['i32', 'i64'] }));
  b.tryTable('i32', [{ kind: 'catch', tag: imports.exn, label: 0 }]);
  ask();
  b.end().br(1).end();
  b.set(argument).set(exception);
  stub.frame.restoreStack();
  id();
  b.get(exception).get(argument).call(imports.failed).i32(0).end();
}

/** Fuel that the handler uses, as far as it returns. */
function measured(stub: Stub, target: Target, call: () => void): void {
  const { b, imports } = stub;
  const before = b.local('f64');
  b.call(imports.enter).set(before);
  call();
  target.id();
  b.get(before).call(imports.leave);
}
