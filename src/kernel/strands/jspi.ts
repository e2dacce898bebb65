/** WebAssembly stack switching (JSPI), which TypeScript's library does not know yet. */

interface StackSwitching {
  promising(entry: unknown): (...args: unknown[]) => Promise<number | bigint | undefined>;
  readonly Suspending: new (implementation: unknown) => WebAssembly.ImportValue;
}

const JSPI = WebAssembly as unknown as StackSwitching;

/** Runs a WebAssembly function on a stack of its own. */
export function activate(entry: unknown, args: readonly (number | bigint)[]): Promise<number | bigint | undefined> {
  return JSPI.promising(entry)(...args);
}

/** An import that suspends the strand when it returns a promise, and comes straight back when it does not. */
export function suspending(implementation: (...args: never[]) => unknown): WebAssembly.ImportValue {
  return new JSPI.Suspending(implementation);
}
