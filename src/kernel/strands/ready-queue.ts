/**
 * Strands that can go on: the highest priority first. Of one priority the domains take turns, and within a domain its strands: so a domain gets no more of the
 * processor by having more strands.
 *
 * Strands come and go with every switch, so the few lists that a program keeps using are kept when they are empty.
 */
import type { Strand } from './strand.ts';

/** First in, first out, in a ring: the engine takes long to make an array shorter. */
class Fifo<T> {
  /** As many places as a power of two says. */
  #items: (T | undefined)[] = [undefined, undefined, undefined, undefined];
  #first = 0;
  size = 0;

  push(item: T): void {
    if (this.size === this.#items.length) this.#grow();
    this.#items[this.#place(this.size++)] = item;
  }

  shift(): T | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#first];
    this.#items[this.#first] = undefined;
    this.#first = this.#place(1);
    this.size--;
    return item;
  }

  /** False if it was not here. */
  remove(item: T): boolean {
    let at = 0;
    while (at < this.size && this.#items[this.#place(at)] !== item) at++;
    if (at === this.size) return false;
    for (; at + 1 < this.size; at++) this.#items[this.#place(at)] = this.#items[this.#place(at + 1)];
    this.#items[this.#place(--this.size)] = undefined;
    return true;
  }

  #place(n: number): number {
    return (this.#first + n) & (this.#items.length - 1);
  }

  #grow(): void {
    const { size } = this;
    this.#items = Array.from({ length: 2 * size }, (_, n) => (n < size ? this.#items[this.#place(n)] : undefined));
    this.#first = 0;
  }
}

interface Level {
  readonly priority: number;
  readonly byDomain: Map<number, Fifo<Strand>>;
  /** Domains with strands here, whose turn it is first. */
  readonly turns: Fifo<Fifo<Strand>>;
}

/** Empty lists that are kept. */
const KEPT = 16;

export class ReadyQueue {
  readonly #levels = new Map<number, Level>();
  /** The highest one that has strands. */
  #top: Level | undefined;

  push(strand: Strand): void {
    const level = this.#level(strand.priority);
    let queue = level.byDomain.get(strand.domain);
    if (!queue) level.byDomain.set(strand.domain, (queue = new Fifo()));
    queue.push(strand);
    if (queue.size === 1) level.turns.push(queue);
    if (!this.#top || strand.priority > this.#top.priority) this.#top = level;
  }

  next(): Strand | undefined {
    const level = this.#top;
    if (!level) return undefined;
    const queue = level.turns.shift()!;
    const strand = queue.shift()!;
    if (queue.size > 0) level.turns.push(queue);
    else this.#emptied(level, strand.domain);
    return strand;
  }

  /** False if it was not here. */
  remove(strand: Strand): boolean {
    const level = this.#levels.get(strand.priority);
    const queue = level?.byDomain.get(strand.domain);
    if (!level || !queue?.remove(strand)) return false;
    if (queue.size > 0) return true;
    level.turns.remove(queue);
    this.#emptied(level, strand.domain);
    return true;
  }

  /** Whether a strand waits that is not less important. */
  hasAtLeast(priority: number): boolean {
    return this.#top !== undefined && this.#top.priority >= priority;
  }

  #level(priority: number): Level {
    let level = this.#levels.get(priority);
    if (!level) this.#levels.set(priority, (level = { priority, byDomain: new Map(), turns: new Fifo() }));
    return level;
  }

  /** The domain has no strand on the level any more. */
  #emptied(level: Level, domain: number): void {
    if (level.byDomain.size > KEPT) level.byDomain.delete(domain);
    if (level.turns.size > 0) return;
    if (this.#levels.size > KEPT) this.#levels.delete(level.priority);
    if (level !== this.#top) return;
    this.#top = undefined;
    for (const other of this.#levels.values())
      if (other.turns.size > 0 && (!this.#top || other.priority > this.#top.priority)) this.#top = other;
  }
}
