/** Nests of loops as no compiler makes them. */
import { expect, it } from 'vitest';
import { T, type TypeDef } from '../../../../src/bytecode/types.ts';
import { type Code, Fault, own, run } from '../harness.ts';

const types: TypeDef[] = [
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 9n },
  { kind: 'array', index: own(0), element: T.INTEGER },
];
const FAR = 3000n;
const [SKIP, I, K, AT, SUM] = [0, 1, 2, 3, 4];
const up = (counter: number, last: bigint): Code => [
  ['local.get', counter],
  ['int.const', last],
  ['int.ge'],
  ['br_if', 1],
  ['local.get', counter],
  ['int.const', 1n],
  ['int.add'],
  ['local.set', counter],
  ['br', 0],
  ['end'],
];

it('what is assigned on the way to the inner loop may not have been, after it', () => {
  const m = run({
    types,
    globals: [own(1)],
    procedures: [
      {
        name: 'test',
        params: [{ mode: 'value', type: T.INTEGER }],
        locals: [{}, {}, {}, {}, { type: T.LONGREAL }],
        code: [
          ['block', 0],
          ['loop', 0],
          ['int.const', FAR],
          ['local.set', AT],
          ['long.const', 0],
          ['local.set', SUM],
          ['block', 0],
          ['local.get', SKIP],
          ['int.const', 0n],
          ['int.ne'],
          ['br_if', 0],
          ['int.const', 0n],
          ['local.set', AT],
          ['int.const', 0n],
          ['local.set', K],
          ['loop', 0],
          ['local.get', SUM],
          ['local.get', I],
          ['long.of_int'],
          ['long.add'],
          ['local.set', SUM],
          ...up(K, 100n),
          ['end'],
          ['global.addr', 0],
          ['local.get', AT],
          ['element'],
          ['int.const', 777n],
          ['store'],
          ...up(I, 40n),
          ['end'],
          ['end'],
        ],
      },
    ],
  });
  const at = m.globals[0]!;
  const { view } = m.heap.blocks;
  m.call('test', 0n);
  expect(view.getBigInt64(at, true)).toBe(777n);
  expect(() => m.call('test', 1n)).toThrow(new Fault('SubscriptOutOfRange'));
  expect(view.getBigInt64(at + 8 * Number(FAR), true)).toBe(0n);
});
