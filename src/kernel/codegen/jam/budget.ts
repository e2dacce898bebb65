/** How large a nest of loops may be that is jammed, and how much code may grow by that. */

/** Instructions of the outer loop. */
export const MAX_NEST = 240;
/** Instructions of what is left of them in several copies; all copies together. */
export const MAX_COPIES = 320;
/** Turns of the outer loop that run side by side. */
export const WIDTHS = [4, 2] as const;
/** Locals of a procedure, as every one takes room in the engine's frame. */
export const MAX_LOCALS = 200;
/** Nests of one procedure. */
export const MAX_NESTS = 8;
/** What is tested before a nest: conditions, and terms of an index in them. */
export const MAX_CONDITIONS = 40;
export const MAX_TERMS = 16;
/** An inner loop that is known to make fewer turns is not worth the test. */
export const LEAST_TURNS = 4n;
/** How often a nest is looked at, and how many stores times loads are told apart. */
export const MAX_LOOKS = 8;
export const MAX_PAIRS = 200;
