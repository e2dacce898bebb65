/**
 * The stub generator: makes what an event's slot holds when a plain call of the intrinsic handler will not do.
 *
 * A raise that is under way when handlers change ends with the stub that it began with.
 */
import type { LayoutService } from '../codegen/layout-service.ts';
import type { KernelImports } from '../codegen/link.ts';
import { procedureSignature } from '../codegen/signature.ts';
import { ModuleBuilder } from '../wasm/module.ts';
import type { Event } from './model.ts';
import { Stub } from './stub.ts';

/** What stubs call of the dispatcher; none of them may collect. */
export interface StubImports {
  readonly budgetPush: (fuel: number) => void;
  readonly budgetPop: () => number;
  /** A handler was terminated at the end of its budget. */
  readonly terminated: (binding: number) => void;
  /** A handler of an isolated event raised an exception. */
  readonly failed: (binding: number, exception: number, argument: bigint) => void;
  /** Runs a handler in a strand of its own. */
  readonly spawn: (binding: number, ...args: (number | bigint)[]) => void;
  /** Puts a stub for the event as it is now into its slot. */
  readonly rebuild: (event: number) => void;
}

type Imports = Pick<KernelImports, 'memory' | 'table' | 'exn' | 'kill' | 'fault'>;

/** A function for the event's slot that has the stub made when the event is next raised. Installing many handlers in a row costs one stub. */
export function lazyStub(event: Event, k: Imports, s: StubImports): WebAssembly.ExportValue {
  const m = new ModuleBuilder(`raise ${event.name}`);
  m.importTable('k', 'table', { min: 0 });
  const rebuild = m.importFunction('s', 'rebuild', { params: ['i32'], results: [] });
  const signature = procedureSignature(event.type);
  const f = m.function(`raise ${event.name}`, signature);
  f.body.i32(event.slot).call(rebuild);
  signature.params.forEach((_, i) => {
    f.body.get(i);
  });
  f.body.i32(event.slot).callIndirect(f.type);
  m.export('stub', 'func', f.index);
  return instantiate(m, { k: { table: k.table }, s });
}

export function stitch(event: Event, k: Imports, s: StubImports, layouts: LayoutService): WebAssembly.ExportValue {
  const stub = new Stub(event, layouts);
  return instantiate(stub.build(), { k, s });
}

function instantiate(m: ModuleBuilder, imports: object): WebAssembly.ExportValue {
  const module = new WebAssembly.Module(m.encode().bytes);
  return new WebAssembly.Instance(module, imports as WebAssembly.Imports).exports['stub']!;
}
