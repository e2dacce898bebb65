/**
 * What the slots of events hold: the intrinsic handler itself, or a stub and its table.
 *
 * A change of an event's handlers costs nothing before the next raise. That makes a table, if the stub at hand does for the new handlers, or else a stub that is quickly made;
 * when the handlers stay the same for some time the event gets one that has them in its code.
 */
import { handledBit } from '../codegen/inline.ts';
import type { Kernel } from '../kernel.ts';
import { CodeOfProcedures } from './guards/code.ts';
import type { Binding, Event } from './model.ts';
import { type Plan, planOf } from './plan.ts';
import { lazyStub, type Stitched, type StubImports, stitch } from './stub/stitcher.ts';
import { makeTable, releaseTable, type Table } from './table/table.ts';

/** What a raise pays when code must be made first, which takes the engine a tenth of a millisecond and more; and for each handler in a table. */
const COMPILING_FUEL = 100_000;
const STITCHING_FUEL = 5_000;
const TABLE_FUEL = 50;
/** Counters of invocations are made by so many. */
const COUNTERS = 128;
const EMPTY = { shape: '', young: false };

interface Made {
  stub: Stitched | undefined;
  /** What raises that are under way may still be in. */
  last: Stitched | undefined;
  table: Table | undefined;
  lazy: WebAssembly.ExportValue | undefined;
  /** The slot holds what makes a stub at the next raise. */
  waiting: boolean;
}

export class EventSlots {
  readonly #kernel: Kernel;
  readonly #imports: StubImports;
  readonly #made = new Map<Event, Made>();
  readonly #counters: number[] = [];
  readonly code: CodeOfProcedures;
  /** Handlers' fuel is measured, in stubs that are made from now on. */
  profile = false;

  constructor(kernel: Kernel, imports: StubImports) {
    this.#kernel = kernel;
    this.#imports = imports;
    this.code = new CodeOfProcedures(kernel);
  }

  /** Handlers, or how they are to be called, have changed. */
  changed(event: Event): void {
    const { slots, imports } = this.#kernel;
    const plain = isPlain(event) && !this.profile;
    this.#tellInlines(event, plain);
    if (plain) {
      slots.set(event.slot, slots.get(event.intrinsic.handler.slot)!);
      this.#drop(event);
      return;
    }
    const made = this.#of(event);
    if (!made.lazy) {
      this.#kernel.strands.charge(COMPILING_FUEL);
      made.lazy = lazyStub(event, imports, this.#imports);
    }
    // Storing into the table is dear: many changes in a row do it once.
    if (!made.waiting) slots.set(event.slot, made.lazy);
    made.waiting = true;
  }

  /** Code that does by itself what the intrinsic handler does must not where there are others. */
  #tellInlines(event: Event, plain: boolean): void {
    const name = this.#kernel.inlines.get(event.slot);
    if (name === undefined) return;
    const { handled } = this.#kernel.imports;
    const bit = handledBit(name);
    handled.value = plain ? handled.value & ~bit : handled.value | bit;
  }

  /** The event is to be raised and its slot is not up to date. */
  rebuild(event: Event): void {
    this.#install(event, true);
  }

  /** The event has been raised often without a change. */
  settle(event: Event): void {
    this.#install(event, false);
  }

  #install(event: Event, young: boolean): void {
    const { slots, imports, layouts, strands } = this.#kernel;
    const made = this.#of(event);
    for (const b of event.handlers) if (b.counter === 0) b.counter = this.#newCounter();
    const plan = planOf(event, this.code, young);
    const at = made.stub ?? EMPTY;
    if (at.shape !== plan.shape || (at.young && !plan.young)) {
      strands.charge(COMPILING_FUEL + STITCHING_FUEL * singles(plan));
      const options = { young: plan.young, profile: this.profile };
      made.last = made.stub;
      made.stub = stitch(event, plan, imports, this.#imports, layouts, this.code, options);
    }
    strands.charge(TABLE_FUEL * event.handlers.length);
    this.#setTable(event, made, plan);
    slots.set(event.slot, made.stub!.code);
    made.waiting = false;
  }

  #setTable(event: Event, made: Made, plan: Plan): void {
    const old = made.table;
    made.table = makeTable(this.#kernel, plan);
    const { view } = this.#kernel.access;
    view.setUint32(event.cell, made.table?.address ?? 0, true);
    view.setUint32(event.cell + 4, made.table?.closures?.ref ?? 0, true);
    releaseTable(old);
  }

  /** A number that the binding gives back when it is uninstalled. */
  #newCounter(): number {
    if (this.#counters.length === 0) {
      const base = this.#kernel.heap.allocateStatic(0, 8 * COUNTERS);
      for (let n = 0; n < COUNTERS; n++) this.#counters.push(base + 8 * n);
    }
    const counter = this.#counters.pop()!;
    this.#kernel.access.view.setBigInt64(counter, 0n, true);
    return counter;
  }

  /** What a binding has been invoked so far. */
  invocations(b: Binding): number {
    return b.invoked + (b.counter === 0 ? 0 : Number(this.#kernel.access.view.getBigInt64(b.counter, true)));
  }

  /** The binding is not installed any more. */
  giveBack(b: Binding): void {
    if (b.counter === 0) return;
    b.invoked = this.invocations(b);
    this.#counters.push(b.counter);
    b.counter = 0;
  }

  /** The extension goes: no stub that has code of it may do for others' handlers, which get its slots and types. */
  forgetCode(extension: number): void {
    this.code.forget(extension);
    for (const made of this.#made.values()) {
      if (!made.stub?.extensions.has(extension)) continue;
      made.last = made.stub;
      made.stub = undefined;
    }
  }

  /** The event is gone. */
  forget(event: Event): void {
    this.#drop(event);
    this.#made.delete(event);
  }

  *stubs(): Generator<Stitched> {
    for (const { stub, last } of this.#made.values()) {
      if (stub) yield stub;
      if (last) yield last;
    }
  }

  #of(event: Event): Made {
    let made = this.#made.get(event);
    if (!made) {
      made = { stub: undefined, last: undefined, table: undefined, lazy: undefined, waiting: false };
      this.#made.set(event, made);
    }
    return made;
  }

  #drop(event: Event): void {
    const made = this.#made.get(event);
    if (!made) return;
    releaseTable(made.table);
    made.table = undefined;
    made.last = made.stub ?? made.last;
    made.stub = undefined;
    made.waiting = false;
  }
}

function singles(plan: Plan): number {
  return plan.items.filter((i) => i.kind === 'single').length;
}

function isPlain(event: Event): boolean {
  const [only, ...others] = event.handlers;
  return (
    only === event.intrinsic &&
    others.length === 0 &&
    only.imposed.length === 0 &&
    !only.asynchronous &&
    only.budget === undefined &&
    !event.results &&
    !event.isolated &&
    !event.asynchronous
  );
}
