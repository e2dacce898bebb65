/** Some hundred random programs; `npm run test:differential` runs as many as one likes. */
import { describe, expect, test } from 'vitest';
import { batch, differing } from './chain.ts';

describe('random programs do what an independent evaluator says', () => {
  test.each([1, 2, 3, 4])('seed %i', async (seed) => {
    expect(await differing(batch(seed, 0, 50))).toBeUndefined();
  });
});
