/** Strands that can go on: the highest priority first, equals in turn. */
import type { Strand } from './strand.ts';

export class ReadyQueue {
  readonly #queues = new Map<number, Strand[]>();

  push(strand: Strand): void {
    const queue = this.#queues.get(strand.priority);
    if (queue) queue.push(strand);
    else this.#queues.set(strand.priority, [strand]);
  }

  next(): Strand | undefined {
    const priority = this.#highest();
    const queue = this.#queues.get(priority);
    const strand = queue?.shift();
    if (queue?.length === 0) this.#queues.delete(priority);
    return strand;
  }

  /** Whether a strand waits that is not less important. */
  hasAtLeast(priority: number): boolean {
    return this.#queues.size > 0 && this.#highest() >= priority;
  }

  #highest(): number {
    let highest = Number.NEGATIVE_INFINITY;
    for (const priority of this.#queues.keys()) highest = Math.max(highest, priority);
    return highest;
  }
}
