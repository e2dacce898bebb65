/** WebAssembly stack switching (JSPI), which TypeScript's library does not know yet. */
import type { WasmFunction } from '../domain/slots.ts';

interface StackSwitching {
  promising(entry: WasmFunction): Activator;
  readonly Suspending: new (implementation: unknown) => WebAssembly.ImportValue;
}

const JSPI = WebAssembly as unknown as StackSwitching;

type Activator = (...args: unknown[]) => Promise<number | bigint | undefined>;

/** To make one takes about as long as to run it. */
const activators = new WeakMap<WasmFunction, Activator>();

/** Runs a WebAssembly function on a stack of its own. */
export function activate(entry: WasmFunction, args: readonly (number | bigint)[]): ReturnType<Activator> {
  let activator = activators.get(entry);
  if (!activator) activators.set(entry, (activator = JSPI.promising(entry)));
  return activator(...args);
}

/** An import that suspends the strand, until the promise that it returns is settled. The engine does so even when it returns something else; only what is thrown comes at once. */
export function suspending(implementation: (...args: never[]) => unknown): WebAssembly.ImportValue {
  return new JSPI.Suspending(implementation);
}
