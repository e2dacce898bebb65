/**
 * A strand: one thread of control with a shadow stack of its own. Data only; `scheduler.ts` runs them.
 */

import type { StackRoots } from '../heap/roots.ts';
import type { ProcessorShare } from './quota.ts';

/** Fuel that a handler may use before it is terminated. */
export interface Budget {
  /** Value of `Strand.consumed` at which it is used up. */
  readonly limit: number;
  exhausted: boolean;
}

/** What a strand waits for, for reports of deadlocks. */
export interface WaitReason {
  /** As in "waits for ...". */
  readonly what: string;
  /** Who could end the waiting, if that is known. */
  readonly holder?: () => Strand | undefined;
}

/** Why a strand may not have the processor although it could go on: bits of `Strand.held`. */
export const HELD_STOPPED = 1;
export const HELD_BLOCKED = 2;

/** Where an exception was raised; see `origin.ts`. */
export type Origin = Error;

export type StrandState = 'ready' | 'running' | 'blocked' | 'ended';

/** What a strand that gets the processor goes on with: mostly the promise that its code is suspended on. */
export interface Continuation {
  resolve(result: unknown): void;
  /** With termination. */
  reject(error: unknown): void;
}

export interface Strand {
  readonly id: number;
  readonly name: string;
  /** Number of the domain that it is charged to. */
  readonly domain: number;
  /** What it may use of the processor together with others. */
  readonly share: ProcessorShare;
  readonly stackBase: number;
  readonly stackLimit: number;
  /** What the collector knows its stack by. */
  roots: StackRoots | undefined;
  /** Top of the shadow stack while it does not run. */
  sp: number;
  state: StrandState;
  /** Higher runs first; equals take turns. */
  priority: number;
  /** Fuel used so far. */
  consumed: number;
  /** Fuel that it may still use before others get their turn. */
  turnLeft: number;
  /** Innermost last. */
  readonly budgets: Budget[];
  /** Why it is to be terminated. Takes effect at its next safepoint. */
  killed: string | undefined;
  /** How it goes on; set while it is ready. */
  continuation: Continuation | undefined;
  /** What it goes on with. */
  result: unknown;
  /** `HELD_...` bits; while there are any it does not run. */
  held: number;
  /** It was unblocked before it blocked itself: the next time it does not wait. */
  unblocked: boolean;
  waitsFor: WaitReason | undefined;
  /** How many of its calls wait in natives while these call for it, on other stacks of the engine. */
  suspended: number;
  /** Set while it waits for something that may never come. */
  wait: Wait | undefined;
  /** Last place of origin per exception number; most strands raise nothing. */
  origins: Map<number, Origin> | undefined;
  /** How many more origins are taken down in this turn. */
  originsLeft: number;
  /** The next one in the line of ready strands. */
  next: Strand | undefined;
  /** Counts as one of its domain's. */
  readonly counted: boolean;
  readonly onEnd: (ending: Ending, strand: Strand) => void;
}

/** The waiting of a strand, which somebody ends. */
export interface Wait {
  /** The strand is to be terminated. */
  abandon(): void;
}

/** How a strand ended. */
export type Ending =
  | { readonly kind: 'returned'; readonly value: number | bigint | undefined }
  | { readonly kind: 'terminated'; readonly reason: string }
  | { readonly kind: 'exception'; readonly exception: number; readonly argument: bigint; readonly origin?: Origin }
  /** The engine's stack overflowed before the shadow stack did. */
  | { readonly kind: 'overflow'; readonly origin: Error }
  /** A mistake of the kernel, for instance an engine trap in generated code. */
  | { readonly kind: 'crash'; readonly error: unknown };
