/**
 * Loops that count from a constant to a constant, as FOR makes them (2.3.16): how often they run at most is known before they begin, and what is left at any time.
 */
import { OPCODES } from '../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';
import { lastNotAfter } from './search.ts';

export interface CountedLoop {
  readonly counter: number;
  /** What the counter is in the last iteration, if that is reached. */
  readonly last: bigint;
  /** Iterations at most, at least one. */
  readonly times: bigint;
  /** The branch that leaves the loop after its last iteration. */
  readonly exit: number;
}

/** Of a simple loop. `assignments`: of each local, the instructions that assign it, in order. */
export function countedLoop(
  all: readonly TypedInstruction[],
  begin: number,
  end: number,
  assignments: ReadonlyMap<number, readonly number[]>,
): CountedLoop | undefined {
  const start = all[begin - 1];
  const first = all[begin - 2];
  if (!is(start, 'local.set') || !is(first, 'int.const')) return undefined;
  const counter = start.immediates[0] as number;
  const from = first.immediates[0] as bigint;
  const [exit, last] = latch(all, end, counter) ?? [];
  if (exit === undefined || last === undefined) return undefined;
  // The loop's own step is the only assignment within it, or what is left to do could grow.
  const step = assignedOnce(begin, end, assignments)(counter);
  if (step === undefined || !(step > exit)) return undefined;
  return last > from ? { counter, last, times: last - from + 1n, exit } : { counter, last: from, times: 1n, exit };
}

function is(i: TypedInstruction | undefined, name: string): i is TypedInstruction {
  return i !== undefined && OPCODES[i.op]!.name === name;
}

/** The instructions before the end: IF counter >= last THEN leave END; INC(counter); go on. A range check of the new value changes nothing about it. */
function latch(
  all: readonly TypedInstruction[],
  end: number,
  counter: number,
): [exit: number, last: bigint] | undefined {
  let at = end - 1;
  const back = (name: string, immediate?: number | bigint): TypedInstruction | undefined => {
    const i = all[at];
    if (!is(i, name) || i.unreachable || (immediate !== undefined && i.immediates[0] !== immediate)) return undefined;
    at--;
    return i;
  };
  if (!back('br', 0) || !back('local.set', counter)) return undefined;
  back('check.range');
  if (!back('int.add') || !back('int.const', 1n) || !back('local.get', counter)) return undefined;
  const exit = at;
  if (!back('br_if', 1) || !back('int.ge')) return undefined;
  const last = back('int.const');
  if (!last || !back('local.get', counter)) return undefined;
  return [exit, last.immediates[0] as bigint];
}

/** Where in a loop a local is assigned: undefined if nowhere, NaN if in more than one place. */
export type Inside = (local: number) => number | undefined;

export function assignedOnce(begin: number, end: number, assignments: ReadonlyMap<number, readonly number[]>): Inside {
  return (local) => {
    const known = assignments.get(local) ?? [];
    const first = lastNotAfter(known, (at) => at, begin) + 1;
    const at = known[first];
    if (at === undefined || at > end) return undefined;
    const second = known[first + 1];
    return second === undefined || second > end ? at : Number.NaN;
  };
}
