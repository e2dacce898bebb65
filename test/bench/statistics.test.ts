import { expect, test } from 'vitest';
import { cells, figures, geometricMean, scaled } from '../../bench/statistics.ts';

test('figures are minimum, median and maximum, whatever the order', () => {
  expect(figures([5, 1, 9])).toEqual({ min: 1, median: 5, max: 9 });
  expect(figures([10, 9])).toEqual({ min: 9, median: 10, max: 10 });
  expect(figures([100, 20, 3])).toEqual({ min: 3, median: 20, max: 100 });
});

test('nothing has no figures', () => {
  expect(() => figures([])).toThrow('no values');
  expect(() => geometricMean([])).toThrow('no ratios');
});

test('the geometric mean of twice and half is one', () => {
  expect(geometricMean([2, 0.5])).toBeCloseTo(1);
  expect(geometricMean([8, 2])).toBeCloseTo(4);
});

test('figures become cells, in another unit', () => {
  expect(cells(scaled(figures([1, 2, 3]), 10))).toEqual([10, 20, 30]);
});
