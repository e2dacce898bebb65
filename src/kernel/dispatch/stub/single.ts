/**
 * The part of a stub that invokes one handler, which stands in its code.
 */
import { Op } from '../../wasm/opcodes.ts';
import type { Binding, Bound } from '../model.ts';
import { isolatedGuard, protect } from './protect.ts';
import type { ResultPart } from './results.ts';
import type { Stub } from './stub.ts';

/** Inside the block of all handlers, which is label 0 here. */
export function emitSingle(stub: Stub, binding: Binding, result: ResultPart): void {
  const { b } = stub;
  b.block();
  for (const g of binding.guarding!.guards) ask(stub, g, binding);
  stub.increment(binding.counter);
  if (binding.asynchronous || stub.event.asynchronous) {
    b.i32(binding.id);
    stub.args.pushOperands();
    b.call(stub.imports.spawn);
    if (!stub.type.result) b.i32(1).set(stub.ran);
  } else {
    invoke(stub, binding, result);
    b.i32(1).set(stub.ran);
  }
  // Out of the block of all handlers.
  if (binding.cancel) b.br(1);
  b.end();
}

/** Leaves the handler's block when the guard says no. */
function ask(stub: Stub, guard: Bound, binding: Binding): void {
  const call = () => {
    stub.push(guard, []);
    stub.callBound(guard);
  };
  if (stub.event.isolated) isolatedGuard(stub, call, () => stub.b.i32(binding.id));
  else call();
  stub.b.op(Op.i32_eqz).brIf(0);
}

function invoke(stub: Stub, binding: Binding, result: ResultPart): void {
  const { budget } = binding;
  const target = {
    id: () => stub.b.i32(binding.id),
    ...(budget === undefined ? {} : { budget: () => stub.b.i32(budget) }),
  };
  protect(stub, target, () => {
    result.before();
    stub.push(binding.handler, binding.filters);
    stub.callBound(binding.handler);
    result.take();
  });
}
