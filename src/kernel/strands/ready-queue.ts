/**
 * Strands that can go on: the highest priority first. Of one priority the domains take turns, and within a domain its strands: so a domain gets no more of the
 * processor by having more strands.
 *
 * Strands come and go with every switch: lines are linked through what stands in them, and kept when they are empty.
 */
import type { Strand } from './strand.ts';

/** First in, first out. What stands in one line stands in no other. */
class Line<T extends { next: T | undefined }> {
  #first: T | undefined;
  #last: T | undefined;

  get isEmpty(): boolean {
    return this.#first === undefined;
  }

  push(item: T): void {
    if (this.#last === undefined) this.#first = item;
    else this.#last.next = item;
    this.#last = item;
  }

  shift(): T | undefined {
    const item = this.#first;
    if (item === undefined) return undefined;
    this.#first = item.next;
    if (item.next === undefined) this.#last = undefined;
    item.next = undefined;
    return item;
  }

  /** False if it was not here. */
  remove(item: T): boolean {
    if (item === this.#first) {
      this.shift();
      return true;
    }
    let before = this.#first;
    while (before !== undefined && before.next !== item) before = before.next;
    if (before === undefined) return false;
    before.next = item.next;
    if (item === this.#last) this.#last = before;
    item.next = undefined;
    return true;
  }
}

/** The strands of one domain. */
class OfDomain extends Line<Strand> {
  next: OfDomain | undefined;
}

/** Those of one priority. */
interface Level {
  readonly priority: number;
  /** By number. */
  readonly domains: (OfDomain | undefined)[];
  /** Domains with strands here, whose turn it is first. */
  readonly turns: Line<OfDomain>;
}

/** Empty levels that are kept. */
const KEPT = 16;

export class ReadyQueue {
  readonly #levels = new Map<number, Level>();
  /** The highest one that has strands. */
  #top: Level | undefined;
  /** The one that was asked for last. */
  #recent: Level | undefined;

  push(strand: Strand): void {
    const level = this.#level(strand.priority);
    const line = (level.domains[strand.domain] ??= new OfDomain());
    if (line.isEmpty) level.turns.push(line);
    line.push(strand);
    if (!this.#top || strand.priority > this.#top.priority) this.#top = level;
  }

  next(): Strand | undefined {
    const level = this.#top;
    if (!level) return undefined;
    const line = level.turns.shift()!;
    const strand = line.shift()!;
    if (!line.isEmpty) level.turns.push(line);
    else if (level.turns.isEmpty) this.#emptied(level);
    return strand;
  }

  /** False if it was not here. */
  remove(strand: Strand): boolean {
    const level = this.#levels.get(strand.priority);
    const line = level?.domains[strand.domain];
    if (!level || !line?.remove(strand)) return false;
    if (!line.isEmpty) return true;
    level.turns.remove(line);
    if (level.turns.isEmpty) this.#emptied(level);
    return true;
  }

  /** Whether a strand waits that is not less important. */
  hasAtLeast(priority: number): boolean {
    return this.#top !== undefined && this.#top.priority >= priority;
  }

  #level(priority: number): Level {
    if (this.#recent?.priority === priority) return this.#recent;
    let level = this.#levels.get(priority);
    if (!level) this.#levels.set(priority, (level = { priority, domains: [], turns: new Line() }));
    this.#recent = level;
    return level;
  }

  #emptied(level: Level): void {
    if (this.#levels.size > KEPT) {
      this.#levels.delete(level.priority);
      if (level === this.#recent) this.#recent = undefined;
    }
    if (level !== this.#top) return;
    this.#top = undefined;
    if (this.#levels.size === 1) return;
    for (const other of this.#levels.values())
      if (!other.turns.isEmpty && (!this.#top || other.priority > this.#top.priority)) this.#top = other;
  }
}
