/**
 * The tables that stubs walk through: handlers of runs with their guards, and for runs with a key the handlers by its value.
 *
 * A table never changes. A raise takes the one that is in force when it begins and keeps it alive to its end: it lies in the heap, in an object
 * without references; the closures that it mentions are kept by a second object.
 */
import { TEXT_BYTES } from '../../heap/layout.ts';
import type { Handle } from '../../heap/roots.ts';
import type { Kernel } from '../../kernel.ts';
import type { Plan, Run } from '../plan.ts';
import { type KeyWords, type Places, placesOf } from './keys.ts';
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
    const words = kernel.heap.hold(kernel.access.newText(new Uint8Array(size + ALIGNMENT), 0));
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
    for (const { binding, guards } of run.members) {
      found.add(binding.handler.closure);
      for (const g of guards) found.add(g.closure);
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

/** A node: the handler, by its place in the run, and how many of its guards need not be asked. */
interface NodeDraft {
  readonly place: number;
  readonly key: KeyWords | undefined;
  readonly known: 0 | 1;
  /** Index of the next node of the chain; -1 at the end. */
  next: number;
  /** Index of the first node of the chain of another value; -1 for none. */
  other: number;
}

interface Draft {
  readonly run: Run;
  readonly nodes: NodeDraft[];
  /** The first nodes are the chain of all handlers. */
  readonly all: boolean;
  readonly guards: number;
  readonly places?: Places;
  /** By position: index of a node, -1 for none. */
  readonly directory: Int32Array;
}

function draftOf(run: Run): Draft {
  const { members, key } = run;
  const nodes: NodeDraft[] = [];
  let guards = 0;
  const all = !key || key.hazardous;
  members.forEach((m, place) => {
    guards += m.guards.length;
    if (!all) return;
    const only = m.discriminator?.values.length === 1 ? m.discriminator.values[0] : undefined;
    nodes.push({ place, key: only, known: 0, next: place + 1 < members.length ? place + 1 : -1, other: -1 });
  });
  if (!key) return { run, nodes, all, guards, directory: NO_DIRECTORY };
  const { values, first } = chains(run, nodes);
  const places = placesOf(values);
  const directory = new Int32Array(places.kind === 'regular' ? places.length : places.displacements.length).fill(-1);
  first.forEach((node, n) => {
    const at = places.positions[n]!;
    nodes[node]!.other = directory[at]!;
    directory[at] = node;
  });
  return { run, nodes, all, guards, places, directory };
}

const NO_DIRECTORY = new Int32Array(0);

/** For each value of the key, the handlers that may run, in their order. */
function chains(run: Run, nodes: NodeDraft[]): { values: KeyWords[]; first: number[] } {
  const values: KeyWords[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const known = new Map<number | bigint, number>();
  run.members.forEach((m, place) => {
    for (const words of m.discriminator!.values) {
      const node = nodes.length;
      nodes.push({ place, key: words, known: words.sure ? 1 : 0, next: -1, other: -1 });
      // Numbers make quicker keys.
      const value = words.high === words.low >> 31 ? words.low : words.value;
      const chain = known.get(value);
      if (chain === undefined) {
        known.set(value, values.length);
        values.push(words);
        first.push(node);
        last.push(node);
      } else {
        nodes[last[chain]!]!.next = node;
        last[chain] = node;
      }
    }
  });
  return { values, first };
}

// ---------------------------------------------------------------- writing

function sizeOf({ nodes, guards, places, directory }: Draft): number {
  const displacements = places?.kind === 'hashed' ? places.displacements.length : 0;
  const words = directory.length + displacements;
  return HEAD.size + nodes.length * (NODE.size + ENTRY.size) + guards * GUARD.size + 4 * words + (words % 2) * 4;
}

/** `words` lie at the address; every offset here is one of bytes from there. */
function write(words: Int32Array, address: number, runs: readonly Draft[]): void {
  let at = HEAD.size * runs.length;
  // All nodes first, as they are aligned.
  const nodes = runs.map((run) => {
    const from = at;
    at += NODE.size * run.nodes.length;
    return from;
  });
  runs.forEach((run, n) => {
    at = writeRun(words, address, run, HEAD.size * n, nodes[n]!, at);
  });
}

function writeRun(w: Int32Array, address: number, draft: Draft, head: number, nodes: number, free: number): number {
  const { run, all } = draft;
  const entries = free;
  const guards = entries + ENTRY.size * draft.nodes.length;
  const spans = writeGuards(w, run, guards);
  const directory = spans[run.members.length]!;
  const nodeAt = (index: number) => (index < 0 ? 0 : address + nodes + NODE.size * index);
  draft.nodes.forEach((node, n) => {
    const { binding } = run.members[node.place]!;
    const [from, to] = [spans[node.place]! + node.known * GUARD.size, spans[node.place + 1]!];
    const next = nodeAt(node.next);
    const at = (nodes + NODE.size * n) / 4;
    const entry = entries + ENTRY.size * n;
    w[at + NODE.key / 4] = node.key?.low ?? 0;
    w[at + NODE.key / 4 + 1] = node.key?.high ?? 0;
    w[at + NODE.guards / 4] = from === to ? 0 : address + from;
    w[at + NODE.after / 4] = binding.cancel ? STOP : next;
    w[at + NODE.counter / 4] = binding.counter;
    w[at + NODE.slot / 4] = binding.handler.slot;
    w[at + NODE.closure / 4] = binding.handler.closure;
    w[at + NODE.entry / 4] = address + entry;
    w[(entry + ENTRY.next) / 4] = next;
    w[(entry + ENTRY.other) / 4] = nodeAt(node.other);
    w[(entry + ENTRY.guardsEnd) / 4] = address + to;
    w[(entry + ENTRY.binding) / 4] = binding.id;
    w[(entry + ENTRY.budget) / 4] = binding.budget ?? 0;
    w[(entry + ENTRY.place) / 4] = node.place;
  });
  if (all) w[(head + HEAD.all) / 4] = nodeAt(0);
  let at = directory;
  for (const index of draft.directory) {
    w[at / 4] = nodeAt(index);
    at += 4;
  }
  if (draft.places) at = writePlaces(w, address, draft.places, head, directory, at);
  return Math.ceil(at / 8) * 8;
}

/** Returns where the guards of each handler begin, and where the last one's end. */
function writeGuards(w: Int32Array, run: Run, from: number): Int32Array {
  const spans = new Int32Array(run.members.length + 1);
  let at = from;
  run.members.forEach((m, place) => {
    spans[place] = at;
    for (const g of m.guards) {
      w[(at + GUARD.slot) / 4] = g.slot;
      w[(at + GUARD.closure) / 4] = g.closure;
      at += GUARD.size;
    }
  });
  spans[run.members.length] = at;
  return spans;
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
  const long = (offset: number, value: bigint) => {
    w[(head + offset) / 4] = Number(BigInt.asIntN(32, value));
    w[(head + offset) / 4 + 1] = Number(BigInt.asIntN(32, value >> 32n));
  };
  long(HEAD.base, places.base);
  long(HEAD.inverse, places.inverse);
  long(HEAD.turn, BigInt(places.turn));
  long(HEAD.length, BigInt(places.length));
  return free;
}
