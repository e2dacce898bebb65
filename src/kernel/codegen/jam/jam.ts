/**
 * Unroll and jam: turns of a loop run side by side in the inner loop that each of them has, where that computes numbers out of others and stores nothing, such as the sums of a product
 * of matrices. Each turn does just what it would do alone, in the same order; but while one waits for its addition, the others make theirs.
 *
 * Whether turns may run so is seen from the code where possible, else it is tested before the loop: that no check in it fails, and that what a turn writes is not what another one
 * reads. If it may not, the loop runs as it was written. The last few turns do so anyway.
 *
 * Fuel is what it would be. A strand may give control away where each inner loop begins a turn, as ever; only what it has read and written by then differs, as far as nobody else may
 * look at it without a lock.
 */
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { FrameShape } from '../frame.ts';
import type { Program } from '../program.ts';
import { LEAST_TURNS, MAX_CONDITIONS, MAX_COPIES, MAX_LOCALS, MAX_NESTS, WIDTHS } from './budget.ts';
import { conditionsOf } from './conditions.ts';
import type { Jammed } from './jammed.ts';
import { dividesInTurns, lanesOf } from './lanes.ts';
import { findNests, type Nest } from './nest.ts';
import { GET, SET } from './rules.ts';
import { type Study, study } from './study.ts';
import { type Jam, Writer } from './write.ts';

/** Undefined where there is no such loop. `grow`: whether the file may have so many instructions more; if so, it has. */
export function jam(
  p: Program,
  shape: FrameShape,
  all: readonly TypedInstruction[],
  grow: (instructions: number) => boolean,
): Jammed | undefined {
  const jams: Jam[] = [];
  for (const nest of findNests(all)) {
    if (jams.length === MAX_NESTS) break;
    const found = jamOf(p, shape, all, nest);
    if (found && grow((nest.end - nest.begin) * found.width)) jams.push(found);
  }
  if (jams.length === 0) return undefined;
  const writer = new Writer(all, shape.locals);
  for (const found of jams) writer.jam(found);
  writer.copyTo(all.length);
  return writer;
}

function jamOf(p: Program, shape: FrameShape, all: readonly TypedInstruction[], nest: Nest): Jam | undefined {
  const found = study(p, shape, all, nest);
  if (!found || !isWorthwhile(shape, all, nest, found)) return undefined;
  const size = nest.end - nest.begin;
  for (const width of WIDTHS) {
    if (size * width > MAX_COPIES || shape.locals.length + (found.own.size + 1) * width > MAX_LOCALS) continue;
    const conditions = conditionsOf(all, nest, found, width);
    if (conditions && conditions.length <= MAX_CONDITIONS) {
      const lanes = lanesOf(shape, all, nest, found);
      if (!lanes && dividesInTurns(all, nest, found)) return undefined;
      return { nest, study: found, width, conditions, lanes: lanes && width % lanes.count === 0 ? lanes : undefined };
    }
  }
  return undefined;
}

/** The inner loop has a number that each of its turns makes out of the last one's, and so would wait. */
function isWorthwhile(
  shape: FrameShape,
  all: readonly TypedInstruction[],
  { body }: Nest,
  { own, first, last }: Study,
): boolean {
  if (first?.form.kind === 'constant' && last?.form.kind === 'constant') {
    if (last.form.value - first.form.value + 1n < LEAST_TURNS) return false;
  }
  const seen = new Set<number>();
  const set = new Set(body.flatMap((s) => s.sets));
  for (const { from, to } of body)
    for (const { op, immediates } of all.slice(from, to)) {
      if (op !== GET && op !== SET) continue;
      const local = immediates[0] as number;
      const isFirst = !seen.has(local);
      seen.add(local);
      if (isFirst && op === GET && own.has(local) && set.has(local) && shape.locals[local]!.type.kind === 'float')
        return true;
    }
  return false;
}
