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

/** An import that suspends the strand when it returns a promise, and comes straight back when it does not. */
export function suspending(implementation: (...args: never[]) => unknown): WebAssembly.ImportValue {
  return new JSPI.Suspending(implementation);
}
