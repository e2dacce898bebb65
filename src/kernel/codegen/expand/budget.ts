/** How much a procedure may grow by the calls that are expanded in it: the work of generating it, and of compiling it in the engine, stays in proportion to the file. */

/** Calls within expanded procedures are expanded, too, up to here. */
export const MAX_DEPTH = 3;
/** Instructions of a procedure worth expanding wherever it is called: a call costs about as many. */
export const TINY = 24;
/** Of one worth expanding in a loop; larger ones are only if they loop through an array whose length is known at the call. */
export const SMALL = 48;
/** A procedure may double, and even a small one may grow by this. */
const LEAST = 96;
const MOST = 2000;
/** All procedures of a file together, besides as many instructions as they have bytes. */
const LEAST_OF_FILE = 2000;
/** Every local takes room in the engine's frame. */
export const MAX_LOCALS = 200;

export function growthOfFile(bytes: number): number {
  return bytes + LEAST_OF_FILE;
}

export function growthOf(instructions: number): number {
  return Math.min(Math.max(instructions, LEAST), MOST);
}
