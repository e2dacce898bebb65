/**
 * The stub generator: makes what an event's slot holds when a plain call of the intrinsic handler will not do.
 *
 * A raise that is under way when handlers change ends with the stub, and the table, that it began with.
 */
import type { LayoutService } from '../../codegen/layout-service.ts';
import type { KernelImports } from '../../codegen/link.ts';
import { procedureSignature } from '../../codegen/signature.ts';
import type { TracedModule } from '../../codegen/trace.ts';
import { ModuleBuilder } from '../../wasm/module.ts';
import type { CodeOfProcedures } from '../guards/code.ts';
import type { Event } from '../model.ts';
import type { Plan } from '../plan.ts';
import { Stub, type StubOptions } from './stub.ts';

/** What stubs call of the dispatcher; none of them may collect. */
export interface StubImports {
  readonly budgetPush: (fuel: number) => void;
  readonly budgetPop: () => number;
  /** A handler was terminated at the end of its budget. */
  readonly terminated: (binding: number) => void;
  /** A handler or guard of an isolated event raised an exception. */
  readonly failed: (binding: number, exception: number, argument: bigint) => void;
  /** Runs a handler in a strand of its own. */
  readonly spawn: (binding: number, ...args: (number | bigint)[]) => void;
  /** Puts a stub for the event as it is now into its slot. */
  readonly rebuild: (event: number) => void;
  /** The event's handlers have stayed the same for some time. */
  readonly settle: (event: number) => void;
  /** Fuel used so far by the strand. */
  readonly enter: () => number;
  /** A handler that began when so much had been used has returned. */
  readonly leave: (binding: number, before: number) => void;
}

/** A function for the event's slot that has the stub made when the event is next raised. Installing many handlers in a row costs one stub. */
export function lazyStub(event: Event, k: KernelImports, s: StubImports): WebAssembly.ExportValue {
  const m = new ModuleBuilder(`raise.${event.name}`);
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
  return instantiate(m.encode().bytes, { k: { table: k.table }, s });
}

export interface Stitched extends TracedModule {
  readonly shape: string;
  readonly young: boolean;
  readonly code: WebAssembly.ExportValue;
  /** Numbers of the extensions whose code is in it. */
  readonly extensions: ReadonlySet<number>;
}

let stitched = 0;

export function stitch(
  event: Event,
  plan: Plan,
  k: KernelImports,
  s: StubImports,
  layouts: LayoutService,
  source: CodeOfProcedures,
  options: StubOptions,
): Stitched {
  const stub = new Stub(`e${event.slot}.${++stitched}.${event.name}`, event, layouts, plan, source, options);
  const m = stub.build();
  const { bytes, codeStarts } = m.encode();
  const positions = stub.code.positions(codeStarts, m.functions[0]!.index);
  const { extensions } = stub.code;
  const code = instantiate(bytes, { k: { ...k }, s });
  return { name: m.name, shape: plan.shape, young: options.young, code, extensions, positions };
}

function instantiate(bytes: Uint8Array<ArrayBuffer>, imports: object): WebAssembly.ExportValue {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports as WebAssembly.Imports);
  return instance.exports['stub']!;
}
