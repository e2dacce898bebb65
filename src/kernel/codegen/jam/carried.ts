/** Which locals a turn of the outer loop has from the turn before. */
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { Nest, Statement } from './nest.ts';
import { BR_IF, GET, SET } from './rules.ts';

/**
 * Those that are only used after the inner loop may go from turn to turn, as these parts of the turns follow one another as ever; undefined if others do. `assigned`: what the
 * nest assigns, but for the counter of its outer loop.
 */
export function carried(
  all: readonly TypedInstruction[],
  { before, entry, body, after }: Nest,
  assigned: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  /** Assigned in this turn for certain; only if the inner loop is gone through; used before that has ended. */
  const certain = new Set<number>();
  const perhaps = new Set<number>();
  const early = new Set<number>();
  const late = new Set<number>();
  const go = (part: readonly Statement[], sets: Set<number>, isLate: boolean): boolean => {
    for (const { from, to } of part)
      for (let at = from; at < to; at++) {
        const { op, immediates } = all[at]!;
        const local = immediates[0] as number;
        if ((op !== GET && op !== SET) || !assigned.has(local)) continue;
        if (op === GET && !certain.has(local) && !sets.has(local)) {
          if (!isLate || early.has(local)) return false;
          late.add(local);
        }
        if (op === SET) sets.add(local);
        if (!isLate) early.add(local);
      }
    return true;
  };
  const branch = entry.findIndex((s) => all[s.to - 1]!.op === BR_IF);
  const reached = branch < 0 ? entry.length : branch;
  const isWell =
    go(before, certain, false) &&
    go(entry.slice(0, reached), certain, false) &&
    go(entry.slice(reached), perhaps, false) &&
    go(body, perhaps, false) &&
    go(after, certain, true);
  return isWell ? late : undefined;
}
