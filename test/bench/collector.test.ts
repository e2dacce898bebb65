import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Bench } from '../../bench/harness.ts';

test('the collector has the same work in the language as in JavaScript', async () => {
  const bench = new Bench();
  await bench.load('collector');
  const peer = await import(join(import.meta.dirname, '../../bench/collector/collector.js'));
  for (const n of [1, 1000, 2000]) {
    await bench.call('Collector.Churn', BigInt(n));
    peer.churn(n);
    const { result } = await bench.call('Collector.Live', 0n);
    expect(Number(result)).toBe(peer.live());
    expect(result).toBeGreaterThan(0n);
  }
  for (const name of ['Short', 'Varied', 'Keep']) await bench.call(`Collector.${name}`, 2000n);
  await bench.call('Collector.Collect', 2n);
  expect(bench.kernel.heap.collections).toBeGreaterThanOrEqual(2);
});

test('a busy hour is the same in the language and in JavaScript', async () => {
  const bench = new Bench();
  await bench.load('collector');
  const peer = await import(join(import.meta.dirname, '../../bench/collector/hour.js'));
  const ask = async (name: string) => Number((await bench.call(`Hour.${name}`, 0n)).result);
  // Sessions end in the last of them.
  for (const t of [0, 1, 60, 900, 901, 1500, 1501]) {
    await bench.call('Hour.Second', BigInt(t));
    peer.second(t);
    expect(await ask('Made')).toBe(peer.made());
    expect(await ask('Live')).toBe(peer.live());
  }
  expect(await ask('Made')).toBeGreaterThan(7 * 400 * 18);
});
