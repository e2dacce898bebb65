/**
 * The scheduler: strands take turns, by priority and round robin, on one thread of the host.
 *
 * A strand is a WebAssembly stack (`WebAssembly.promising`); it gives up the processor inside an imported function that is `Suspending`: because it ended, waits
 * for something, or used up its turn. Then the next one gets it (`processor.ts`), or the loop in `run`, if there is something to see to between two turns.
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
import { openParking, PARKING_BYTES, park } from './parking.ts';
import { Processor } from './processor.ts';
import { QuotaError, type Quotas } from './quota.ts';
import { Readiness, type Running } from './readiness.ts';
import { Safepoints, type Turns } from './safepoints.ts';
import { type Runs, StackPool } from './stack-pool.ts';
import type { Continuation, Ending, Strand, WaitReason } from './strand.ts';
import { Waiting, type Woken } from './waiting.ts';
import type { StrandEvents, Tracer } from './watchers.ts';

/** What the host takes to make a strand: who forks without end pays for it. */
const START_FUEL = 4000;
const SETTLED = Promise.resolve();
const RETURNED: Ending = { kind: 'returned', value: undefined };
type Value = number | bigint | undefined;

export class Scheduler implements Turns, Running, Runs {
  readonly clock = new Clock();
  readonly ends = new EndWatch();
  /** Strands that have not ended, by number. */
  readonly strands = new Map<number, Strand>();
  started = 0;
  readonly quotas: Quotas;
  /** Who may have the processor. */
  readonly ready: Readiness;
  readonly safepoints: Safepoints;

  readonly #host: HostTime;
  readonly #k: SchedulerImports;
  readonly #stacks: Stacks;
  readonly #meter: Meter;
  readonly #processor: Processor;
  readonly #pool: StackPool;
  readonly #woken: Woken = {
    goOn: (strand, continuation) => {
      this.events?.note('Unblock', strand);
      this.goOn(strand, continuation);
    },
  };
  #done: () => boolean = () => false;
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
    this.#processor = new Processor(k, this.#meter, this.#host);
    this.#pool = new StackPool(k, this);
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

  get current(): Strand | undefined {
    return this.#processor.current;
  }

  get switches(): number {
    return this.#processor.switches;
  }

  /** Raises Strand's events, once the kernel has that interface. */
  get events(): StrandEvents | undefined {
    return this.#processor.events;
  }

  set events(events: StrandEvents | undefined) {
    this.#processor.events = events;
  }

  set tracer(tracer: Tracer | undefined) {
    this.#processor.tracer = tracer;
  }

  /** A new strand that calls the procedure in the slot, which takes one reference and has no result. It runs when the scheduler comes to it. */
  spawn(slot: number, argument: number, options: SpawnOptions): Strand {
    const strand = this.#make(options, argument);
    this.goOn(strand, {
      resolve: () => this.#pool.call(slot),
      reject: (killed) => this.#pool.fail(killed),
    });
    return strand;
  }

  /** The procedure that the running strand was made for has returned. */
  returned(): void {
    this.#finish(this.current!, undefined, RETURNED);
  }

  failed(error: unknown): void {
    const strand = this.current;
    if (!strand) throw error;
    this.#finish(strand, error, endingOf(strand, error, this.#k.exn, this.#k.kill));
  }

  /** Like `spawn`, of any function. */
  spawnCall(entry: WasmFunction, args: readonly (number | bigint)[], options: SpawnOptions): Strand {
    const strand = this.#make(options);
    this.#begin(strand, entry, args, (result) =>
      result.then(
        (value) => this.#finish(strand, value, { kind: 'returned', value }),
        (error: unknown) => this.#finish(strand, error, endingOf(strand, error, this.#k.exn, this.#k.kill)),
      ),
    );
    return strand;
  }

  /** The running strand ends, with what its procedure gave back or threw. */
  #finish(strand: Strand, given: unknown, ending: Ending): void {
    this.#leave(strand);
    strand.sp = strand.stackBase + PARKING_BYTES;
    park(this.#stacks, strand, given, this.#k.exn);
    this.#end(strand, ending);
    this.#passOn();
  }

  /** A new strand for work in JavaScript, which does its parts in WebAssembly by `call`. The strand ends with the work. */
  start(work: (strand: Strand) => Promise<Value>, options: SpawnOptions): Strand {
    const strand = this.#make(options);
    const end = (ending: Ending) => {
      this.#working--;
      this.#end(strand, ending);
      this.#wakeUp?.();
    };
    this.#working++;
    work(strand).then(
      (value) => end({ kind: 'returned', value }),
      (error: unknown) => end(endingOf(strand, error, this.#k.exn, this.#k.kill)),
    );
    return strand;
  }

  #make(options: SpawnOptions, parked = 0): Strand {
    const full = options.unlimited ? undefined : this.quotas.take(options.domain, 'strands');
    if (full) throw new QuotaError(full, 'strands');
    const strand = newStrand(++this.started, options, this.#stacks, this.quotas);
    this.strands.set(strand.id, strand);
    this.#processor.tracer?.started(strand);
    this.#stacks.watch(strand);
    openParking(this.#stacks, strand, parked);
    this.charge(START_FUEL);
    return strand;
  }

  #end(strand: Strand, ending: Ending): void {
    strand.state = 'ended';
    this.strands.delete(strand.id);
    if (strand.counted) this.quotas.giveBack(strand.domain, 'strands');
    this.#processor.tracer?.ended(strand, ending);
    this.events?.note('Block', strand);
    strand.onEnd(ending, strand);
    this.#stacks.free(strand);
    this.ends.ended(strand);
  }

  /** Runs strands until `done` says so, none is left, or none can go on. */
  async run(done: () => boolean = () => false): Promise<Stop> {
    this.#stop = undefined;
    this.#done = done;
    for (;;) {
      if (this.#stop) return this.#stop;
      if (done()) return { kind: 'done' };
      if (this.#host.isOver) return { kind: 'time' };
      this.clock.ringDue();
      this.events?.raisePending();
      // What JavaScript does for strands takes no time: it is done before the next one runs, and so at the same place in every run.
      if (this.#working > 0) {
        await this.#called();
        continue;
      }
      const strand = this.ready.next();
      if (strand) {
        await this.#processor.lend(strand);
        if (this.#host.turnIsDueAfterSwitch) await this.#host.turn();
      } else if (this.#outside > 0) {
        await this.#host.waitOutside(this.clock, this.#called());
        this.#wakeUp = undefined;
      } else if (this.clock.nextAlarm !== undefined) this.clock.jumpTo(this.clock.nextAlarm);
      else if (this.strands.size > 0) return { kind: 'deadlock', strands: [...this.strands.values()] };
      else return { kind: 'done' };
    }
  }

  /** Ends the run at once; no strand goes on. To be awaited in the strand that asks for it: it never returns. */
  stop(stop: Stop): Promise<never> {
    this.#stop = stop;
    // The kernel's own strand, in an interlude, has nobody to hand the processor back to.
    if (this.current && this.current.id !== 0) this.#leave(this.current);
    this.#passOn();
    this.#wakeUp?.();
    return new Promise(() => {});
  }

  /** Lets the current strand wait until somebody wakes it; for the body of a Suspending import, which must return what this returns. */
  block<V = void>(arrange: (waiting: Waiting<V>) => void, reason?: WaitReason): Promise<V> {
    const strand = this.#leaveCurrent();
    if (reason) strand.waitsFor = reason;
    this.events?.note('Block', strand);
    const waiting = new Waiting<V>(strand, this.#woken);
    arrange(waiting);
    this.#passOn();
    return waiting.over;
  }

  /** Lets the current strand wait for something that the world outside will settle. */
  wait<V>(promise: Promise<V>): Promise<V> {
    this.#outside++;
    const settled = () => {
      this.#outside--;
    };
    promise.then(settled, settled);
    return this.block(
      (waiting) =>
        promise.then(
          (value) => waiting.wake(value),
          (error: unknown) => waiting.fail(error),
        ),
      { what: 'the world outside' },
    );
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
    const done = Promise.withResolvers<T>();
    const back = (given: unknown, settle: () => void) => {
      park(this.#stacks, strand, given, this.#k.exn);
      this.#working--;
      strand.suspended--;
      const unparked = (go: () => void) => {
        this.#k.sp.value = sp;
        go();
      };
      this.goOn(strand, {
        resolve: () => unparked(settle),
        reject: (killed) => unparked(() => done.reject(killed)),
      });
    };
    this.#working++;
    work(strand).then(
      (value) => back(value, () => done.resolve(value)),
      (error: unknown) => back(error, () => done.reject(translate(error))),
    );
    this.#passOn();
    return done.promise;
  }

  /** Lets the current strand sleep until that virtual time. */
  sleepUntil(time: number): Promise<void> {
    return this.block((waiting) => this.clock.setAlarm(time, () => waiting.wake()), { what: 'the clock' });
  }

  /** Gives other strands of its priority a turn. */
  yield(): Promise<void> {
    const strand = this.#leaveCurrent();
    const turn = Promise.withResolvers<void>();
    this.goOn(strand, turn);
    this.#passOn();
    return turn.promise;
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
        this.#passOn();
        strand.sp = sp;
        settle();
      };
      this.#begin(strand, entry, args, (result) =>
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
        ),
      );
    });
  }

  /** Calls WebAssembly when the strand gets the processor: on a stack of its own, and not from within the code of the strand that had it before. */
  #begin(
    strand: Strand,
    entry: WasmFunction,
    args: readonly (number | bigint)[],
    then: (result: Promise<Value>) => void,
  ): void {
    this.goOn(strand, {
      resolve: () => void SETTLED.then(() => then(activate(entry, args))),
      reject: (killed) => void SETTLED.then(() => then(Promise.reject(killed))),
    });
  }

  /** Terminates a strand at its next safepoint, or where it waits. */
  kill(strand: Strand, reason: string): void {
    if (strand.state === 'ended' || strand.killed !== undefined) return;
    strand.killed = reason;
    this.ready.release(strand, strand.held);
    strand.wait?.abandon();
    if (strand === this.current) this.#meter.grant(strand);
  }

  /** What terminates the current strand, or handler, when thrown. */
  killException(): WebAssembly.Exception {
    return this.#processor.killException();
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

  /** Starts WebAssembly that must not wait between two turns, as work of the kernel with that much fuel. */
  interlude<T>(strand: Strand, fuel: number, work: () => T): T {
    return this.#processor.interlude(strand, fuel, work);
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

  /** The strand is ready. */
  goOn(strand: Strand, continuation: Continuation): void {
    this.ready.enter(strand, continuation);
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

  #leaveCurrent(): Strand {
    const strand = this.current;
    if (!strand || strand.id === 0) throw new Error('a handler that the scheduler called must not wait');
    this.#leave(strand);
    return strand;
  }

  /** To be followed by `#passOn`, when it is settled how the strand goes on. */
  #leave(strand: Strand): void {
    this.ends.look(strand);
    this.#processor.take(strand);
  }

  #passOn(): void {
    const isFree =
      this.#stop === undefined &&
      this.#working === 0 &&
      !this.clock.isDue &&
      !this.#processor.isWatched &&
      !this.#done();
    this.#processor.passOn(isFree ? this.ready.next() : undefined);
  }

  /** Comes back when a strand is ready, or has ended. */
  #called(): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#wakeUp = () => {
        this.#wakeUp = undefined;
        resolve();
      };
    });
  }
}
