/**
 * Which locals are read again after a point where the collector may run: it must see those, and no others.
 *
 * One look at the instructions in order. A local counts as assigned where the last assignment stands that every path to a read passes; what is assigned in a block is forgotten
 * when the block ends, and the assignment before it counts. So a local may be said to live for longer than it does, but never for less.
 */
import { OPCODES, opcode } from '../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';
import type { LoopShape } from './loops.ts';

/** By local, whether it lives across such a point; 0 or 1. */
export interface Live {
  /** Across one of the points that were asked for. */
  readonly points: Uint8Array;
  /** Across the head of a loop. */
  readonly heads: Uint8Array;
  /** It is read at all. */
  readonly read: Uint8Array;
}

type Step = 'get' | 'set' | 'open' | 'arm' | 'end' | undefined;

const STEPS: Readonly<Record<string, Step>> = {
  'local.get': 'get',
  'local.set': 'set',
  block: 'open',
  loop: 'open',
  if: 'open',
  try: 'open',
  else: 'arm',
  catch: 'arm',
  catch_all: 'arm',
  end: 'end',
};
const STEP_OF: readonly Step[] = OPCODES.map(({ name }) => STEPS[name]);
const LOOP = opcode('loop').code;

/** What a local was assigned after, before an assignment in a block. */
interface Before {
  readonly local: number;
  readonly points: number;
  readonly heads: number;
}

/** `points`: numbers of instructions after whose operands have been taken the collector may run, in ascending order. Linear in the number of instructions. */
export function liveAcross(
  all: readonly TypedInstruction[],
  locals: number,
  points: readonly number[],
  loops: ReadonlyMap<number, LoopShape>,
): Live {
  const live: Live = { points: new Uint8Array(locals), heads: new Uint8Array(locals), read: new Uint8Array(locals) };
  /** How many points and heads had been passed when each local was assigned. */
  const pointsAt = new Uint32Array(locals);
  const headsAt = new Uint32Array(locals);
  let passed = 0;
  let heads = 0;
  let next = 0;
  const undo: Before[] = [];
  /** By open block: how many entries of `undo` were there when it began. */
  const marks: number[] = [];
  const forget = (mark: number): void => {
    while (undo.length > mark) {
      const before = undo.pop()!;
      pointsAt[before.local] = before.points;
      headsAt[before.local] = before.heads;
    }
  };
  for (let at = 0; at < all.length; at++) {
    const i = all[at]!;
    if (at === points[next]) {
      passed++;
      next++;
    }
    const step = STEP_OF[i.op];
    if (step === undefined) continue;
    if (step === 'open') {
      marks.push(undo.length);
      const loop = i.op === LOOP ? loops.get(at) : undefined;
      if (!loop) continue;
      // What is read in a loop before it is assigned there may have passed all of the turn before.
      heads++;
      if (next < points.length && points[next]! < loop.end) passed++;
    } else if (step === 'arm') forget(marks[marks.length - 1]!);
    else if (step === 'end') {
      const mark = marks.pop();
      if (mark !== undefined) forget(mark);
    } else if (!i.unreachable) {
      const local = i.immediates[0] as number;
      if (step === 'get') {
        live.read[local] = 1;
        if (pointsAt[local]! < passed) live.points[local] = 1;
        if (headsAt[local]! < heads) live.heads[local] = 1;
      } else {
        if (marks.length > 0) undo.push({ local, points: pointsAt[local]!, heads: headsAt[local]! });
        pointsAt[local] = passed;
        headsAt[local] = heads;
      }
    }
  }
  return live;
}
