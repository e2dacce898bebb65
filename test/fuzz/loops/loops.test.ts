/** A few random programs; `npm run test:loops` makes as many as one likes. */
import { expect, it } from 'vitest';
import { compare } from './compare.ts';

const COUNT = 200;

it('generated code does what the bytecode means', { timeout: 120_000 }, () => {
  const verdicts = Array.from({ length: COUNT }, (_, n) => ({ seed: 7_000 + n, ...compare(7_000 + n) }));
  expect(verdicts.filter(({ kind }) => kind === 'different' || kind === 'refused')).toEqual([]);
  // They come to different ends.
  expect(verdicts.filter(({ kind }) => kind === 'same').length).toBeGreaterThan(COUNT / 2);
  expect(new Set(verdicts.flatMap((v) => (v.kind === 'same' ? [v.end] : []))).size).toBeGreaterThan(COUNT / 8);
  expect(verdicts.some(({ kind }) => kind === 'endless')).toBe(true);
});
