/**
 * The tables that stubs walk through: handlers of runs with their guards, and for runs with a key the handlers by its value.
 *
 * A table never changes. A raise takes the one that is in force when it begins and keeps it alive to its end: it lies in the heap, in an object
 * without references; the closures that it mentions are kept by a second object.
 */
import { TEXT_BYTES } from '../heap/layout.ts';
import type { Handle } from '../heap/roots.ts';
import type { Kernel } from '../kernel.ts';
import type { CodeOfProcedures } from './guards/code.ts';
import type { KeyWords } from './guards/discriminate.ts';
import { placesOf } from './hashing.ts';
import type { Binding, Bound } from './model.ts';
import { discriminatorOf, guardsOf, type Plan, type Run } from './plan.ts';

/** Bytes and offsets; `walk.ts` reads what is written here. */
export const HEAD = { size: 24, first: 0, end: 4, buckets: 8, shift: 12, displacements: 16 } as const;
export const ENTRY = {
  size: 32,
  slot: 0,
  closure: 4,
  guards: 8,
  guardsEnd: 12,
  flags: 16,
  binding: 20,
  budget: 24,
  counter: 28,
} as const;
export const GUARD = { size: 8, slot: 0, closure: 4 } as const;
/** `guards`: the first one that is still to be asked. */
export const NODE = { size: 12, entry: 0, next: 4, guards: 8 } as const;
/** With the first node of the chain in it; an empty bucket has none there. */
export const BUCKET = { size: 24, key: 0, node: 8 } as const;
export const FLAG_CANCEL = 1;

export interface Table {
  readonly words: Handle;
  /** Where the heads of the runs lie, in the order of the plan. */
  readonly address: number;
  readonly closures: Handle | undefined;
}

export function makeTable(kernel: Kernel, plan: Plan, code: CodeOfProcedures): Table | undefined {
  const runs = plan.items.flatMap((i) => (i.kind === 'run' ? [i] : []));
  if (runs.length === 0) return undefined;
  const w = new Words();
  for (const _ of runs) w.reserve(HEAD.size);
  runs.forEach((run, n) => {
    writeRun(w, run, n * HEAD.size, code);
  });
  const refs = closuresOf(runs);
  // Raises call this with arguments in registers, which the collector would not see.
  return kernel.heap.withoutCollecting(() => {
    const words = kernel.heap.hold(kernel.access.newText(w.bytes(), 0));
    const address = words.ref + TEXT_BYTES;
    w.relocate(kernel.access.view, address);
    return { words, address, closures: refs.length === 0 ? undefined : holdAll(kernel, refs) };
  });
}

export function releaseTable(table: Table | undefined): void {
  table?.words.release();
  table?.closures?.release();
}

function closuresOf(runs: readonly Run[]): number[] {
  const found = new Set<number>();
  for (const run of runs) {
    for (const b of run.bindings) {
      found.add(b.handler.closure);
      for (const g of guardsOf(b)) found.add(g.closure);
    }
  }
  found.delete(0);
  return [...found];
}

function holdAll(kernel: Kernel, refs: readonly number[]): Handle {
  const core = kernel.core!;
  const type = core.exports.get('DispatcherNative')!.types.find((t) => t.name === 'Closures')!.type;
  const descriptor = kernel.layouts.descriptorOf(core.linked!.types[type]!);
  const array = kernel.heap.hold(kernel.heap.allocateOpen(descriptor, 0, refs.length));
  const { view } = kernel.access;
  view.setUint32(array.ref, refs.length, true);
  refs.forEach((ref, n) => {
    kernel.access.writeRef(array.ref, FIRST_ELEMENT + 4 * n, ref);
  });
  return array;
}

/** Of a one-dimensional open array. */
const FIRST_ELEMENT = 8;

function writeRun(w: Words, run: Run, head: number, code: CodeOfProcedures): void {
  const guards = run.bindings.map((b) => writeGuards(w, guardsOf(b)));
  const first = w.length;
  const entries = run.bindings.map((b, n) => writeEntry(w, b, guards[n]!));
  w.point(head + HEAD.first, first);
  w.point(head + HEAD.end, w.length);
  if (run.key) writeIndex(w, run, head, entries, guards, code);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function writeGuards(w: Words, guards: readonly Bound[]): Span {
  const from = w.length;
  for (const g of guards) {
    const at = w.reserve(GUARD.size);
    w.set(at + GUARD.slot, g.slot);
    w.set(at + GUARD.closure, g.closure);
  }
  return { from, to: w.length };
}

function writeEntry(w: Words, b: Binding, guards: Span): number {
  const at = w.reserve(ENTRY.size);
  w.set(at + ENTRY.slot, b.handler.slot);
  w.set(at + ENTRY.closure, b.handler.closure);
  w.point(at + ENTRY.guards, guards.from);
  w.point(at + ENTRY.guardsEnd, guards.to);
  w.set(at + ENTRY.flags, b.cancel ? FLAG_CANCEL : 0);
  w.set(at + ENTRY.binding, b.id);
  w.set(at + ENTRY.budget, b.budget ?? 0);
  w.set(at + ENTRY.counter, b.counter);
  return at;
}

/** For each value of the key, the handlers that may run, in their order. */
function writeIndex(
  w: Words,
  run: Run,
  head: number,
  entries: readonly number[],
  guards: readonly Span[],
  code: CodeOfProcedures,
): void {
  const byValue = new Map<bigint, { words: KeyWords; nodes: { entry: number; guards: number }[] }>();
  run.bindings.forEach((b, n) => {
    for (const words of discriminatorOf(b, code)!.words) {
      const node = { entry: entries[n]!, guards: guards[n]!.from + (words.sure ? GUARD.size : 0) };
      const known = byValue.get(words.value);
      if (known) known.nodes.push(node);
      else byValue.set(words.value, { words, nodes: [node] });
    }
  });
  const chains = [...byValue.values()];
  const places = placesOf(chains.map((c) => c.words));
  const buckets = w.reserve(BUCKET.size * places.length);
  chains.forEach(({ words, nodes }, n) => {
    const at = buckets + BUCKET.size * places.buckets[n]!;
    w.set(at + BUCKET.key, words.low);
    w.set(at + BUCKET.key + 4, words.high);
    writeChain(w, nodes, at + BUCKET.node);
  });
  w.point(head + HEAD.buckets, buckets);
  w.set(head + HEAD.shift, places.shift);
  const displacements = w.reserve(4 * places.displacements.length);
  places.displacements.forEach((d, n) => {
    w.set(displacements + 4 * n, d);
  });
  w.point(head + HEAD.displacements, displacements);
}

/** The first one at the place given. */
function writeChain(w: Words, nodes: readonly { entry: number; guards: number }[], first: number): void {
  let at = first;
  nodes.forEach((node, n) => {
    w.point(at + NODE.entry, node.entry);
    w.point(at + NODE.guards, node.guards);
    if (n === nodes.length - 1) return;
    const next = w.reserve(NODE.size);
    w.point(at + NODE.next, next);
    at = next;
  });
}

/** Words under construction; pointers among them are offsets until it is known where they lie. */
class Words {
  #words = new Int32Array(1024);
  #count = 0;
  readonly #pointers: number[] = [];

  get length(): number {
    return 4 * this.#count;
  }

  reserve(bytes: number): number {
    const at = this.length;
    this.#count += bytes / 4;
    if (this.#count > this.#words.length) {
      const longer = new Int32Array(2 * this.#count);
      longer.set(this.#words);
      this.#words = longer;
    }
    return at;
  }

  set(at: number, word: number): void {
    this.#words[at / 4] = word;
  }

  point(at: number, to: number): void {
    this.set(at, to);
    this.#pointers.push(at);
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#words.buffer, 0, this.length);
  }

  relocate(view: DataView, base: number): void {
    for (const at of this.#pointers) view.setInt32(base + at, base + this.#words[at / 4]!, true);
  }
}
