/**
 * How the engine is to run generated code.
 *
 * Its stacks: a strand's shadow stack (`kernel/strands/stacks.ts`) is to be full first: that is an exception which programs can catch, while
 * the engine's overflow ends the strand. Of an engine stack only what is used takes memory.
 *
 * Inlining: the engine puts small functions into their callers, but leaves off where a caller grows; procedures of this language are small and many, and
 * each call that is left pays for its look at the fuel. The factor is by how much a
 * function may grow; docs/measurements.md has what it gives.
 */
import { setFlagsFromString } from 'node:v8';

/** In KB. */
export const ENGINE_STACK = 3900;

export const ENGINE_FLAGS = [
  `--stack-size=${ENGINE_STACK}`,
  `--wasm-stack-switching-stack-size=${ENGINE_STACK}`,
  '--wasm-inlining-budget=20000',
  '--wasm-inlining-max-size=2000',
  '--wasm-inlining-factor=12',
  '--wasm-inlining-min-budget=1000',
];

/**
 * How often the machine's own functions run before the engine's second compiler takes them in hand, by default 3000 times. In a process that loads a program and runs it the first
 * compiler's code does: waiting for longer takes a third off a run that loads 300 KB of bytecode, and what is called all the time still gets there in a tenth of a second. The
 * language's compiler, which keeps the same functions busy for longer, is better off with the default.
 */
const SECOND_COMPILER = '--invocation-count-for-turbofan';
export const OPTIMISE_LATE = `${SECOND_COMPILER}=100000`;
export const OPTIMISE_AS_USUAL = `${SECOND_COMPILER}=3000`;

export function setEngineFlags(): void {
  for (const flag of ENGINE_FLAGS) setFlagsFromString(flag);
}
