/**
 * `--trace FILE`: what happened when, as Chrome's trace format, which Perfetto reads. Times are virtual, so the same run gives the same file.
 *
 * A process is a domain, a thread a strand. A strand's turns are slices; their arguments say what ended them. Counters show, at the end of each turn in which they changed,
 * how often events with handlers were raised and what memory is used. Collections are marks in the process of the kernel.
 */
import { writeFileSync } from 'node:fs';
import { slotName } from '../../kernel/domain/slots.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Ending, Strand } from '../../kernel/strands/strand.ts';
import type { Tracer } from '../../kernel/strands/watchers.ts';
import { extendedEvents } from './events.ts';

/** Beyond this the file would be too large for those who show it. */
const MOST = 1_000_000;
const KERNEL = 0;

interface TraceEvent {
  readonly name: string;
  readonly ph: 'X' | 'i' | 'C' | 'M';
  readonly pid: number;
  readonly tid: number;
  readonly id?: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly s?: 't' | 'p';
  readonly args?: Readonly<Record<string, unknown>>;
}

export class TraceFile implements Tracer {
  readonly #kernel: Kernel;
  readonly #path: string;
  readonly #events: TraceEvent[] = [];
  readonly #named = new Set<number>();
  /** Last values of counters. */
  readonly #counts = new Map<string, number>();
  #began = 0;
  #omitted = 0;

  constructor(kernel: Kernel, path: string) {
    this.#kernel = kernel;
    this.#path = path;
    this.#add({ name: 'process_name', ph: 'M', pid: KERNEL, tid: 0, args: { name: 'kernel' } });
    kernel.strands.tracer = this;
    kernel.heap.afterCollection.push(() => {
      const { collections, memoryBytes, freeBytes } = kernel.heap.statistics();
      const args = { number: collections, memoryBytes, freeBytes };
      this.#add({ name: 'collection', ph: 'i', pid: KERNEL, tid: 0, ts: this.#now(), s: 'p', args });
    });
  }

  started(strand: Strand): void {
    const pid = strand.domain;
    if (!this.#named.has(pid)) {
      this.#named.add(pid);
      const { name } = this.#kernel.quotas.of(pid);
      this.#add({ name: 'process_name', ph: 'M', pid, tid: 0, args: { name: pid === KERNEL ? 'kernel' : name } });
    }
    this.#add({ name: 'thread_name', ph: 'M', pid, tid: strand.id, args: { name: strand.name } });
    this.#mark('start', strand);
  }

  ended(strand: Strand, ending: Ending): void {
    this.#mark('end', strand, { how: ending.kind });
  }

  resumed(): void {
    this.#began = this.#now();
  }

  left(strand: Strand): void {
    const ts = this.#began;
    const args = { priority: strand.priority };
    this.#add({ name: 'runs', ph: 'X', pid: strand.domain, tid: strand.id, ts, dur: rounded(this.#now() - ts), args });
    const { access, dispatcher, extensions, heap } = this.#kernel;
    for (const e of extendedEvents(this.#kernel)) {
      const event = `${e.name} (${extensions.get(e.extension)?.name ?? '-'})`;
      this.#count(`raises of ${event}`, e.slot, Number(access.view.getBigInt64(e.counter, true)));
      for (const b of e.handlers) {
        this.#count(`${event} -> ${this.#procedure(b.handler.slot)}`, b.id, dispatcher.invocations(b));
        if (b.terminated > 0) this.#count(`terminated handlers of ${event}`, b.id, b.terminated);
        if (b.failed > 0) this.#count(`failed handlers of ${event}`, b.id, b.failed);
      }
    }
    this.#count('memory', 0, heap.statistics().memoryBytes);
  }

  #procedure(slot: number): string {
    const info = this.#kernel.slots.info(slot);
    return info ? slotName(info) : '?';
  }

  write(): void {
    if (this.#omitted > 0) {
      const args = { events: this.#omitted };
      this.#events.push({ name: 'omitted', ph: 'i', pid: KERNEL, tid: 0, ts: this.#now(), s: 'p', args });
    }
    const lines = this.#events.map((e) => JSON.stringify(e)).join(',\n');
    writeFileSync(this.#path, `{"displayTimeUnit":"ns","traceEvents":[\n${lines}\n]}\n`);
  }

  /** Microseconds. */
  #now(): number {
    return rounded(this.#kernel.strands.clock.now / 1000);
  }

  #mark(name: string, strand: Strand, args?: Readonly<Record<string, unknown>>): void {
    this.#add({
      name,
      ph: 'i',
      pid: strand.domain,
      tid: strand.id,
      ts: this.#now(),
      s: 't',
      ...(args ? { args } : {}),
    });
  }

  /** Names may be equal; `id` tells the counters apart. */
  #count(name: string, id: number, value: number): void {
    const key = `${id} ${name}`;
    if ((this.#counts.get(key) ?? 0) === value) return;
    this.#counts.set(key, value);
    this.#add({ name, ph: 'C', id, pid: KERNEL, tid: 0, ts: this.#now(), args: { value } });
  }

  #add(event: TraceEvent): void {
    if (this.#events.length < MOST) this.#events.push(event);
    else this.#omitted++;
  }
}

/** To nanoseconds. */
function rounded(microseconds: number): number {
  return Math.round(microseconds * 1000) / 1000;
}
