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
 * How often functions in JavaScript run before the engine's better compilers take them in hand, of themselves after 400 times (the second) and 3000 (the third). What these do in threads of
 * their own costs more than it gains in a process that is over in half a second.
 *
 * The machine: in a process that loads a program and runs it the first compiler's code does, which takes a third off a run that loads 300 KB of bytecode; what is called all the time still
 * gets to the third in a tenth of a second. The language's compiler has fewer functions that it keeps busier. With the engine's own numbers more than half of what a check of 5000 lines takes is
 * their compiling; with these it takes four tenths less, and a check of 100 000 lines a quarter less.
 */
export const OPTIMISE_MACHINE = ['--invocation-count-for-turbofan=100000'];
export const OPTIMISE_LANGUAGE = ['--invocation-count-for-maglev=2000', '--invocation-count-for-turbofan=30000'];

export function setEngineFlags(): void {
  for (const flag of ENGINE_FLAGS) setFlagsFromString(flag);
}
