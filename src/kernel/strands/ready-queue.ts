/**
 * Strands that can go on: the highest priority first. Of one priority the domains take turns, and within a domain its strands: so a domain gets no more of the
 * processor by having more strands.
 *
 * Strands come and go with every switch, so the few lists that a program keeps using are kept when they are empty.
 */
import type { Strand } from './strand.ts';

/** First in, first out; what was taken out is dropped when it is half of the list. */
class Fifo<T> {
  #items: (T | undefined)[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#first];
    if (item === undefined) return undefined;
    this.#items[this.#first++] = undefined;
    if (this.#first * 2 >= this.#items.length) {
      if (this.#first === this.#items.length) this.#items.length = 0;
      else this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }

  /** False if it was not here. */
  remove(item: T): boolean {
    const at = this.#items.indexOf(item, this.#first);
    if (at < 0) return false;
    this.#items.splice(at, 1);
    return true;
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
