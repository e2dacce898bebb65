/**
 * Which strands may have the processor: those that are ready and that nothing holds. A strand is held by `Strand.Stop` and `Strand.Block`, whatever else it waits for.
 */
import { ReadyQueue } from './ready-queue.ts';
import { type Continuation, HELD_BLOCKED, type Strand, type WaitReason } from './strand.ts';

const UNBLOCK: WaitReason = { what: 'Strand.Unblock' };

/** What becomes of the strand that runs. */
export interface Running {
  readonly current: Strand | undefined;
  /** It gives way at its next safepoint. */
  endTurn(strand: Strand): void;
  /** It looks at its next safepoint whether it may go on. */
  recheck(strand: Strand): void;
}

export class Readiness {
  readonly #ready = new ReadyQueue();
  readonly #running: Running;

  constructor(running: Running) {
    this.#running = running;
  }

  /** The one whose turn it is. */
  next(): Strand | undefined {
    return this.#ready.next();
  }

  hasAtLeast(priority: number): boolean {
    return this.#ready.hasAtLeast(priority);
  }

  enter(strand: Strand, continuation: Continuation): void {
    strand.continuation = continuation;
    strand.state = 'ready';
    if (strand.held === 0) this.#enqueue(strand);
  }

  #enqueue(strand: Strand): void {
    this.#ready.push(strand);
    const { current } = this.#running;
    if (current && strand.priority > current.priority) this.#running.endTurn(current);
  }

  /**
   * The strand does not run until `release`; if it runs now, from its next safepoint on. False if it was held for that reason before, or has ended.
   */
  hold(strand: Strand, why: number): boolean {
    if (strand.state === 'ended' || (strand.held & why) !== 0) return false;
    strand.held |= why;
    if (strand.state === 'ready') this.#ready.remove(strand);
    if (strand === this.#running.current) this.#running.recheck(strand);
    return true;
  }

  /** Undoes `hold`. False if the strand was not held for that reason. */
  release(strand: Strand, why: number): boolean {
    if ((strand.held & why) === 0) return false;
    strand.held &= ~why;
    if (strand.held === 0 && strand.state === 'ready') this.#enqueue(strand);
    return true;
  }

  /** The strand does not run until `unblock`; if it runs now, from its next `yield` on, and then the result is true. If `unblock` came first, nothing happens. */
  block(strand: Strand): boolean {
    const self = strand === this.#running.current;
    if (self && strand.unblocked) {
      strand.unblocked = false;
      strand.waitsFor = undefined;
      return false;
    }
    strand.waitsFor ??= UNBLOCK;
    // The running strand gives up the processor in a moment; nobody else has to be looked at.
    if (self) strand.held |= HELD_BLOCKED;
    else this.hold(strand, HELD_BLOCKED);
    return self;
  }

  unblock(strand: Strand): void {
    if (strand.state === 'ended') return;
    strand.waitsFor = undefined;
    if (!this.release(strand, HELD_BLOCKED)) strand.unblocked = true;
  }

  setPriority(strand: Strand, priority: number): void {
    const queued = strand.state === 'ready' && this.#ready.remove(strand);
    strand.priority = priority;
    if (queued) this.#enqueue(strand);
    else if (strand === this.#running.current && this.#ready.hasAtLeast(priority)) this.#running.endTurn(strand);
  }
}
