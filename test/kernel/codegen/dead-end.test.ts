/** What branches and exceptions bring to an `end` or a handler that the code before it never comes to, while that has left other operands at the same height. */
import { describe, expect, it } from 'vitest';
import { BLOCK_BOOL } from '../../../src/bytecode/opcodes.ts';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, own, type ProcedureSpec, run } from './harness.ts';

const types: TypeDef[] = [
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 1n },
  { kind: 'ref', target: T.INTEGER },
];
const BIT = own(0);
const REF = own(1);
const exceptions = [
  { name: 'Bit', argument: BIT },
  { name: 'Number', argument: T.INTEGER },
  { name: 'Ref', argument: REF },
];

/** A call that raises, then `left` and the end; `handled` begins with the exception's argument. */
const caught = (raiser: number, exception: number, left: Code, handled: Code): Code => [
  ['try'],
  ['call', raiser],
  ...left,
  ['fault', 0],
  ['catch', exception],
  ...handled,
  ['end'],
  ['end'],
];
const raiser = (name: string, exception: number, ...argument: Code): ProcedureSpec => ({
  name,
  raises: [exception],
  exported: true,
  locals: [{ type: REF }],
  code: [...argument, ['raise', exception], ['end']],
});
const fresh = (n: bigint): Code => [
  ['new', REF],
  ['local.set', 0],
  ['local.get', 0],
  ['deref'],
  ['int.const', n],
  ['store'],
];

describe('a procedure that is expanded gets', () => {
  it('the value of a block, not what was left in it', () => {
    const m = run({
      types,
      texts: ['x'],
      procedures: [
        {
          name: 'number',
          params: [{ mode: 'value', type: T.BOOLEAN }],
          result: T.INTEGER,
          code: [['local.get', 0], ['int.of_bool'], ['return'], ['end']],
        },
        {
          name: 'test',
          result: T.INTEGER,
          code: [
            ['block', BLOCK_BOOL],
            ['bool.const', 1],
            ['if', 0],
            ['bool.const', 1],
            ['br', 1],
            ['end'],
            ['text.const', 0],
            ['fault', 0],
            ['end'],
            ['call', 0],
            ['return'],
            ['end'],
          ],
        },
      ],
    });
    expect(m.call('test')).toBe(1n);
  });

  it('the argument of an exception, not what was left in the guarded body', () => {
    const m = run({
      types,
      exceptions,
      procedures: [
        {
          name: 'same',
          params: [{ mode: 'value', type: BIT }],
          result: T.INTEGER,
          code: [['local.get', 0], ['return'], ['end']],
        },
        raiser('raise', 0, ['int.const', 1n]),
        {
          name: 'test',
          result: T.INTEGER,
          code: caught(1, 0, [['int.const', 1000n]], [['call', 0], ['return']]),
        },
      ],
    });
    expect(m.call('test')).toBe(1n);
  });
});

it('32 bits are taken of the argument of an exception', () => {
  const m = run({
    types,
    exceptions,
    procedures: [
      raiser('raise', 1, ['int.const', 0x1_2345_6789n]),
      {
        name: 'test',
        result: T.INTEGER,
        code: caught(
          0,
          1,
          [['int.const', 1000n]],
          [['int.const', -3n], ['word.shift'], ['int.const', 0xffffn], ['word.and'], ['return']],
        ),
      },
    ],
  });
  expect(m.call('test')).toBe((0x1_2345_6789n >> 3n) & 0xffffn);
});

it('the collector sees the argument of an exception on the stack', () => {
  const m = run(
    {
      types,
      exceptions,
      procedures: [
        raiser('raise', 2, ...fresh(77n), ['local.get', 0]),
        { name: 'other', exported: true, locals: [{ type: REF }], code: [...fresh(1n), ...fresh(2n), ['end']] },
        {
          name: 'test',
          result: T.INTEGER,
          code: caught(0, 2, [], [['call', 1], ['deref'], ['load'], ['return']]),
        },
      ],
    },
    { stress: true },
  );
  expect(m.call('test')).toBe(77n);
});
