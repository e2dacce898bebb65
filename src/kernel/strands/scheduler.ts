/**
 * The scheduler: strands take turns, by priority and round robin, on one thread of the host.
 *
 * A strand is a WebAssembly stack (`WebAssembly.promising`); it gives up the processor inside an imported function that is `Suspending`. One
 * strand runs at a time. The loop in `run` gives a strand the processor by calling its `resume`, and waits until the strand has handed it back:
 * because it ended, waits for something, or used up its turn.
 *
 * No JavaScript frame may lie between a strand's entry and a point that suspends. A native procedure that calls back into WebAssembly therefore is a
 * Suspending one itself and uses `call`: the strand's outer part is suspended, and the call runs on a WebAssembly stack of its own.
 *
 * Fuel: generated code counts down `fuel`. What is granted at once is the least of what is left of the turn, of each budget and of the whole run, so
 * that every limit is noticed at the first safepoint past it, at the same place in every run.
 */
import type { Machine } from '../machine/machine.ts';
import type { WasmFunction } from '../domain/slots.ts';
import { Clock } from './clock.ts';
import { activate } from './jspi.ts';
import type { Budget, Ending, Origin, Strand } from './strand.ts';

/** Fuel of one turn: about a millisecond. */
export const TURN = 500_000;
/** Real time after which the host gets to do its own work. */
const HOST_TURN_MILLISECONDS = 20;
const ORIGINS_PER_TURN = 256;
const PARKING_BYTES = 16;
const MAX_GRANT = 0x7fff_ffff;

export interface SchedulerImports {
  readonly sp: WebAssembly.Global;
  readonly spLimit: WebAssembly.Global;
  readonly fuel: WebAssembly.Global;
  readonly exn: WebAssembly.Tag;
  readonly kill: WebAssembly.Tag;
}

export interface Stacks {
  /** A shadow stack: its base and its limit. */
  allocate(domain: number): { readonly base: number; readonly limit: number };
  /** Writes a word at an address of a stack. */
  store(address: number, word: number): void;
  /** From now on what is between base and `sp` of the strand keeps objects alive. */
  watch(strand: Strand): void;
  free(strand: Strand): void;
}

export interface RunLimits {
  /** Fuel for the whole run. */
  readonly fuel?: number;
  /** Real milliseconds. */
  readonly milliseconds?: number;
}

/** Why `run` came back. */
export type Stop =
  /** What was waited for is done, or no strand is left. */
  | { readonly kind: 'done' }
  /** Strands are left, and nothing can ever wake them. */
  | { readonly kind: 'deadlock'; readonly strands: readonly Strand[] }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'fuel' | 'time' };

export interface SpawnOptions {
  readonly name: string;
  readonly domain: number;
  readonly priority?: number;
  readonly onEnd: (ending: Ending, strand: Strand) => void;
}

type Value = number | bigint | undefined;

export class Scheduler {
  readonly clock = new Clock();
  current: Strand | undefined;
  /** Strands that have not ended. */
  readonly strands = new Set<Strand>();
  started = 0;
  switches = 0;
  limits: RunLimits = {};

  readonly #machine: Machine;
  readonly #k: SchedulerImports;
  readonly #stacks: Stacks;
  /** Ready strands by priority. */
  readonly #ready = new Map<number, Strand[]>();
  #granted = 0;
  #handBack: (() => void) | undefined;
  #wakeUp: (() => void) | undefined;
  #stop: Stop | undefined;
  #lastHostTurn = 0;
  /** Strands waiting for the world outside. */
  #outside = 0;
  readonly #endWatches = new Set<{ readonly waitingFor: Set<Strand>; readonly then: () => void }>();
  /** Strands for which JavaScript works at this moment; it comes back without waiting for anything but strands. */
  #working = 0;

  constructor(machine: Machine, k: SchedulerImports, stacks: Stacks) {
    this.#machine = machine;
    this.#k = k;
    this.#stacks = stacks;
  }

  /** A new strand that calls the function. It runs when the scheduler comes to it. */
  spawn(entry: WasmFunction, args: readonly (number | bigint)[], options: SpawnOptions): Strand {
    return this.start((strand) => this.call(strand, entry, args), options);
  }

  /** A new strand for work in JavaScript, which does its parts in WebAssembly by `call`. The strand ends with the work. */
  start(work: (strand: Strand) => Promise<Value>, options: SpawnOptions): Strand {
    const { base, limit } = this.#stacks.allocate(options.domain);
    const strand: Strand = {
      id: ++this.started,
      name: options.name,
      domain: options.domain,
      stackBase: base,
      stackLimit: limit,
      sp: base,
      state: 'blocked',
      priority: options.priority ?? 0,
      consumed: 0,
      turnLeft: 0,
      budgets: [],
      origins: new Map(),
      originsLeft: 0,
    };
    this.strands.add(strand);
    this.#stacks.watch(strand);
    this.#openParking(strand);
    const end = (ending: Ending) => {
      this.#working--;
      strand.state = 'ended';
      this.strands.delete(strand);
      options.onEnd(ending, strand);
      this.#stacks.free(strand);
      this.#noteEnd(strand);
      this.#wakeUp?.();
    };
    this.#working++;
    work(strand).then(
      (value) => end({ kind: 'returned', value }),
      (error: unknown) => end(this.#endingOf(strand, error)),
    );
    return strand;
  }

  /** Runs strands until `done` says so, none is left, or none can go on. */
  async run(done: () => boolean = () => false): Promise<Stop> {
    this.#stop = undefined;
    for (;;) {
      if (this.#stop) return this.#stop;
      if (done()) return { kind: 'done' };
      if (this.#overTime()) return { kind: 'time' };
      this.clock.ringDue();
      const strand = this.#next();
      if (strand) {
        await this.#dispatch(strand);
        if (this.#machine.elapsed() - this.#lastHostTurn > HOST_TURN_MILLISECONDS) await this.#hostTurn();
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
    if (this.current) this.#leave(this.current);
    this.#wakeUp?.();
    return new Promise(() => {});
  }

  /**
   * Lets the current strand wait until somebody calls the function given to `arrange`; for the body of a Suspending import, which must return what this
   * returns.
   */
  block<V = void>(arrange: (wake: (value: V) => void, fail: (error: unknown) => void) => void): Promise<V> {
    const strand = this.#leaveCurrent();
    return new Promise<V>((resolve, reject) => {
      let over = false;
      const end = (resume: () => void) => {
        if (over) return;
        over = true;
        strand.abandon = undefined;
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
    return this.block((wake, fail) => promise.then(wake, fail));
  }

  /**
   * Suspends the current strand while JavaScript works for it, which may use `call` for parts of the work that are WebAssembly; for the body of a Suspending
   * import, which must return what this returns.
   */
  during<T>(work: (strand: Strand) => Promise<T>, translate: (error: unknown) => unknown = (e) => e): Promise<T> {
    const strand = this.#leaveCurrent();
    const { sp } = strand;
    this.#openParking(strand);
    return new Promise<T>((resolve, reject) => {
      const back = (resume: () => void) => {
        this.#working--;
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
    return this.block((wake) => this.clock.setAlarm(time, wake));
  }

  /** Gives other strands of its priority a turn. */
  yield(): Promise<void> {
    const strand = this.#leaveCurrent();
    return new Promise((resolve, reject) => this.#makeReady(strand, this.#unlessKilled(strand, resolve, reject)));
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
    strand.abandon?.();
    if (strand === this.current) this.#grant(strand);
  }

  /** Calls `then` when the last of those strands has ended. */
  whenEnded(strands: Iterable<Strand>, then: () => void): void {
    const waitingFor = new Set<Strand>();
    for (const s of strands) if (s.state !== 'ended') waitingFor.add(s);
    if (waitingFor.size === 0) then();
    else this.#endWatches.add({ waitingFor, then });
  }

  /** What terminates the current strand, or handler, when thrown. */
  killException(): WebAssembly.Exception {
    return new WebAssembly.Exception(this.#k.kill, []);
  }

  /** The Suspending import that generated code calls when `fuel` is below zero. */
  readonly refuel = (): Promise<void> | undefined => {
    const strand = this.#settle();
    if (strand.killed !== undefined) throw this.killException();
    const spent = strand.budgets.find((b) => strand.consumed >= b.limit);
    if (spent) {
      spent.exhausted = true;
      throw this.killException();
    }
    if (this.limits.fuel !== undefined && this.clock.fuel >= this.limits.fuel) return this.stop({ kind: 'fuel' });
    if (this.#overTime()) return this.stop({ kind: 'time' });
    if (strand.turnLeft <= 0) {
      this.clock.ringDue();
      if (this.#othersReady(strand) || this.#machine.elapsed() - this.#lastHostTurn > HOST_TURN_MILLISECONDS) return this.yield();
      this.#newTurn(strand);
    }
    this.#grant(strand);
    return undefined;
  };

  /** From here on the current strand may use so much fuel before it is terminated back to this place. */
  readonly budgetPush = (fuel: number): void => {
    const strand = this.#settle();
    strand.budgets.push({ limit: strand.consumed + Math.max(0, fuel), exhausted: false });
    this.#grant(strand);
  };

  /** Ends the innermost budget. 1 if it was used up, so that a termination that arrives is its own; 0 if it must be passed on. */
  readonly budgetPop = (): number => {
    const strand = this.#settle();
    const budget = strand.budgets.pop();
    this.#grant(strand);
    return budget?.exhausted ? 1 : 0;
  };

  /** Fuel used by the current strand up to this moment. */
  consumed(): number {
    return this.current ? this.#settle().consumed : 0;
  }

  /** Takes down where an exception is raised. */
  noteOrigin(exception: number, makeOrigin: () => Origin): void {
    const strand = this.current;
    if (!strand || strand.originsLeft <= 0) return void strand?.origins.delete(exception);
    strand.originsLeft--;
    strand.origins.set(exception, makeOrigin());
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
    let word: unknown = given;
    if (given instanceof WebAssembly.Exception && given.is(this.#k.exn)) word = Number(BigInt.asIntN(32, given.getArg(this.#k.exn, 1) as bigint));
    if (typeof word === 'number') this.#stacks.store(strand.sp - PARKING_BYTES, word);
  }

  #noteEnd(strand: Strand): void {
    for (const watch of this.#endWatches) {
      watch.waitingFor.delete(strand);
      if (watch.waitingFor.size > 0) continue;
      this.#endWatches.delete(watch);
      watch.then();
    }
  }

  #unlessKilled(strand: Strand, resume: () => void, reject: (error: unknown) => void): () => void {
    return () => (strand.killed === undefined ? resume() : reject(this.killException()));
  }

  #settle(): Strand {
    const strand = this.current;
    if (!strand) throw new Error('no strand is running');
    const left = this.#k.fuel.value as number;
    const used = this.#granted - left;
    this.#granted = left;
    strand.consumed += used;
    strand.turnLeft -= used;
    this.clock.burn(used);
    return strand;
  }

  #grant(strand: Strand): void {
    let grant = Math.min(MAX_GRANT, strand.turnLeft);
    const least = strand.budgets.reduce((m: number, b: Budget) => Math.min(m, b.limit - strand.consumed), grant);
    grant = Math.min(grant, least);
    if (this.limits.fuel !== undefined) grant = Math.min(grant, this.limits.fuel - this.clock.fuel);
    if (strand.killed !== undefined) grant = 0;
    // One less, for code calls `refuel` only below zero: so that a limit of N is noticed when N units are used.
    this.#granted = Math.max(0, grant) - 1;
    this.#k.fuel.value = this.#granted;
  }

  #newTurn(strand: Strand): void {
    strand.turnLeft = TURN;
    strand.originsLeft = ORIGINS_PER_TURN;
  }

  #makeReady(strand: Strand, resume: () => void): void {
    strand.resume = resume;
    strand.state = 'ready';
    let queue = this.#ready.get(strand.priority);
    if (!queue) this.#ready.set(strand.priority, (queue = []));
    queue.push(strand);
    this.#wakeUp?.();
  }

  #othersReady(strand: Strand): boolean {
    for (const [priority, queue] of this.#ready) if (priority >= strand.priority && queue.length > 0) return true;
    return false;
  }

  #next(): Strand | undefined {
    let best: Strand[] | undefined;
    let highest = Number.NEGATIVE_INFINITY;
    for (const [priority, queue] of this.#ready) {
      if (queue.length > 0 && priority > highest) [best, highest] = [queue, priority];
    }
    return best?.shift();
  }

  /** Gives the processor to a strand; done when it hands it back. */
  #dispatch(strand: Strand): Promise<void> {
    const back = new Promise<void>((resolve) => {
      this.#handBack = resolve;
    });
    const resume = strand.resume!;
    strand.resume = undefined;
    strand.state = 'running';
    this.current = strand;
    this.switches++;
    this.#k.sp.value = strand.sp;
    this.#k.spLimit.value = strand.stackLimit;
    this.#newTurn(strand);
    this.#grant(strand);
    resume();
    return back;
  }

  #leaveCurrent(): Strand {
    const strand = this.current;
    if (!strand) throw new Error('only a strand can wait');
    this.#leave(strand);
    return strand;
  }

  #leave(strand: Strand): void {
    this.#settle();
    strand.sp = this.#k.sp.value as number;
    strand.state = 'blocked';
    this.current = undefined;
    this.#handBack?.();
    this.#handBack = undefined;
  }

  #endingOf(strand: Strand, error: unknown): Ending {
    if (error instanceof WebAssembly.Exception) {
      if (error.is(this.#k.kill)) return { kind: 'terminated', reason: strand.killed ?? 'terminated' };
      if (error.is(this.#k.exn)) {
        const exception = error.getArg(this.#k.exn, 0) as number;
        const argument = error.getArg(this.#k.exn, 1) as bigint;
        return { kind: 'exception', exception, argument, origin: strand.origins.get(exception) };
      }
    }
    if (error instanceof RangeError && /stack/i.test(error.message)) return { kind: 'overflow', origin: error };
    return { kind: 'crash', error };
  }

  #overTime(): boolean {
    return this.limits.milliseconds !== undefined && this.#machine.elapsed() > this.limits.milliseconds;
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
    if (this.limits.milliseconds !== undefined) {
      waits.push(this.#machine.pause(this.limits.milliseconds - this.#machine.elapsed() + 1));
    }
    const before = this.#machine.elapsed();
    await Promise.race(waits);
    this.#wakeUp = undefined;
    this.#lastHostTurn = this.#machine.elapsed();
    if (alarm !== undefined) this.clock.jumpTo(Math.min(alarm, this.clock.now + Math.ceil((this.#lastHostTurn - before) * 1e6)));
  }
}
