import { describe, expect, it } from 'vitest';
import { EndWatch } from '../../../src/kernel/strands/end-watch.ts';
import type { Strand } from '../../../src/kernel/strands/strand.ts';

const strand = (id: number, state = 'blocked') => ({ id, state, suspended: 0 }) as Strand;

describe('who waits for the end of strands', () => {
  it('is told once, when the last of them has ended, and at once if none is left', () => {
    const ends = new EndWatch();
    const told: string[] = [];
    const [a, b] = [strand(1), strand(2)];
    ends.whenEnded([a, b], () => told.push('both'));
    ends.whenEnded([a], () => told.push('a'));
    ends.whenEnded([strand(3, 'ended')], () => told.push('none'));
    ends.ended(b);
    expect(told).toEqual(['none']);
    ends.ended(a);
    ends.ended(a);
    expect(told).toEqual(['none', 'both', 'a']);
  });

  it('is told when they are seen where they are of no concern, and then no more', () => {
    const ends = new EndWatch();
    const told: string[] = [];
    const a = strand(1);
    let isInside = true;
    ends.whenEnded(
      [a],
      () => told.push('left'),
      () => isInside,
    );
    ends.whenEnded([a], () => told.push('ended'));
    ends.look(a);
    expect(told).toEqual([]);
    isInside = false;
    ends.look(a);
    ends.look(a);
    expect(told).toEqual(['left']);
    ends.ended(a);
    expect(told).toEqual(['left', 'ended']);
  });
});
