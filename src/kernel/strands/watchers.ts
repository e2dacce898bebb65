/** Who is told of what strands do. */
import type { Ending, Strand } from './strand.ts';

/** Events of interface Strand that the scheduler raises. */
export type StrandEvent = 'Block' | 'Unblock' | 'Checkpoint' | 'Resume';

export interface StrandEvents {
  /** Nobody handles any, and none is to be raised. */
  areQuiet(): boolean;
  /** Whether anybody handles it. */
  wants(event: StrandEvent): boolean;
  /** Whether it is being raised by the scheduler for that strand, which only tells and asks for nothing. */
  tells(event: StrandEvent, strand: Strand): boolean;
  /** To be raised before the next strand gets the processor. */
  note(event: StrandEvent, strand: Strand): void;
  raisePending(): void;
  /** At once; no strand is running. */
  raise(event: StrandEvent, strand: Strand): void;
}

/** Takes down what happens, for `spin run --trace`. */
export interface Tracer {
  started(strand: Strand): void;
  ended(strand: Strand, ending: Ending): void;
  /** It gets the processor, gives it up. */
  resumed(strand: Strand): void;
  left(strand: Strand): void;
}
