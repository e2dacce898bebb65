/**
 * The engine's stacks. A strand's shadow stack (`kernel/strands/stacks.ts`) is to be full first: that is an exception which programs can catch, while
 * the engine's overflow ends the strand. Of an engine stack only what is used takes memory.
 */
import { setFlagsFromString } from 'node:v8';

/** In KB. */
export const ENGINE_STACK = 3900;

export const ENGINE_FLAGS = [`--stack-size=${ENGINE_STACK}`, `--wasm-stack-switching-stack-size=${ENGINE_STACK}`];

export function setEngineFlags(): void {
  for (const flag of ENGINE_FLAGS) setFlagsFromString(flag);
}
