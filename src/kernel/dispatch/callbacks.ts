/**
 * What stubs call while an event is raised: budgets, reports of handlers that were terminated or failed, handlers in strands of their own.
 */
import { endStrand } from '../control.ts';
import { slotName, type WasmFunction } from '../domain/slots.ts';
import type { Kernel } from '../kernel.ts';
import { describeException } from '../strands/describe-value.ts';
import type { RuntimeType } from '../types/runtime-type.ts';
import type { Binding } from './model.ts';
import type { StubImports } from './stub/stitcher.ts';

export function stubCallbacks(
  kernel: Kernel,
  bindingOf: (id: number) => Binding | undefined,
  rebuild: (event: number) => void,
  settle: (event: number) => void,
): StubImports {
  return {
    budgetPush: (fuel) => kernel.strands.safepoints.budgetPush(fuel >>> 0),
    budgetPop: () => kernel.strands.safepoints.budgetPop(),
    terminated(id) {
      const binding = bindingOf(id);
      if (binding && ++binding.terminated === 1) {
        report(kernel, binding, `was terminated: it used up its budget of ${binding.budget}`);
      }
    },
    failed(id, exception, argument) {
      const binding = bindingOf(id);
      if (!binding || ++binding.failed > 1) return;
      // Nobody but this call holds the argument.
      const raised = kernel.heap.withoutCollecting(() => describeException(kernel, exception, argument));
      report(kernel, binding, `raised ${raised}, which ends only this handler`);
    },
    spawn(id, ...args) {
      const binding = bindingOf(id);
      if (binding) spawn(kernel, binding, args);
    },
    rebuild,
    settle,
    enter: () => kernel.strands.consumed(),
    leave(id, before) {
      const binding = bindingOf(id);
      if (binding) binding.fuel += kernel.strands.consumed() - before;
    },
  };
}

/** Only the first time for each binding: a handler that fails does so often. */
function report(kernel: Kernel, binding: Binding, what: string): void {
  const info = kernel.slots.info(binding.handler.slot);
  kernel.log(`spin: handler ${info ? slotName(info) : ''} of event ${binding.event.name} ${what}`);
}

/** Arguments are scalars passed by value; references among them are held until the strand ends. */
function spawn(kernel: Kernel, { handler }: Binding, args: readonly (number | bigint)[]): void {
  const { slots, heap, strands, extensions } = kernel;
  const info = slots.info(handler.slot);
  const entry = slots.get(handler.slot) as WasmFunction | undefined;
  if (!entry) return;
  const all = handler.closure === 0 ? args : [handler.closure, ...args];
  const held = handler.type.params.flatMap((p, i) => {
    const value = all[i];
    return isHeld(p.type) && typeof value === 'number' && value !== 0 ? [heap.hold(value)] : [];
  });
  strands.spawnCall(entry, all, {
    name: `handler ${info ? slotName(info) : ''}`,
    domain: info ? (extensions.get(info.domain)?.account ?? 0) : 0,
    onEnd: (ending, strand) => {
      for (const h of held) h.release();
      endStrand(kernel, ending, strand);
    },
  });
}

function isHeld(type: RuntimeType): boolean {
  return ['text', 'refany', 'ref', 'object', 'opaque'].includes(type.kind);
}
