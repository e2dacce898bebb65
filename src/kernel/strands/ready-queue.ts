/**
 * Strands that can go on: the highest priority first. Of one priority the domains take turns, and within a domain its strands: so a domain gets no more of the
 * processor by having more strands.
 */
import type { Strand } from './strand.ts';

/** Strands of one priority, by domain. The domain whose turn it is comes first; one that had its turn goes behind the others. */
type Level = Map<number, Strand[]>;

export class ReadyQueue {
  readonly #levels = new Map<number, Level>();

  push(strand: Strand): void {
    let level = this.#levels.get(strand.priority);
    if (!level) this.#levels.set(strand.priority, (level = new Map()));
    const queue = level.get(strand.domain);
    if (queue) queue.push(strand);
    else level.set(strand.domain, [strand]);
  }

  next(): Strand | undefined {
    const priority = this.#highest();
    const level = this.#levels.get(priority);
    if (!level) return undefined;
    const [domain, queue] = level.entries().next().value!;
    const strand = queue.shift()!;
    level.delete(domain);
    if (queue.length > 0) level.set(domain, queue);
    else if (level.size === 0) this.#levels.delete(priority);
    return strand;
  }

  /** False if it was not here. */
  remove(strand: Strand): boolean {
    const level = this.#levels.get(strand.priority);
    const queue = level?.get(strand.domain);
    const at = queue?.indexOf(strand) ?? -1;
    if (!level || !queue || at < 0) return false;
    queue.splice(at, 1);
    if (queue.length === 0) level.delete(strand.domain);
    if (level.size === 0) this.#levels.delete(strand.priority);
    return true;
  }

  /** Whether a strand waits that is not less important. */
  hasAtLeast(priority: number): boolean {
    return this.#levels.size > 0 && this.#highest() >= priority;
  }

  #highest(): number {
    let highest = Number.NEGATIVE_INFINITY;
    for (const priority of this.#levels.keys()) highest = Math.max(highest, priority);
    return highest;
  }
}
