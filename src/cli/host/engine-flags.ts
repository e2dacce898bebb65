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

export function setEngineFlags(): void {
  for (const flag of ENGINE_FLAGS) setFlagsFromString(flag);
}
