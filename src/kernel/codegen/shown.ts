/**
 * Which locals the collector must be shown, and where: in the frame for good, or only at the points that hardly ever let it run.
 */
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';
import { type FrameShape, holdsReference } from './frame.ts';
import { liveAcross } from './live.ts';
import type { LoopShape } from './loops.ts';

export interface Shown {
  /** Locals that are written through to the frame at every assignment. */
  readonly rooted: ReadonlySet<number>;
  /** Others that loop heads must show, and such events. */
  readonly atHeads: readonly number[];
  /** Other parameters that the entry must show. */
  readonly atEntry: readonly number[];
  /** Too many to be shown at so many heads: all are rooted. */
  readonly tooMany: boolean;
}

/** Saving locals at loop heads must not let code grow with the product of both. */
const MAX_SAVES = 400;

/** What a pass over the instructions has found. */
interface Found {
  /** Instructions that let the collector run, and are passed often; where no frame is needed for the others, only events that generated code does by itself, which hardly ever do. */
  readonly points: readonly number[];
  readonly loops: ReadonlyMap<number, LoopShape>;
  /** Locals that keep alive what an operand refers to. */
  readonly keepers: ReadonlySet<number>;
  /** What is guarded may fail anywhere, and a handler read any local. */
  readonly tries: boolean;
  readonly needsFrame: boolean;
}

export function shownLocals(
  shape: FrameShape,
  parameters: number,
  all: readonly TypedInstruction[],
  { points, loops, keepers, tries, needsFrame }: Found,
): Shown {
  const { locals } = shape;
  const collectable = locals.flatMap(({ def, type, fleeting }, n) =>
    !fleeting && def.kind !== 'memory' && (def.kind !== 'value' || holdsReference(type)) ? [n] : [],
  );
  if (collectable.length === 0) return { rooted: new Set(), atHeads: [], atEntry: [], tooMany: false };
  const live = liveAcross(all, locals.length, points, loops);
  const always = (n: number): boolean => keepers.has(n) || locals[n]!.def.kind === 'exception';
  const rare = needsFrame ? 0 : points.length;
  const heads = collectable.filter(
    (n) =>
      (loops.size > 0 && live.heads[n] !== 0) ||
      (rare > 0 && live.points[n] !== 0) ||
      (loops.size + rare > 0 && always(n)),
  );
  const tooMany = heads.length * (loops.size + rare) > MAX_SAVES;
  const everything = tooMany || tries;
  const rooted = new Set(
    needsFrame || tooMany ? collectable.filter((n) => everything || live.points[n] !== 0 || always(n)) : [],
  );
  // A captured one is in the frame whenever it is set.
  const isUnrooted = (n: number): boolean => !rooted.has(n) && locals[n]!.offset === undefined;
  return {
    rooted,
    atHeads: heads.filter(isUnrooted),
    atEntry: collectable.filter((n) => n < parameters && live.read[n] !== 0 && isUnrooted(n)),
    tooMany,
  };
}
