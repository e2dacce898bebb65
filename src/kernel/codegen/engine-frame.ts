/**
 * What a call takes of the shadow stack besides its variables, so that recursion comes to the end of that before it comes to the end of the engine's stack, which nobody can catch.
 *
 * The engine's first compiler makes frames of 48 bytes and 8 for each local, parameters among them, and for each word on WebAssembly's own stack; its caller's has 8 more for each
 * parameter that is not passed in a register. The second compiler's are smaller, but where it keeps what it has computed for later.
 */

/** With V8's default of 984 KB for a stack, a shadow stack of 256 KB ends first. */
const ENGINE_BYTES_PER_STACK_BYTE = 3.2;
/** Fewer than the engine has on any processor. */
const PARAMETERS_IN_REGISTERS = 4;

/** Bytes for a function with so many parameters, locals besides, and words on the stack at most. */
export function stackShare(parameters: number, locals: number, words: number): number {
  const passed = Math.max(0, parameters - PARAMETERS_IN_REGISTERS);
  return Math.ceil((40 + 8 * (passed + parameters + locals + words)) / ENGINE_BYTES_PER_STACK_BYTE);
}
