/**
 * What a call in WebAssembly gave to JavaScript, a result or the argument of an exception, is kept until the next one: other strands may run, and collect, before it
 * arrives where it goes. It is put on the strand's stack, where the collector looks without wanting to know whether it is a reference.
 */
import type { Stacks } from './contract.ts';
import { wordOf } from './ending.ts';
import type { Strand } from './strand.ts';

/** The word is the first of them. */
export const PARKING_BYTES = 16;

/** Room on the strand's stack for one word that is in the hands of JavaScript. */
export function openParking(stacks: Stacks, strand: Strand, word = 0): void {
  stacks.store(strand.sp, word);
  strand.sp += PARKING_BYTES;
}

export function park(stacks: Stacks, strand: Strand, given: unknown, exn: WebAssembly.Tag): void {
  const word = wordOf(given, exn);
  if (word !== undefined) stacks.store(strand.sp - PARKING_BYTES, word);
}
