/**
 * The tables that stubs walk through: handlers of runs with their guards, and for runs with a key the handlers by its value.
 *
 * A table never changes. A raise takes the one that is in force when it begins and keeps it alive to its end: it lies in the heap, in an object
 * without references; the closures that it mentions are kept by a second object.
 */
import { TEXT_BYTES } from '../../heap/layout.ts';
import type { Handle } from '../../heap/roots.ts';
import type { Kernel } from '../../kernel.ts';
import type { DiscriminatedValue } from '../guards/discriminate.ts';
import type { Binding } from '../model.ts';
import { onlyValue, type Plan, type Run } from '../plan.ts';
import { type Places, placesOf } from './keys.ts';
import { ALIGNMENT, ENTRY, GUARD, HEAD, NODE, STOP } from './layout.ts';

export interface Table {
  readonly words: Handle;
  /** Where the heads of the runs lie, in the order of the plan. */
  readonly address: number;
  readonly closures: Handle | undefined;
}

export function makeTable(kernel: Kernel, plan: Plan): Table | undefined {
  const runs = plan.items.flatMap((i) => (i.kind === 'run' ? [draftOf(i)] : []));
  if (runs.length === 0) return undefined;
  const size = runs.reduce((sum, run) => sum + sizeOf(run), 0);
  const refs = closuresOf(runs);
  // Raises call this with arguments in registers, which the collector would not see.
  return kernel.heap.withoutCollecting(() => {
    const words = kernel.heap.hold(kernel.access.newBytes(size + ALIGNMENT, 0));
    const address = Math.ceil((words.ref + TEXT_BYTES) / ALIGNMENT) * ALIGNMENT;
    write(new Int32Array(kernel.access.view.buffer, address, size / 4), address, runs);
    return { words, address, closures: refs.length === 0 ? undefined : holdAll(kernel, refs) };
  });
}

export function releaseTable(table: Table | undefined): void {
  table?.words.release();
  table?.closures?.release();
}

function closuresOf(runs: readonly Draft[]): number[] {
  const found = new Set<number>();
  for (const { run } of runs) {
    if (run.closures.handlers === 'none' && run.closures.guards === 'none') continue;
    for (const { handler, guarding } of run.bindings) {
      found.add(handler.closure);
      for (const g of guarding!.guards) found.add(g.closure);
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

// ---------------------------------------------------------------- what will be written

/** The nodes of a run, by number; -1 stands for no node. */
interface Draft {
  readonly run: Run;
  readonly count: number;
  /** The first nodes are the chain of all handlers, as many as there are handlers. */
  readonly all: boolean;
  /** Of the handler in the run. */
  readonly place: Int32Array;
  readonly values: readonly (DiscriminatedValue | undefined)[];
  /** The next node of the chain. */
  readonly next: Int32Array;
  /** The first node of the chain of another value. */
  readonly other: Int32Array;
  readonly guards: number;
  readonly places?: Places;
  /** By position. */
  readonly directory: Int32Array;
}

const NO_DIRECTORY = new Int32Array(0);

function draftOf(run: Run): Draft {
  const { bindings, key } = run;
  const all = !key || key.expression.hazards.size > 0;
  let guards = 0;
  let keyed = 0;
  for (const { guarding } of bindings) guards += guarding!.guards.length;
  if (key) for (const d of key.discriminators) keyed += d.values.length;
  const count = keyed + (all ? bindings.length : 0);
  const place = new Int32Array(count);
  const next = new Int32Array(count).fill(-1);
  const other = new Int32Array(count).fill(-1);
  const values: (DiscriminatedValue | undefined)[] = [];
  if (all) {
    bindings.forEach((_, n) => {
      values.push(key && onlyValue(key.discriminators[n]!));
      place[n] = n;
      if (n > 0) next[n - 1] = n;
    });
  }
  const draft = { run, count, all, place, values, next, other, guards };
  if (!key) return { ...draft, directory: NO_DIRECTORY };
  const keys: DiscriminatedValue[] = [];
  key.discriminators.forEach((d, n) => {
    for (const v of d.values) {
      place[values.push(v) - 1] = n;
      keys.push(v);
    }
  });
  const places = placesOf(keys);
  return { ...draft, places, directory: chain(places, count - keyed, next, other) };
}

/** Makes a chain of the nodes for each value, in their order, from the node given. Returns the first ones, by position. */
function chain(places: Places, from: number, next: Int32Array, other: Int32Array): Int32Array {
  const numbers = places.kind === 'regular' ? places.positions : places.numbers;
  const chains = places.kind === 'regular' ? places.length : places.positions.length;
  const first = new Int32Array(chains).fill(-1);
  const last = new Int32Array(chains);
  for (let n = 0; n < numbers.length; n++) {
    const number = numbers[n]!;
    if (first[number]! < 0) first[number] = from + n;
    else next[last[number]!] = from + n;
    last[number] = from + n;
  }
  if (places.kind === 'regular') return first;
  const directory = new Int32Array(places.displacements.length).fill(-1);
  for (let number = 0; number < chains; number++) {
    const at = places.positions[number]!;
    other[first[number]!] = directory[at]!;
    directory[at] = first[number]!;
  }
  return directory;
}

// ---------------------------------------------------------------- writing

function sizeOf({ run, count, guards, places, directory }: Draft): number {
  const displacements = places?.kind === 'hashed' ? places.displacements.length : 0;
  const words = directory.length + displacements;
  return HEAD.size + count * (NODE.size + ENTRY.size) + guards * guardSize(run) + 4 * words;
}

/** Bytes of a guard. */
function guardSize({ asks }: Run): number {
  if (asks.kind !== 'copies') return GUARD.size;
  return GUARD.constants + 8 * Math.max(...asks.of.map(({ isKey }) => isKey.lastIndexOf(false) + 1));
}

/** `words` lie at the address; every offset here is one of bytes from there. */
function write(words: Int32Array, address: number, runs: readonly Draft[]): void {
  let at = HEAD.size * runs.length;
  // All nodes first, as they are aligned.
  const nodes = runs.map((run) => {
    const from = at;
    at += NODE.size * run.count;
    return from;
  });
  runs.forEach((run, n) => {
    at = writeRun(words, address, run, HEAD.size * n, nodes[n]!, at);
  });
}

function writeRun(w: Int32Array, address: number, draft: Draft, head: number, nodes: number, free: number): number {
  const { run, count, all, directory, places } = draft;
  const entries = free;
  const spans = writeGuards(w, run, entries + ENTRY.size * count);
  const size = guardSize(run);
  const nodeAt = (node: number) => (node < 0 ? 0 : address + nodes + NODE.size * node);
  for (let node = 0; node < count; node++) {
    const place = draft.place[node]!;
    const { binding, known } = handlerOf(draft, node);
    const [from, to] = [spans[place]! + known * size, spans[place + 1]!];
    const next = nodeAt(draft.next[node]!);
    const value = draft.values[node];
    const at = (nodes + NODE.size * node) / 4;
    const entry = (entries + ENTRY.size * node) / 4;
    w[at + NODE.key / 4] = value?.low ?? 0;
    w[at + NODE.key / 4 + 1] = value?.high ?? 0;
    w[at + NODE.guards / 4] = from === to ? 0 : address + from;
    w[at + NODE.after / 4] = binding.cancel ? STOP : next;
    w[at + NODE.counter / 4] = binding.counter;
    w[at + NODE.slot / 4] = binding.handler.slot;
    w[at + NODE.closure / 4] = binding.handler.closure;
    w[at + NODE.entry / 4] = address + 4 * entry;
    w[entry + ENTRY.next / 4] = next;
    w[entry + ENTRY.other / 4] = nodeAt(draft.other[node]!);
    w[entry + ENTRY.guardsEnd / 4] = address + to;
    w[entry + ENTRY.binding / 4] = binding.id;
    w[entry + ENTRY.budget / 4] = binding.budget ?? 0;
    w[entry + ENTRY.place / 4] = place;
  }
  if (all) {
    w[(head + HEAD.all) / 4] = nodeAt(0);
    w[(head + HEAD.end) / 4] = nodeAt(run.bindings.length);
  }
  const from = spans[run.bindings.length]!;
  for (let n = 0; n < directory.length; n++) w[from / 4 + n] = nodeAt(directory[n]!);
  let at = from + 4 * directory.length;
  if (places) at = writePlaces(w, address, places, head, from, at);
  return at;
}

/** A node's handler, and how many of its guards need not be asked. */
function handlerOf({ run, all, place, values }: Draft, node: number): { binding: Binding; known: 0 | 1 } {
  const keyed = node >= (all ? run.bindings.length : 0);
  return { binding: run.bindings[place[node]!]!, known: keyed && values[node]!.sure ? 1 : 0 };
}

/** Returns where the guards of each handler begin, and where the last one's end. */
function writeGuards(w: Int32Array, run: Run, from: number): Int32Array {
  const { bindings, asks } = run;
  const spans = new Int32Array(bindings.length + 1);
  const size = guardSize(run);
  let at = from;
  bindings.forEach(({ guarding }, place) => {
    spans[place] = at;
    for (const g of guarding!.guards) {
      w[(at + GUARD.slot) / 4] = g.slot;
      w[(at + GUARD.closure) / 4] = g.closure;
      if (asks.kind === 'copies') {
        w[(at + GUARD.copy) / 4] = asks.numbers[place]!;
        asks.constants[place]?.forEach((c, n) => {
          if (GUARD.constants + 8 * n < size) writeLong(w, at + GUARD.constants + 8 * n, c);
        });
      }
      at += size;
    }
  });
  spans[bindings.length] = at;
  return spans;
}

function writeLong(w: Int32Array, at: number, value: bigint): void {
  w[at / 4] = Number(BigInt.asIntN(32, value));
  w[at / 4 + 1] = Number(BigInt.asIntN(32, value >> 32n));
}

function writePlaces(
  w: Int32Array,
  address: number,
  places: Places,
  head: number,
  directory: number,
  free: number,
): number {
  w[(head + HEAD.directory) / 4] = address + directory;
  if (places.kind === 'hashed') {
    w[(head + HEAD.shift) / 4] = places.shift;
    w[(head + HEAD.displacements) / 4] = address + free;
    w.set(places.displacements, free / 4);
    return free + 4 * places.displacements.length;
  }
  writeLong(w, head + HEAD.base, places.base);
  writeLong(w, head + HEAD.inverse, places.inverse);
  writeLong(w, head + HEAD.turn, BigInt(places.turn));
  writeLong(w, head + HEAD.length, BigInt(places.length));
  return free;
}
