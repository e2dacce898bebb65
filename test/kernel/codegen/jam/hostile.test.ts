/** Nests of loops as no compiler makes them. */
import { expect, it } from 'vitest';
import { MAX_INTEGER, MIN_INTEGER, T, type TypeDef } from '../../../../src/bytecode/types.ts';
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

/** For I: SUM := 0; K from 0 to 40: SUM := SUM + what `term` leaves; then `after`. */
const turn = (term: Code, after: Code): Code => [
  ['long.const', 0],
  ['local.set', SUM],
  ['block', 0],
  ['int.const', 0n],
  ['local.set', K],
  ['loop', 0],
  ['local.get', SUM],
  ...term,
  ['long.add'],
  ['local.set', SUM],
  ...up(K, 40n),
  ['end'],
  ...after,
];

it('an array without elements has none', () => {
  const m = run({
    types: [
      { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: -1n },
      { kind: 'array', index: own(0), element: T.LONGREAL },
    ],
    globals: [own(1), own(1)],
    procedures: [
      {
        name: 'test',
        params: [{ mode: 'value', type: T.INTEGER }],
        result: T.INTEGER,
        locals: [{}, {}, {}, {}, { type: T.LONGREAL }],
        code: [
          ['int.const', 0n],
          ['local.set', I],
          ['block', 0],
          ['loop', 0],
          ...turn(
            [
              ['global.addr', 0],
              ['local.get', K],
              ['local.get', SKIP],
              ['int.add'],
              ['element'],
              ['load'],
              ['local.get', I],
              ['long.of_int'],
              ['long.add'],
            ],
            [],
          ),
          ...up(I, 40n),
          ['end'],
          ['int.const', 1n],
          ['return'],
          ['end'],
        ],
      },
    ],
  });
  expect(() => m.call('test', 0n)).toThrow(new Fault('SubscriptOutOfRange'));
});

it('a step that is checked is not one that wraps', () => {
  const from = MAX_INTEGER - 4001n;
  const m = run({
    types: [...types, { kind: 'subrange', base: T.INTEGER, lo: MIN_INTEGER, hi: from }],
    globals: [own(1)],
    procedures: [
      {
        name: 'test',
        params: [{ mode: 'value', type: T.INTEGER }],
        locals: [{}, { type: own(2) }, {}, {}, { type: T.LONGREAL }],
        code: [
          ['int.const', from],
          ['local.set', I],
          ['block', 0],
          ['loop', 0],
          ['local.get', I],
          ['int.const', MAX_INTEGER],
          ['int.lt'],
          ['bool.not'],
          ['br_if', 1],
          ...turn(
            [['local.get', I], ['long.of_int']],
            [
              ['global.addr', 0],
              ['local.get', I],
              ['int.const', from],
              ['int.max'],
              ['int.const', from],
              ['int.sub'],
              ['local.get', SKIP],
              ['int.const', 7n],
              ['word.and'],
              ['int.add'],
              ['element'],
              ['int.const', 777n],
              ['store'],
            ],
          ),
          ['local.get', I],
          ['int.const', 2n],
          ['int.add'],
          ['check.range', MIN_INTEGER, 100n],
          ['local.set', I],
          ['br', 0],
          ['end'],
          ['end'],
          ['end'],
        ],
      },
    ],
  });
  const at = m.globals[0]!;
  expect(() => m.call('test', 0n)).toThrow(new Fault('ValueOutOfRange'));
  expect(m.heap.blocks.view.getBigInt64(at + 8 * 2000, true)).toBe(0n);
});
