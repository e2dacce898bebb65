/** Code of shapes that nobody writes is analysed in time that grows with its size, and still right. */
import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../../src/bytecode/types.ts';
import { type Code, own, run } from '../harness.ts';

const types: TypeDef[] = [{ kind: 'openarray', element: T.INTEGER }];
const NESTED = 1000;
const LOCALS = 1000;

const repeated = (n: number, code: (k: number) => Code): Code => Array.from({ length: n }, (_, k) => code(k)).flat();
const step = (n: number): Code => [['local.get', n], ['int.const', 1n], ['int.add'], ['local.set', n]];
/** a[n] if n < NUMBER(a). */
const read = (n: number): Code => [
  ['block', 0],
  ['local.get', n],
  ['local.get', 1],
  ['array.length', 0],
  ['int.ge'],
  ['br_if', 0],
  ['local.get', 1],
  ['local.get', n],
  ['element'],
  ['load'],
  ['drop'],
  ['end'],
];
const local = (k: number): number => 2 + (k % LOCALS);

const SHAPES: Readonly<Record<string, Code>> = {
  'loops in loops': [
    ...repeated(
      NESTED,
      (k): Code => [
        ['loop', 0],
        ...step(local(k)),
        ['local.get', local(k)],
        ['int.const', 5n],
        ['int.lt'],
        ['br_if', 0],
      ],
    ),
    ...read(2),
    ...repeated(NESTED, (): Code => [['end']]),
  ],
  'loops that go on after the inner one': [
    ...repeated(
      NESTED,
      (): Code => [
        ['block', 0],
        ['loop', 0],
      ],
    ),
    ...repeated(
      NESTED,
      (k): Code => [
        ...read(local(k)),
        ...step(local(k)),
        ['local.get', local(k)],
        ['int.const', 2n],
        ['int.ge'],
        ['br_if', 1],
        ['br', 0],
        ['end'],
        ['end'],
      ],
    ),
  ],
  'conditions in conditions': [
    ...repeated(
      NESTED,
      (k): Code => [['local.get', local(k)], ['local.get', local(k + 1)], ['int.le'], ['if', 0], ...step(local(k))],
    ),
    ...repeated(NESTED, (k): Code => [['else'], ...read(local(k)), ['end']]),
  ],
  'many comparisons of many locals': repeated(
    NESTED,
    (k): Code => [
      ['block', 0],
      ['local.get', local(k * 7)],
      ['local.get', local(k * 13)],
      ['int.lt'],
      ['br_if', 0],
      ...read(local(k)),
      ['end'],
    ],
  ),
  'guards in guards': [
    ...repeated(NESTED, (): Code => [['try']]),
    ...read(2),
    ...repeated(NESTED, (k): Code => [...step(local(k)), ['catch_all'], ['drop'], ...read(local(k)), ['end']]),
  ],
  'many ways to one place': [
    ['block', 0],
    ...repeated(
      NESTED,
      (k): Code => [['local.get', local(k)], ['int.const', BigInt(k + 1)], ['int.gt'], ['br_if', 0], ...step(local(k))],
    ),
    ['end'],
    ...read(2),
  ],
};

describe.each(Object.entries(SHAPES))('%s', (_, code) => {
  it('is generated, and what is proved of it holds', () => {
    const machine = run(
      {
        types,
        globals: [T.INTEGER],
        procedures: [
          {
            name: 'p',
            params: [
              { mode: 'value', type: T.INTEGER },
              { mode: 'readonly', type: own(0) },
            ],
            raises: 'any',
            locals: [{}, {}, ...Array.from({ length: LOCALS }, () => ({ type: T.INTEGER }))],
            code: [...code, ['end']],
          },
        ],
      },
      { watched: true, fuel: 100_000_000 },
    );
    expect(() => machine.call('p', 1n, machine.globals[0]!, 1)).not.toThrow();
  });
});
