/**
 * The processor: one strand has it at a time.
 *
 * A strand that gives it up passes it on to the next one while it is still in the kernel: it settles the promise on which that one waits, and is suspended when it
 * returns its own; the engine then goes on with the other. Only when something must be seen to between two turns does the processor go back to the
 * scheduler's loop, which waits for it, and that takes a promise and a turn of the engine's queue more.
 */
import type { SchedulerImports } from './contract.ts';
import type { HostTime } from './host-time.ts';
import type { Meter } from './meter.ts';
import type { Strand } from './strand.ts';
import type { StrandEvents, Tracer } from './watchers.ts';

/** What the host takes to give the processor to a strand: who waits without end pays for it. */
const SWITCH_FUEL = 1000;

export class Processor {
  current: Strand | undefined;
  switches = 0;
  events: StrandEvents | undefined;
  tracer: Tracer | undefined;
  readonly #k: SchedulerImports;
  readonly #meter: Meter;
  readonly #host: HostTime;
  /** The strand that ran last. */
  #last: Strand | undefined;
  #handBack: (() => void) | undefined;

  constructor(k: SchedulerImports, meter: Meter, host: HostTime) {
    this.#k = k;
    this.#meter = meter;
    this.#host = host;
  }

  /** Gives the processor to a strand; done when it comes back. */
  lend(strand: Strand): Promise<void> {
    const back = new Promise<void>((resolve) => {
      this.#handBack = resolve;
    });
    this.#give(strand);
    return back;
  }

  /** The running strand, charged up to this moment, has it no more. To be followed by `passOn`. */
  take(strand: Strand): void {
    this.#meter.settle(strand);
    strand.sp = this.#k.sp.value;
    strand.state = 'blocked';
    this.current = undefined;
    this.tracer?.left(strand);
    this.events?.note('Checkpoint', strand);
  }

  /** Gives the processor, which nobody has, to the next strand, or back to who lent it. */
  passOn(next: Strand | undefined): void {
    if (next) {
      this.#give(next);
      return;
    }
    this.#handBack?.();
    this.#handBack = undefined;
  }

  /** Whether something is to be done between two turns: somebody listens to Strand's events, or the host's own work may be due. */
  get isWatched(): boolean {
    return this.#host.turnIsDueAfterSwitch || (this.events !== undefined && !this.events.areQuiet());
  }

  #give(strand: Strand): void {
    const continuation = strand.continuation!;
    const { result } = strand;
    strand.continuation = undefined;
    strand.result = undefined;
    this.events?.raise('Resume', strand);
    this.tracer?.resumed(strand);
    strand.state = 'running';
    this.current = strand;
    this.switches++;
    this.#host.countSwitch();
    this.#k.running.set(strand.sp, strand.stackLimit, strand.domain, strand.id);
    // One that gave way to the host's own work, which comes when real time says so, goes on as if nothing had been.
    this.#meter.newTurn(strand, strand === this.#last ? 0 : SWITCH_FUEL);
    this.#last = strand;
    if (strand.killed === undefined) continuation.resolve(result);
    else continuation.reject(this.killException());
  }

  /** What terminates the current strand, or handler, when thrown. */
  killException(): WebAssembly.Exception {
    return new WebAssembly.Exception(this.#k.kill, []);
  }

  /** Starts WebAssembly that must not wait between two turns, as work of the kernel with that much fuel. */
  interlude<T>(strand: Strand, fuel: number, work: () => T): T {
    if (this.current) throw new Error('a strand is running');
    this.current = strand;
    strand.budgets.push({ limit: strand.consumed + fuel, exhausted: false });
    this.#k.running.set(strand.stackBase, strand.stackLimit, strand.domain, strand.id);
    this.#meter.newTurn(strand, 0);
    try {
      return work();
    } finally {
      this.#meter.settle(strand);
      strand.budgets.length = 0;
      this.current = undefined;
    }
  }
}
