/** Code grows with the bytecode that it is made from, whatever shape that has. */
import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { type Code, run } from './harness.ts';

const repeated = (n: number, code: (k: number) => Code): Code => Array.from({ length: n }, (_, k) => code(k)).flat();
const LOCALS = 1000;
const local = (k: number): number => 1 + (k % LOCALS);
const get = (k: number): Code[number] => ['local.get', local(k)];
const step = (k: number): Code => [get(k), ['int.const', 1n], ['int.add'], ['local.set', local(k)]];
const leaveIf = (...how: Code): Code => [['local.get', 0], ['int.const', 5n], ['int.gt'], ['if', 0], ...how, ['end']];
const ends = (n: number): Code => repeated(n, () => [['end']]);
/** FOR local k := 0 TO 3 DO */
const beginFor = (k: number): Code => [
  ['block', 0],
  ['int.const', 0n],
  ['local.set', local(k)],
  ['loop', 0],
];
const endFor = (k: number): Code => [
  get(k),
  ['int.const', 3n],
  ['int.ge'],
  ['br_if', 1],
  ...step(k),
  ['br', 0],
  ['end'],
  ['end'],
];

const SHAPES: Readonly<Record<string, (n: number) => Code>> = {
  'counted loops in each other that are left from all': (n) => [
    ...repeated(n, (k) => [...beginFor(k), ...leaveIf(['return'])]),
    ...repeated(n, (k) => endFor(n - 1 - k)),
  ],
  'counted loops in blocks in each other that are left': (n) => [
    ...repeated(n, (k) => [['block', 0], ...beginFor(k), ...leaveIf(['br', 3 * k + 3])]),
    ...repeated(n, (k) => [...endFor(n - 1 - k), ['end']]),
  ],
  'loops cut into strips that are left from blocks': (n) => [
    ...repeated(n, () => [['block', 0]]),
    ...repeated(n, (k) => [
      ['block', 0],
      ['loop', 0],
      get(k),
      ['local.get', 0],
      ['int.ge'],
      ['br_if', 1],
      ...leaveIf(['br', n + 2]),
      ...step(k),
      ['br', 0],
      ['end'],
      ['end'],
    ]),
    ...ends(n),
  ],
  'blocks that are left from within': (n) => [
    ...repeated(n, (k) => [['block', 0], ...leaveIf(['br', k + 1])]),
    ...ends(n),
  ],
  'guards in guards': (n) => [
    ...repeated(n, () => [['try']]),
    ...repeated(n, (k) => [...step(k), ['catch_all'], ['rethrow'], ['end']]),
  ],
  'guards in loops': (n) => [
    ...repeated(n, (k) => [['loop', 0], ['try'], ...step(k)]),
    ...repeated(n, () => [['catch_all'], ['drop'], ['end'], ...leaveIf(['br', 1]), ['end']]),
  ],
  'tables of branches': (n) => [
    ...repeated(n, () => [['block', 0]]),
    ['local.get', 0],
    ['br_table', 0n, Array.from({ length: n }, (_, k) => k)],
    ...ends(n),
  ],
};

describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
  const made = (n: number): number => {
    const { generated } = run({
      procedures: [
        {
          name: 'p',
          params: [{ mode: 'value', type: T.INTEGER }],
          raises: 'any',
          locals: [{}, ...Array.from({ length: LOCALS }, () => ({ type: T.INTEGER }))],
          code: [...shape(n), ['end']],
        },
      ],
    });
    return generated.bytes.length;
  };
  it('take about twice as much code when there are twice as many', () => {
    expect(made(800)).toBeLessThan(2.2 * made(400));
  });
});
