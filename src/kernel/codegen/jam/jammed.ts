/** A procedure in which turns of loops run side by side: the data between what jams loops and the generator, which goes by it. */
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { LocalShape } from '../frame.ts';
import type { Condition } from './conditions.ts';
import type { Lane } from './lanes.ts';
import type { Check } from './rules.ts';

/** A loop of which each turn does what several turns of another one do, and costs as much fuel. */
export interface Copy {
  readonly of: number;
  readonly times: number;
}

export interface Jammed {
  readonly instructions: readonly TypedInstruction[];
  /** The procedure's own, then those of turns that run side by side. */
  readonly locals: readonly LocalShape[];
  /** By instruction whose result is whether all of them hold. */
  readonly conditions: ReadonlyMap<number, readonly Condition[]>;
  /** By instruction: what has been seen to hold by such conditions. */
  readonly proofs: ReadonlyMap<number, Check>;
  /** By instruction that makes or takes the numbers of several turns. */
  readonly lanes: ReadonlyMap<number, Lane>;
  /** By the instruction that begins it. */
  readonly copies: ReadonlyMap<number, Copy>;
  /** Whether an instruction is there besides those of the procedure, and costs nothing. */
  isExtra(at: number): boolean;
}
