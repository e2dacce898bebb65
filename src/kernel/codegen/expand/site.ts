/**
 * Where expanded instructions come from. Their offsets begin where the bytecode of the procedure around them ends, and each expansion has as many as its own procedure has
 * bytes: so an offset tells the whole chain of calls that there would have been.
 */
import { lastNotAfter } from '../search.ts';

export interface Site {
  /** Offset of the first instruction. */
  readonly start: number;
  /** The procedure that was expanded: its index among the file's own. */
  readonly own: number;
  /** Offset of the call in whose place it stands, which may itself be in an expansion. */
  readonly call: number;
}

/** The procedures that an offset is in, innermost first, each with the offset in its own bytecode. `sites` are in ascending order; `own` is around all of them. */
export function framesAt(sites: readonly Site[], own: number, offset: number): { own: number; offset: number }[] {
  const frames: { own: number; offset: number }[] = [];
  let at = offset;
  for (;;) {
    const site = sites[lastNotAfter(sites, (s) => s.start, at)];
    if (!site) return [...frames, { own, offset: at }];
    frames.push({ own: site.own, offset: at - site.start });
    at = site.call;
  }
}
