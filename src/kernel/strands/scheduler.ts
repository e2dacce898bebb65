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
import { endingOf, wordOf } from './ending.ts';
import { activate } from './jspi.ts';
import { Meter, spentBudget } from './meter.ts';
import { noteOrigin } from './origin.ts';
import { type FuelLeft, type ProcessorShare, QuotaError, type Quotas, WINDOW } from './quota.ts';
import { ReadyQueue } from './ready-queue.ts';
import { type Ending, HELD_BLOCKED, type Strand, type WaitReason } from './strand.ts';
import type { StrandEvents, Tracer } from './watchers.ts';

/** Real time after which the host gets to do its own work. */
const HOST_TURN_MILLISECONDS = 20;
/** After so many switches, or when a turn ends, it is looked at. */
const SWITCHES_PER_LOOK = 16;
const PARKING_BYTES = 16;
/** What the host takes to give the processor to a strand, and to make one: who waits, or forks, without end pays for it. */
const SWITCH_FUEL = 1000;
const START_FUEL = 4000;
/** Of strands that say nothing else; `Strand.defPriority`. */
export const USUAL_PRIORITY = 1000;

type Value = number | bigint | undefined;

export class Scheduler {
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

  readonly #machine: Machine;
  readonly #k: SchedulerImports;
  readonly #stacks: Stacks;
  readonly #meter: Meter;
  readonly #ready = new ReadyQueue();
  /** The strand that ran last. */
  #last: Strand | undefined;
  #handBack: (() => void) | undefined;
  #wakeUp: (() => void) | undefined;
  #stop: Stop | undefined;
  #lastHostTurn = 0;
  /** Real time for the whole run. */
  #milliseconds: number | undefined;
  /** Strands waiting for the world outside. */
  #outside = 0;
  /** Strands for which JavaScript works at this moment; it comes back without waiting for anything but strands. */
  #working = 0;

  constructor(machine: Machine, k: SchedulerImports, stacks: Stacks, quotas: Quotas) {
    this.#machine = machine;
    this.quotas = quotas;
    this.#k = k;
    this.#stacks = stacks;
    this.#meter = new Meter(k.fuel, this.clock);
  }

  get limits(): RunLimits {
    return { fuel: this.#meter.limit, milliseconds: this.#milliseconds };
  }

  set limits(limits: RunLimits) {
    this.#meter.limit = limits.fuel;
    this.#milliseconds = limits.milliseconds;
  }

  /** A new strand that calls the function. It runs when the scheduler comes to it. */
  spawn(entry: WasmFunction, args: readonly (number | bigint)[], options: SpawnOptions): Strand {
    return this.start((strand) => this.call(strand, entry, args), options);
  }

  /** A new strand for work in JavaScript, which does its parts in WebAssembly by `call`. The strand ends with the work. */
  start(work: (strand: Strand) => Promise<Value>, options: SpawnOptions): Strand {
    const full = options.unlimited ? undefined : this.quotas.take(options.domain, 'strands');
    if (full) throw new QuotaError(full, 'strands');
    const strand = this.#newStrand(options);
    this.strands.add(strand);
    this.tracer?.started(strand);
    this.#stacks.watch(strand);
    this.#openParking(strand);
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

  #newStrand(options: SpawnOptions): Strand {
    let stack: { readonly base: number; readonly limit: number };
    try {
      stack = this.#stacks.allocate(options.domain, options.stackBytes);
    } catch (error) {
      if (!options.unlimited) this.quotas.giveBack(options.domain, 'strands');
      throw error;
    }
    return {
      id: ++this.started,
      name: options.name,
      domain: options.domain,
      share: this.quotas.of(options.domain),
      stackBase: stack.base,
      stackLimit: stack.limit,
      sp: stack.base,
      state: 'blocked',
      priority: options.priority ?? USUAL_PRIORITY,
      consumed: 0,
      turnLeft: 0,
      budgets: [],
      held: 0,
      unblocked: false,
      suspended: 0,
      origins: new Map(),
      originsLeft: 0,
    };
  }

  /** Runs strands until `done` says so, none is left, or none can go on. */
  async run(done: () => boolean = () => false): Promise<Stop> {
    this.#stop = undefined;
    let switches = 0;
    for (;;) {
      if (this.#stop) return this.#stop;
      if (done()) return { kind: 'done' };
      if (this.#overTime()) return { kind: 'time' };
      this.clock.ringDue();
      this.events?.raisePending();
      const strand = this.#ready.next();
      if (strand) {
        await this.#dispatch(strand);
        // Asking for the time costs as much as a switch.
        if (
          ++switches % SWITCHES_PER_LOOK === 0 &&
          this.#machine.elapsed() - this.#lastHostTurn > HOST_TURN_MILLISECONDS
        )
          await this.#hostTurn();
      } else if (this.#working > 0) await this.#woken();
      else if (this.#outside > 0) await this.#waitOutside();
      else if (this.clock.nextAlarm !== undefined) this.clock.jumpTo(this.clock.nextAlarm);
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
    this.#openParking(strand);
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
          this.#park(strand, value);
          back(() => resolve(value));
        },
        (error: unknown) => {
          this.#park(strand, error);
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

  /**
   * The strand does not run until `release`; if it runs now, from its next safepoint on. False if it was held for that reason before, or has ended.
   */
  hold(strand: Strand, why: number): boolean {
    if (strand.state === 'ended' || (strand.held & why) !== 0) return false;
    strand.held |= why;
    if (strand.state === 'ready') this.#ready.remove(strand);
    if (strand === this.current) {
      this.#settle();
      this.#meter.grant(strand);
    }
    return true;
  }

  /** Undoes `hold`. False if the strand was not held for that reason. */
  release(strand: Strand, why: number): boolean {
    if ((strand.held & why) === 0) return false;
    strand.held &= ~why;
    if (strand.held === 0 && strand.state === 'ready') this.#enqueue(strand);
    return true;
  }

  /** The strand does not run until `unblock`; if it runs now, from its next `yield` or safepoint on, and then the result is true. If `unblock` came first, nothing happens. */
  blockStrand(strand: Strand): boolean {
    const self = strand === this.current;
    if (self && strand.unblocked) {
      strand.unblocked = false;
      strand.waitsFor = undefined;
      return false;
    }
    strand.waitsFor ??= { what: 'Strand.Unblock' };
    this.hold(strand, HELD_BLOCKED);
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
    else if (strand === this.current && this.#ready.hasAtLeast(priority)) this.#endTurn(strand);
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
              this.#park(strand, value);
              resolve(value);
            }),
          (error: unknown) =>
            back(() => {
              this.#park(strand, error);
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
    this.release(strand, strand.held);
    strand.abandon?.();
    if (strand === this.current) this.#meter.grant(strand);
  }

  /** What terminates the current strand, or handler, when thrown. */
  killException(): WebAssembly.Exception {
    return new WebAssembly.Exception(this.#k.kill, []);
  }

  /** The Suspending import that generated code calls when `fuel` is below zero. */
  readonly refuel = (): Promise<void> | undefined => {
    const strand = this.#settle();
    if (strand.killed !== undefined) throw this.killException();
    const spent = spentBudget(strand);
    if (spent) {
      spent.exhausted = true;
      throw this.killException();
    }
    if (this.#meter.exhausted) return this.stop({ kind: 'fuel' });
    if (this.#overTime()) return this.stop({ kind: 'time' });
    if (strand.held !== 0) return this.yield();
    const quota = this.#meter.quota(strand);
    if (quota.fuel <= 0) return this.#overQuota(quota);
    if (strand.turnLeft <= 0) {
      this.clock.ringDue();
      if (
        this.#ready.hasAtLeast(strand.priority) ||
        this.events?.wants('Checkpoint') ||
        this.#machine.elapsed() - this.#lastHostTurn > HOST_TURN_MILLISECONDS
      )
        return this.yield();
      this.#meter.newTurn(strand);
    }
    this.#meter.grant(strand);
    return undefined;
  };

  /** A domain has used what it may use: its share of this window, and it waits for the next; or all its fuel, and its strands are terminated. */
  #overQuota({ account, kind }: FuelLeft): Promise<void> {
    if (kind === 'share') {
      const { share } = account.limits;
      this.quotas.exceeded(account, kind, `it may have ${share} % of the processor, and waits for its turns`);
      return this.block((wake) => this.clock.setAlarm((this.#meter.window + 1) * WINDOW, wake), {
        what: 'its share of the processor',
      });
    }
    const reason = `it may use ${account.limits.fuel} units of fuel, and is stopped`;
    this.quotas.exceeded(account, kind, reason);
    for (const strand of this.strands) {
      for (let a: ProcessorShare | undefined = strand.share; a; a = a.creator)
        if (a === account) this.kill(strand, `domain ${account.name} is at its limit: ${reason}`);
    }
    throw this.killException();
  }

  /** From here on the current strand may use so much fuel before it is terminated back to this place. */
  readonly budgetPush = (fuel: number): void => {
    const strand = this.#settle();
    strand.budgets.push({ limit: strand.consumed + Math.max(0, fuel), exhausted: false });
    this.#meter.grant(strand);
  };

  /** Ends the innermost budget. 1 if it was used up, so that a termination that arrives is its own; 0 if it must be passed on. */
  readonly budgetPop = (): number => {
    const strand = this.#settle();
    const budget = strand.budgets.pop();
    this.#meter.grant(strand);
    return budget?.exhausted ? 1 : 0;
  };

  /** Fuel used by the current strand up to this moment. */
  consumed(): number {
    return this.current ? this.#settle().consumed : 0;
  }

  /** Takes down where an exception is raised. */
  noteOrigin(exception: number): void {
    if (this.current) this.charge(Math.ceil(noteOrigin(this.current, exception, this.#depth(this.current))));
  }

  /** Bytes that the running strand has of its stack in use. */
  #depth(strand: Strand): number {
    return (this.#k.sp.value as number) - strand.stackBase;
  }

  /** Room on the strand's stack for one word that is in the hands of JavaScript. */
  #openParking(strand: Strand): void {
    this.#stacks.store(strand.sp, 0);
    strand.sp += PARKING_BYTES;
  }

  /**
   * Keeps what a call in WebAssembly gave to JavaScript, a result or the argument of an exception, until the next one: other strands may run, and collect,
   * before it arrives where it goes. It is put on the strand's stack, where the collector looks without wanting to know whether it is a reference.
   */
  #park(strand: Strand, given: unknown): void {
    const word = wordOf(given, this.#k.exn);
    if (word !== undefined) this.#stacks.store(strand.sp - PARKING_BYTES, word);
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
      this.#settle();
      strand.budgets.length = 0;
      this.current = undefined;
    }
  }

  /** A strand that is never scheduled: the kernel, in `interlude`. */
  kernelStrand(): Strand {
    const strand: Strand = {
      ...this.#newStrand({ name: 'the kernel', domain: 0, unlimited: true, onEnd: () => {} }),
      id: 0,
    };
    this.started--;
    this.#stacks.watch(strand);
    return strand;
  }

  /** The running strand, charged up to this moment. */
  #settle(): Strand {
    const strand = this.current;
    if (!strand) throw new Error('no strand is running');
    this.#meter.settle(strand);
    return strand;
  }

  #makeReady(strand: Strand, resume: () => void): void {
    strand.resume = resume;
    strand.state = 'ready';
    if (strand.held === 0) this.#enqueue(strand);
    this.#wakeUp?.();
  }

  #enqueue(strand: Strand): void {
    this.#ready.push(strand);
    if (this.current && strand.priority > this.current.priority) this.#endTurn(this.current);
  }

  /** The running strand gives way at its next safepoint. */
  #endTurn(strand: Strand): void {
    this.#settle();
    strand.turnLeft = 0;
    this.#meter.grant(strand);
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
    this.#settle();
    this.ends.look(strand);
    strand.sp = this.#k.sp.value as number;
    strand.state = 'blocked';
    this.current = undefined;
    this.tracer?.left(strand);
    this.events?.note('Checkpoint', strand);
    this.#handBack?.();
    this.#handBack = undefined;
  }

  #overTime(): boolean {
    return this.#milliseconds !== undefined && this.#machine.elapsed() > this.#milliseconds;
  }

  async #hostTurn(): Promise<void> {
    await this.#machine.turn();
    this.#lastHostTurn = this.#machine.elapsed();
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

  /** Sleepers keep real time while something may come from outside; otherwise virtual time jumps. */
  async #waitOutside(): Promise<void> {
    const alarm = this.clock.nextAlarm;
    const waits: Promise<void>[] = [this.#woken()];
    if (alarm !== undefined) waits.push(this.#machine.pause((alarm - this.clock.now) / 1e6));
    if (this.#milliseconds !== undefined) {
      waits.push(this.#machine.pause(this.#milliseconds - this.#machine.elapsed() + 1));
    }
    const before = this.#machine.elapsed();
    await Promise.race(waits);
    this.#wakeUp = undefined;
    this.#lastHostTurn = this.#machine.elapsed();
    if (alarm !== undefined)
      this.clock.jumpTo(Math.min(alarm, this.clock.now + Math.ceil((this.#lastHostTurn - before) * 1e6)));
  }
}
