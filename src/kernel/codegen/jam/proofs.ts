/** What conditions have shown of the instructions that they let run, for the emitter, which leaves out what is proved. */
import { NOT_NIL } from '../ranges/machine.ts';
import { ofBounds } from '../ranges/range.ts';
import { NO_RANGES, Ranges } from '../ranges/ranges.ts';
import type { Jammed } from './jammed.ts';

const NOTHING = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };

export function withProofs(found: Ranges, { proofs }: Jammed): Ranges {
  if (proofs.size === 0) return found;
  const ranges = found === NO_RANGES ? new Ranges() : found;
  for (const [at, check] of proofs) {
    if (check.kind === 'nil') ranges.note(at, 0, NOT_NIL, NOTHING);
    else if (check.kind === 'range') ranges.note(at, 0, ofBounds(check.lo, check.hi), NOTHING);
    else if (check.count.form.kind === 'constant')
      ranges.note(at, 1, ofBounds(check.low, check.low + check.count.form.value - 1n), NOTHING);
    else ranges.prove(at, true);
  }
  return ranges;
}
