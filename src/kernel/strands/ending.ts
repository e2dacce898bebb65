/** How a strand's work came to its end, told from what was thrown out of it. */
import type { Ending, Strand } from './strand.ts';

export function endingOf(strand: Strand, error: unknown, exn: WebAssembly.Tag, kill: WebAssembly.Tag): Ending {
  if (error instanceof WebAssembly.Exception) {
    if (error.is(kill)) return { kind: 'terminated', reason: strand.killed ?? 'terminated' };
    if (error.is(exn)) {
      const exception = error.getArg(exn, 0) as number;
      const argument = error.getArg(exn, 1) as bigint;
      return { kind: 'exception', exception, argument, origin: strand.origins?.get(exception) };
    }
  }
  if (error instanceof RangeError && /stack/i.test(error.message)) return { kind: 'overflow', origin: error };
  return { kind: 'crash', error };
}

/** What of a thrown or returned value could be a reference, as the word that it is in memory. */
export function wordOf(given: unknown, exn: WebAssembly.Tag): number | undefined {
  if (typeof given === 'number') return given;
  if (!(given instanceof WebAssembly.Exception) || !given.is(exn)) return undefined;
  return Number(BigInt.asIntN(32, given.getArg(exn, 1) as bigint));
}
