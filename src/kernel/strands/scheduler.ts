/**
 * The scheduler: strands take turns, by priority and round robin, on one thread of the host.
 *
 * A strand is a WebAssembly stack (`WebAssembly.promising`); it gives up the processor inside an imported function that is `Suspending`. One
 * strand runs at a time. The loop in `run` gives a strand the processor by calling its `resume`, and waits until the strand has handed it back:
 * because it ended, waits for something, or used up its turn.
 *
 * No JavaScript frame may lie between a strand's entry and a point that suspends. A native procedure that calls back into WebAssembly therefore is a
 * Suspending one itself and uses `call`: the strand's outer part is suspended, and the call runs on a WebAssembly stack of its own.
 */

import type { WasmFunction } from '../domain/slots.ts';
import type { Machine } from '../machine/machine.ts';
import { Clock } from './clock.ts';
import type { RunLimits, SchedulerImports, SpawnOptions, Stacks, Stop } from './contract.ts';
import { EndWatch } from './end-watch.ts';
import { endingOf } from './ending.ts';
import { HostTime } from './host-time.ts';
import { activate } from './jspi.ts';
import { Meter } from './meter.ts';
import { newStrand } from './new-strand.ts';
import { noteOrigin } from './origin.ts';
import { openParking, park } from './parking.ts';
import { QuotaError, type Quotas } from './quota.ts';
import { Readiness, type Running } from './readiness.ts';
import { Safepoints, type Turns } from './safepoints.ts';
import type { Ending, Strand, WaitReason } from './strand.ts';
import type { StrandEvents, Tracer } from './watchers.ts';

/** What the host takes to give the processor to a strand, and to make one: who waits, or forks, without end pays for it. */
const SWITCH_FUEL = 1000;
const START_FUEL = 4000;
type Value = number | bigint | undefined;

export class Scheduler implements Turns, Running {
  readonly clock = new Clock();
  readonly ends = new EndWatch();
  current: Strand | undefined;
  /** Strands that have not ended. */
  readonly strands = new Set<Strand>();
  started = 0;
  switches = 0;
  /** Raises Strand's events, once the kernel has that interface. */
  events: StrandEvents | undefined;
  tracer: Tracer | undefined;
  readonly quotas: Quotas;
  /** Who may have the processor. */
  readonly ready: Readiness;
  readonly safepoints: Safepoints;

  readonly #host: HostTime;
  readonly #k: SchedulerImports;
  readonly #stacks: Stacks;
  readonly #meter: Meter;
  /** The strand that ran last. */
  #last: Strand | undefined;
  #handBack: (() => void) | undefined;
  #wakeUp: (() => void) | undefined;
  #stop: Stop | undefined;
  /** Strands waiting for the world outside. */
  #outside = 0;
  /** Strands for which JavaScript works at this moment; it comes back without waiting for anything but strands. */
  #working = 0;

  constructor(machine: Machine, k: SchedulerImports, stacks: Stacks, quotas: Quotas) {
    this.#host = new HostTime(machine);
    this.quotas = quotas;
    this.#k = k;
    this.#stacks = stacks;
    this.#meter = new Meter(k.fuel, this.clock);
    this.ready = new Readiness(this);
    this.safepoints = new Safepoints(this, this.#meter, this.#host);
  }

  get limits(): RunLimits {
    return { fuel: this.#meter.limit, milliseconds: this.#host.milliseconds };
  }

  set limits(limits: RunLimits) {
    this.#meter.limit = limits.fuel;
    this.#host.milliseconds = limits.milliseconds;
  }

  /** A new strand that calls the function. It runs when the scheduler comes to it. */
  spawn(entry: WasmFunction, args: readonly (number | bigint)[], options: SpawnOptions): Strand {
    return this.start((strand) => this.call(strand, entry, args), options);
  }

  /** A new strand for work in JavaScript, which does its parts in WebAssembly by `call`. The strand ends with the work. */
  start(work: (strand: Strand) => Promise<Value>, options: SpawnOptions): Strand {
    const full = options.unlimited ? undefined : this.quotas.take(options.domain, 'strands');
    if (full) throw new QuotaError(full, 'strands');
    const strand = newStrand(++this.started, options, this.#stacks, this.quotas);
    this.strands.add(strand);
    this.tracer?.started(strand);
    this.#stacks.watch(strand);
    openParking(this.#stacks, strand);
    const end = (ending: Ending) => {
      this.#working--;
      strand.state = 'ended';
      this.strands.delete(strand);
      if (!options.unlimited) this.quotas.giveBack(options.domain, 'strands');
      this.tracer?.ended(strand, ending);
      this.events?.note('Block', strand);
      options.onEnd(ending, strand);
      this.#stacks.free(strand);
      this.ends.ended(strand);
      this.#wakeUp?.();
    };
    this.charge(START_FUEL);
    this.#working++;
    work(strand).then(
      (value) => end({ kind: 'returned', value }),
      (error: unknown) => end(endingOf(strand, error, this.#k.exn, this.#k.kill)),
    );
    return strand;
  }

  /** Runs strands until `done` says so, none is left, or none can go on. */
  async run(done: () => boolean = () => false): Promise<Stop> {
    this.#stop = undefined;
    for (;;) {
      if (this.#stop) return this.#stop;
      if (done()) return { kind: 'done' };
      if (this.#host.isOver) return { kind: 'time' };
      this.clock.ringDue();
      this.events?.raisePending();
      // What JavaScript does for strands takes no time: it is done before the next one runs, and so at the same place in every run.
      if (this.#working > 0) {
        await this.#woken();
        continue;
      }
      const strand = this.ready.next();
      if (strand) {
        await this.#dispatch(strand);
        if (this.#host.turnIsDueAfterSwitch) await this.#host.turn();
      } else if (this.#outside > 0) {
        await this.#host.waitOutside(this.clock, this.#woken());
        this.#wakeUp = undefined;
      } else if (this.clock.nextAlarm !== undefined) this.clock.jumpTo(this.clock.nextAlarm);
      else if (this.strands.size > 0) return { kind: 'deadlock', strands: [...this.strands] };
      else return { kind: 'done' };
    }
  }

  /** Ends the run at once; no strand goes on. To be awaited in the strand that asks for it: it never returns. */
  stop(stop: Stop): Promise<never> {
    this.#stop = stop;
    // The kernel's own strand, in an interlude, has nobody to hand the processor back to.
    if (this.current && this.current.id !== 0) this.#leave(this.current);
    this.#wakeUp?.();
    return new Promise(() => {});
  }

  /**
   * Lets the current strand wait until somebody calls the function given to `arrange`; for the body of a Suspending import, which must return what this
   * returns.
   */
  block<V = void>(
    arrange: (wake: (value: V) => void, fail: (error: unknown) => void) => void,
    reason?: WaitReason,
  ): Promise<V> {
    const strand = this.#leaveCurrent();
    if (reason) strand.waitsFor = reason;
    this.events?.note('Block', strand);
    return new Promise<V>((resolve, reject) => {
      let over = false;
      const end = (resume: () => void) => {
        if (over) return;
        over = true;
        strand.abandon = undefined;
        strand.waitsFor = undefined;
        this.events?.note('Unblock', strand);
        this.#makeReady(strand, this.#unlessKilled(strand, resume, reject));
      };
      strand.abandon = () => end(() => {});
      arrange(
        (value) => end(() => resolve(value)),
        (error) => end(() => reject(error)),
      );
    });
  }

  /** Lets the current strand wait for something that the world outside will settle. */
  wait<V>(promise: Promise<V>): Promise<V> {
    this.#outside++;
    const settled = () => {
      this.#outside--;
    };
    promise.then(settled, settled);
    return this.block((wake, fail) => promise.then(wake, fail), { what: 'the world outside' });
  }

  /**
   * Suspends the current strand while JavaScript works for it, which may use `call` for parts of the work that are WebAssembly; for the body of a Suspending
   * import, which must return what this returns.
   */
  during<T>(work: (strand: Strand) => Promise<T>, translate: (error: unknown) => unknown = (e) => e): Promise<T> {
    const strand = this.#leaveCurrent();
    const { sp } = strand;
    strand.suspended++;
    openParking(this.#stacks, strand);
    return new Promise<T>((resolve, reject) => {
      const back = (resume: () => void) => {
        this.#working--;
        strand.suspended--;
        this.#makeReady(strand, () => {
          this.#k.sp.value = sp;
          this.#unlessKilled(strand, resume, reject)();
        });
      };
      this.#working++;
      work(strand).then(
        (value) => {
          park(this.#stacks, strand, value, this.#k.exn);
          back(() => resolve(value));
        },
        (error: unknown) => {
          park(this.#stacks, strand, error, this.#k.exn);
          back(() => reject(translate(error)));
        },
      );
    });
  }

  /** Lets the current strand sleep until that virtual time. */
  sleepUntil(time: number): Promise<void> {
    return this.block((wake) => this.clock.setAlarm(time, wake), { what: 'the clock' });
  }

  /** Gives other strands of its priority a turn. */
  yield(): Promise<void> {
    const strand = this.#leaveCurrent();
    return new Promise((resolve, reject) => this.#makeReady(strand, this.#unlessKilled(strand, resolve, reject)));
  }

  /** The current strand pays for work that the kernel does for it. */
  charge(fuel: number): void {
    if (this.current) this.#meter.charge(this.current, fuel);
  }

  /** Calls WebAssembly as a part of the strand, within `start` or `during`. Exceptions and termination come out as rejections, to be passed on. */
  call(strand: Strand, entry: WasmFunction, args: readonly (number | bigint)[]): Promise<Value> {
    const sp = strand.sp;
    this.#working--;
    return new Promise((resolve, reject) => {
      const back = (settle: () => void) => {
        this.#working++;
        this.#leave(strand);
        strand.sp = sp;
        settle();
      };
      this.#makeReady(strand, () => {
        const result = strand.killed === undefined ? activate(entry, args) : Promise.reject(this.killException());
        result.then(
          (value) =>
            back(() => {
              park(this.#stacks, strand, value, this.#k.exn);
              resolve(value);
            }),
          (error: unknown) =>
            back(() => {
              park(this.#stacks, strand, error, this.#k.exn);
              reject(error);
            }),
        );
      });
    });
  }

  /** Terminates a strand at its next safepoint, or where it waits. */
  kill(strand: Strand, reason: string): void {
    if (strand.state === 'ended' || strand.killed !== undefined) return;
    strand.killed = reason;
    this.ready.release(strand, strand.held);
    strand.abandon?.();
    if (strand === this.current) this.#meter.grant(strand);
  }

  /** What terminates the current strand, or handler, when thrown. */
  killException(): WebAssembly.Exception {
    return new WebAssembly.Exception(this.#k.kill, []);
  }

  /** Fuel used by the current strand up to this moment. */
  consumed(): number {
    return this.current ? this.settle().consumed : 0;
  }

  /** Takes down where an exception is raised. */
  noteOrigin(exception: number): void {
    if (this.current) this.charge(Math.ceil(noteOrigin(this.current, exception, this.#depth(this.current))));
  }

  /** Bytes that the running strand has of its stack in use. */
  #depth(strand: Strand): number {
    return (this.#k.sp.value as number) - strand.stackBase;
  }

  #unlessKilled(strand: Strand, resume: () => void, reject: (error: unknown) => void): () => void {
    return () => (strand.killed === undefined ? resume() : reject(this.killException()));
  }

  /** Starts WebAssembly that must not wait between two turns, as work of the kernel with that much fuel. */
  interlude<T>(strand: Strand, fuel: number, work: () => T): T {
    if (this.current) throw new Error('a strand is running');
    this.current = strand;
    strand.budgets.push({ limit: strand.consumed + fuel, exhausted: false });
    this.#k.sp.value = strand.stackBase;
    this.#k.spLimit.value = strand.stackLimit;
    this.#k.payer.value = strand.domain;
    this.#meter.newTurn(strand);
    this.#meter.grant(strand);
    try {
      return work();
    } finally {
      this.settle();
      strand.budgets.length = 0;
      this.current = undefined;
    }
  }

  /** A strand that is never scheduled: the kernel, in `interlude`. */
  kernelStrand(): Strand {
    const options = { name: 'the kernel', domain: 0, unlimited: true, onEnd: () => {} };
    const strand = newStrand(0, options, this.#stacks, this.quotas);
    this.#stacks.watch(strand);
    return strand;
  }

  /** The running strand, charged up to this moment. */
  settle(): Strand {
    const strand = this.current;
    if (!strand) throw new Error('no strand is running');
    this.#meter.settle(strand);
    return strand;
  }

  #makeReady(strand: Strand, resume: () => void): void {
    this.ready.enter(strand, resume);
    this.#wakeUp?.();
  }

  endTurn(strand: Strand): void {
    this.settle();
    strand.turnLeft = 0;
    this.#meter.grant(strand);
  }

  recheck(strand: Strand): void {
    this.settle();
    this.#meter.grant(strand);
  }

  isWanted(priority: number): boolean {
    return this.ready.hasAtLeast(priority);
  }

  /** Gives the processor to a strand; done when it hands it back. */
  #dispatch(strand: Strand): Promise<void> {
    const back = new Promise<void>((resolve) => {
      this.#handBack = resolve;
    });
    const resume = strand.resume!;
    strand.resume = undefined;
    this.events?.raise('Resume', strand);
    this.tracer?.resumed(strand);
    strand.state = 'running';
    this.current = strand;
    this.switches++;
    this.#k.sp.value = strand.sp;
    this.#k.spLimit.value = strand.stackLimit;
    this.#k.payer.value = strand.domain;
    this.#meter.newTurn(strand);
    // One that gave way to the host's own work, which comes when real time says so, goes on as if nothing had been.
    if (strand === this.#last) this.#meter.grant(strand);
    else this.#meter.charge(strand, SWITCH_FUEL);
    this.#last = strand;
    resume();
    return back;
  }

  #leaveCurrent(): Strand {
    const strand = this.current;
    if (!strand || strand.id === 0) throw new Error('a handler that the scheduler called must not wait');
    this.#leave(strand);
    return strand;
  }

  #leave(strand: Strand): void {
    this.settle();
    this.ends.look(strand);
    strand.sp = this.#k.sp.value as number;
    strand.state = 'blocked';
    this.current = undefined;
    this.tracer?.left(strand);
    this.events?.note('Checkpoint', strand);
    this.#handBack?.();
    this.#handBack = undefined;
  }

  /** Comes back when a strand is ready, or has ended. */
  #woken(): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#wakeUp = () => {
        this.#wakeUp = undefined;
        resolve();
      };
    });
  }
}
