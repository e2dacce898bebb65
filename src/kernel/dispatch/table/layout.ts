/**
 * Where things lie in a table: `table.ts` writes it, `stub/walk.ts` and `stub/find.ts` read it. Bytes; every run has a head, one after the other at the beginning.
 *
 * A *node* stands for a handler that may be next: its guards that are still to be asked, and where to go on. What every raise needs of it fills half a line of the
 * processor's cache; the rest is its *entry*.
 */

/**
 * `all` to `end`: the nodes of all handlers, one behind the other, also a chain; 0 if nobody needs them. The others are for a key: `displacements` is 0
 * where it is found by distance (`base`, `inverse`, `turn`, `length`), and else `shift` counts. `directory`: nodes by position, 0 where there is none.
 */
export const HEAD = {
  size: 64,
  base: 0,
  inverse: 8,
  turn: 16,
  length: 24,
  directory: 32,
  displacements: 36,
  shift: 40,
  all: 44,
  end: 48,
} as const;

/**
 * `guards`: the first one to be asked, 0 if there is none. `after`: the next node after the handler has run, 0 at the end of the run, STOP if no other handler of the event is to be invoked.
 * `key` is the value for which the node was made; in the chain of all handlers the only one for which the guard may say yes, if it is.
 */
export const NODE = { size: 32, key: 0, guards: 8, after: 12, counter: 16, slot: 20, closure: 24, entry: 28 } as const;
export const STOP = 1;

/** `next`: the node to go on with when a guard has said no. `other`: of another value at the same position. `place`: of the handler among those of the run. */
export const ENTRY = { size: 24, next: 0, other: 4, guardsEnd: 8, binding: 12, budget: 16, place: 20 } as const;

/** `copy`: which of the stub's copies does for it, and `constants` (64 bits each) what that is given; only in runs with copies. */
export const GUARD = { size: 8, slot: 0, closure: 4, copy: 8, constants: 16 } as const;

/** Tables begin at multiples of this, so that nodes do not straddle lines of the cache. */
export const ALIGNMENT = 64;
