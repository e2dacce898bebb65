import { expect, test } from 'vitest';
import { alternate, processorTime } from '../../bench/alternate.ts';

let sum = 0;
const add = (rounds: number): void => {
  for (let i = 0; i < rounds; i++) sum += i % 7;
};

test('work is done until there is enough of it to measure, in turn, and for as many samples as are wanted', async () => {
  const order: string[] = [];
  const asked = { one: new Set<number>(), other: new Set<number>() };
  const work = (name: 'one' | 'other') => (rounds: number) => {
    if (order.at(-1) !== name) order.push(name);
    asked[name].add(rounds);
    add(rounds);
  };
  const [one, other] = await alternate([work('one'), work('other')], 3);
  expect(order).toEqual(['one', 'other', 'one', 'other', 'one', 'other', 'one', 'other']);
  expect(Math.max(...asked.one)).toBeGreaterThan(1000);
  expect(asked.one).toContain(0);
  expect(one!.min).toBeLessThanOrEqual(one!.median);
  expect(other!.median).toBeLessThanOrEqual(other!.max);
  expect(sum).toBeGreaterThan(0);
});

test('processor time counts what is computed until an asynchronous work ends', async () => {
  const time = await processorTime(async () => {
    await Promise.resolve();
    add(3e7);
  });
  expect(time).toBeGreaterThan(0);
});
