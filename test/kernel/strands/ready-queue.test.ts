import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadyQueue } from '../../../src/kernel/strands/ready-queue.ts';
import type { Strand } from '../../../src/kernel/strands/strand.ts';

interface Entry {
  readonly id: number;
  readonly domain: number;
  readonly priority: number;
}

/** The rule in a few lines: the highest priority first, its domains in turn, and in a domain who came first. */
class Model {
  private levels = new Map<number, { domain: number; entries: Entry[] }[]>();

  push(entry: Entry): void {
    const level = this.levels.get(entry.priority) ?? [];
    this.levels.set(entry.priority, level);
    const queue = level.find((q) => q.domain === entry.domain);
    if (queue) queue.entries.push(entry);
    else level.push({ domain: entry.domain, entries: [entry] });
  }

  next(): Entry | undefined {
    const top = Math.max(...[...this.levels].filter(([, level]) => level.length > 0).map(([p]) => p));
    const level = this.levels.get(top);
    const queue = level?.shift();
    const entry = queue?.entries.shift();
    if (queue && queue.entries.length > 0) level!.push(queue);
    return entry;
  }

  remove(entry: Entry): boolean {
    const level = this.levels.get(entry.priority) ?? [];
    const queue = level.find((q) => q.entries.includes(entry));
    if (!queue) return false;
    queue.entries.splice(queue.entries.indexOf(entry), 1);
    if (queue.entries.length === 0) level.splice(level.indexOf(queue), 1);
    return true;
  }
}

describe('the queue of ready strands', () => {
  it('gives them out by priority, domain and arrival, however they come and go', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ domain: fc.nat(2), priority: fc.nat(1) }) },
      { weight: 2, arbitrary: fc.constant('next' as const) },
      { weight: 1, arbitrary: fc.record({ remove: fc.nat() }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const queue = new ReadyQueue();
        const model = new Model();
        const made: Entry[] = [];
        for (const s of steps) {
          if (s === 'next') expect(queue.next()).toBe(model.next());
          else if ('remove' in s) {
            const entry = made[s.remove % Math.max(1, made.length)];
            if (entry) expect(queue.remove(entry as Strand)).toBe(model.remove(entry));
          } else {
            const entry = { id: made.length, ...s };
            made.push(entry);
            queue.push(entry as Strand);
            model.push(entry);
          }
        }
        for (let left = model.next(); left; left = model.next()) expect(queue.next()).toBe(left);
        expect(queue.next()).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
