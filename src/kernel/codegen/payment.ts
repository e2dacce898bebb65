/**
 * When loops pay for their turns. Each procedure with loops has a *batch* of fuel in a local, and looks at the strand's account only when that is used up.
 */
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';
import type { LoopFacts } from './plan.ts';

/** Fuel that a loop may use before it looks at the strand's account. */
export const BATCH = 1024;

/** That one unit of fuel pays for. */
const INSTRUCTIONS = 8;

/** One unit of fuel is a few instructions, as many as the tightest loops have; at least one is paid. */
export function fuelOf(instructions: number): number {
  return Math.ceil((instructions + 1) / INSTRUCTIONS);
}

/**
 * From so much fuel on, beside that of loops that have been written out, a procedure pays at its entry though it calls nobody; in smaller ones that is left to whoever calls them.
 * What stubs copy (`dispatch/stub/code.ts`) is smaller, as nothing may be collected there.
 */
export const PAID_AT_ENTRY = 24;

/** Of a loop that has been written out turn by turn: what all turns cost, and how many instructions that pays for, beginning with the one that is its key. */
export interface Cost {
  readonly fuel: number;
  readonly instructions: number;
}
export type Costs = ReadonlyMap<TypedInstruction, Cost>;

/** What such a loop counts for beside its instructions. */
export function beyond({ fuel, instructions }: Cost): number {
  return INSTRUCTIONS * fuel - instructions;
}

/**
 * - `before`: for all turns before the first one, which is not more than a batch; what is not used is given back.
 * - `strips`: for as many turns as the batch is good for, or as there are to come (`ops/strip.ts`).
 * - `ends`: for each turn where the one before it ends. The first one is part of a turn of the loop around it, as whatever else stands there; in no loop it is paid where the loop begins.
 * - `heads`: for each turn where it begins, as tables of branches come to it, or as it does the turns of another loop.
 * - `batches`: at the strand's account itself, as a turn takes more than a batch.
 */
export type Payment = 'before' | 'strips' | 'ends' | 'heads' | 'batches';

/** `isCopy`: it does the turns of another loop, whose first one the loop around both pays for. */
export function paymentOf({ weight, counted, counting, tabled }: LoopFacts, isCopy: boolean): Payment {
  if (counted && counted.times <= BATCH && Number(counted.times) * weight <= BATCH) return 'before';
  if (weight > BATCH) return 'batches';
  if (counting) return 'strips';
  return tabled || isCopy ? 'heads' : 'ends';
}
