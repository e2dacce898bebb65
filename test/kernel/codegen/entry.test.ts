/** Entries of procedures that call nobody, and have no loops: large ones pay there, and may give control away. */
import { expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, own, type ProcedureSpec, type RunOptions, run, whileNotZero } from './harness.ts';

const record = own(0);
const list = own(1);
const types: TypeDef[] = [
  {
    kind: 'record',
    fields: [
      { name: 'head', type: T.INTEGER },
      { name: 'next', type: list },
    ],
  },
  { kind: 'ref', target: record },
];
const value = (type: number) => ({ mode: 'value' as const, type });
const int = value(T.INTEGER);
/** Leaves its parameter 0, an integer, as it is. */
const idle = (times: number): Code => [
  ...Array.from(
    { length: times },
    (): Code => [
      ['local.get', 0],
      ['local.set', 0],
    ],
  ).flat(),
];
const head: Code = [['deref'], ['field', record, 0]];
const made = (n: bigint): Code => [
  ['new', list],
  ['local.set', 1],
  ['local.get', 1],
  ...head,
  ['int.const', n],
  ['store'],
  ['local.get', 1],
  ['nil'],
  ['local.set', 1],
];
const leaf = (times: number): ProcedureSpec => ({
  name: 'leaf',
  params: [int],
  result: T.INTEGER,
  code: [...idle(times), ['local.get', 0], ['return'], ['end']],
});
const calls = (...before: Code): ProcedureSpec => ({
  name: 'calls',
  params: [int],
  code: [...whileNotZero(...before, ['int.const', 1n], ['call', 0], ['drop']), ['end']],
});

/** Fuel that a thousand calls of a procedure take. */
function fuelOf(procedure: ProcedureSpec): number {
  const m = run({ procedures: [procedure, calls()] }, { fuel: 2 ** 30 });
  m.call('calls', 1000n);
  return 2 ** 30 - m.imports.fuel.value;
}

it('pays as much as it has instructions when it is large, and nothing when it is small', () => {
  const least = fuelOf(leaf(50));
  expect(least).toBeLessThan(5000);
  // Smaller ones would be expanded.
  expect(fuelOf(leaf(30))).toBe(least);
  for (const times of [500, 5000]) {
    const more = fuelOf(leaf(times)) - least;
    expect(more).toBeGreaterThanOrEqual((1000 * 2 * times) / 8);
    expect(more).toBeLessThan((1000 * 2 * times) / 8 + 5000);
  }
});

it('ends such a procedure that is called over and over by code without loops', () => {
  const many: Code = Array.from({ length: 1000 }, (): Code => [['int.const', 1n], ['call', 0], ['drop']]).flat();
  const m = run({ procedures: [leaf(5000), { name: 'many', code: [...many, ['end']] }] }, { fuel: 10_000 });
  m.call('many');
  expect(m.refuels).toBeGreaterThan(1000 * (10_000 / 8 / 10_000) - 5);
});

/** Whatever is free is used again whenever control is given away, which every entry does that may. */
const stressed: RunOptions = {
  stress: true,
  fuel: 1,
  onRefuel: (r) => {
    const descriptor = r.layouts.descriptorOf(r.linked.types[list]!);
    for (let n = 0; n < 2000; n++) {
      const junk = r.heap.allocate(descriptor, r.linked.domain);
      r.access.view.setBigInt64(junk, -1n, true);
    }
  },
};

it('keeps what it is given', () => {
  const read: Code = [['local.get', 1], ...head, ['load'], ['return'], ['end']];
  const alias: Code = [['local.get', 1], ['load'], ['return'], ['end']];
  const result = T.INTEGER;
  const m = run(
    {
      types,
      procedures: [
        { name: 'reference', params: [int, value(list)], result, code: [...idle(200), ...read] },
        { name: 'address', params: [int, { mode: 'var', type: T.INTEGER }], result, code: [...idle(200), ...alias] },
        {
          name: 'passReference',
          params: [int],
          result,
          locals: [{}, { type: list }],
          code: [['int.const', 0n], ...made(77n), ['call', 0], ['return'], ['end']],
        },
        {
          name: 'passAddress',
          params: [int],
          result,
          locals: [{}, { type: list }],
          code: [['int.const', 0n], ...made(78n), ...head, ['call', 1], ['return'], ['end']],
        },
      ],
    },
    stressed,
  );
  for (let n = 0; n < 3; n++) expect([m.call('passReference', 0n), m.call('passAddress', 0n)]).toEqual([77n, 78n]);
  expect(m.refuels).toBeGreaterThanOrEqual(6);
});

it('keeps what the address of its result lies in', () => {
  const found: number[] = [];
  const m = run(
    {
      types,
      globals: [record],
      procedures: [
        {
          name: 'record',
          params: [int],
          result: record,
          code: [...idle(200), ['global.addr', 0], ['return'], ['end']],
        },
        {
          name: 'pass',
          params: [int],
          locals: [{}, { type: list }],
          code: [...made(5n), ['deref'], ['int.const', 0n], ['call', 0], ['end']],
        },
      ],
    },
    { ...stressed, onRefuel: (r) => found.push(r.heap.usage(r.linked.domain).objects) },
  );
  m.call('pass', 0n);
  // At the entry of the one that calls nothing is there, and the object at that of the other.
  expect(found).toEqual([0, 1]);
});
