import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, Fault, FIRST_EXCEPTION, type ModuleSpec, own, Raised, run, whileNotZero } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const byRef = (type: number) => ({ mode: 'var' as const, type });
const int = value(T.INTEGER);
const _procedure = (params: number[], result?: number): TypeDef => ({
  kind: 'procedure',
  params: params.map(value),
  result,
  raises: [],
  ephemeral: false,
  functional: false,
});

function _outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

describe('under a collection at every allocation, references survive', () => {
  const types: TypeDef[] = [
    {
      kind: 'record',
      fields: [
        { name: 'head', type: T.INTEGER },
        { name: 'tail', type: own(1) },
      ],
    }, // 0
    { kind: 'ref', target: own(0) }, // 1
    { kind: 'openarray', element: own(1) }, // 2
    { kind: 'ref', target: own(2) }, // 3
    { kind: 'openarray', element: T.INTEGER }, // 4
    { kind: 'ref', target: own(4) }, // 5
    { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 999n }, // 6
    { kind: 'array', index: own(6), element: T.INTEGER }, // 7
  ];
  const list = own(1);
  const record = own(0);
  /** cons(head, tail) */
  const cons = 0;
  const spec: ModuleSpec = {
    types,
    texts: ['x'],
    exceptions: [
      { name: 'Found', argument: record },
      { name: 'Cell', argument: list },
    ],
    globals: [list],
    procedures: [
      {
        name: 'cons',
        params: [int, value(list)],
        result: list,
        locals: [{}, {}, { type: list }],
        code: [
          ['new', list],
          ['local.set', 2],
          ['local.get', 2],
          ['deref'],
          ['field', record, 0],
          ['local.get', 0],
          ['store'],
          ['local.get', 2],
          ['deref'],
          ['field', record, 1],
          ['local.get', 1],
          ['store'],
          ['local.get', 2],
          ['return'],
          ['end'],
        ],
      },
      // operands only: cons(1, cons(2, cons(3, NIL))) with the cells made before their tails
      {
        name: 'operands',
        result: list,
        code: [
          ['new', list],
          ['dup'],
          ['deref'],
          ['field', record, 1],
          ['new', list],
          ['dup'],
          ['deref'],
          ['field', record, 1],
          ['int.const', 3n],
          ['nil'],
          ['call', cons],
          ['store'],
          ['dup'],
          ['deref'],
          ['field', record, 0],
          ['int.const', 2n],
          ['store'],
          ['store'],
          ['dup'],
          ['deref'],
          ['field', record, 0],
          ['int.const', 1n],
          ['store'],
          ['return'],
          ['end'],
        ],
      },
      // an operand from a local that is assigned while the operand waits
      {
        name: 'reassigned',
        result: list,
        locals: [{ type: list }],
        code: [
          ['int.const', 1n],
          ['nil'],
          ['call', cons],
          ['local.set', 0],
          ['local.get', 0],
          ['int.const', 2n],
          ['nil'],
          ['call', cons],
          ['local.set', 0],
          ['new', list],
          ['drop'],
          ['return'],
          ['end'],
        ],
      },
      // VAR of a field of an object that nothing else holds
      {
        name: 'setVar',
        params: [byRef(T.INTEGER), int],
        code: [['new', list], ['drop'], ['local.get', 0], ['local.get', 1], ['store'], ['end']],
      },
      {
        name: 'interior',
        result: T.INTEGER,
        locals: [{ kind: 'address', type: T.INTEGER }],
        code: [
          ['new', list],
          ['deref'],
          ['field', record, 0],
          ['local.set', 0],
          ['local.get', 0],
          ['int.const', 77n],
          ['call', 3],
          ['new', list],
          ['drop'],
          ['local.get', 0],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
      // a loop that builds a list; references live in locals across its head
      {
        name: 'build',
        params: [int],
        result: list,
        locals: [{}, { type: list }],
        code: [
          ['block', 0],
          ['loop', 0],
          ['local.get', 0],
          ['int.const', 0n],
          ['int.eq'],
          ['br_if', 1],
          ['local.get', 0],
          ['local.get', 1],
          ['call', cons],
          ['local.set', 1],
          ['local.get', 0],
          ['int.const', 1n],
          ['int.sub'],
          ['local.set', 0],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 1],
          ['return'],
          ['end'],
        ],
      },
      // a leaf whose only safepoint is the loop head
      {
        name: 'last',
        params: [value(list)],
        result: T.INTEGER,
        locals: [{}, { type: T.INTEGER }],
        code: [
          ['block', 0],
          ['loop', 0],
          ['local.get', 0],
          ['nil'],
          ['ref.eq'],
          ['br_if', 1],
          ['local.get', 0],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['local.set', 1],
          ['local.get', 0],
          ['deref'],
          ['field', record, 1],
          ['load'],
          ['local.set', 0],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 1],
          ['return'],
          ['end'],
        ],
      },
      // overwrites what earlier frames have left on the stack
      {
        name: 'wipe',
        locals: [{ kind: 'memory', type: own(7) }],
        code: [['local.addr', 0], ['clear'], ['end']],
      },
      // exceptions carry boxes and references
      {
        name: 'raiseBox',
        raises: [0],
        locals: [{ kind: 'memory', type: record }],
        code: [
          ['local.addr', 0],
          ['field', record, 1],
          ['int.const', 5n],
          ['nil'],
          ['call', cons],
          ['store'],
          ['local.addr', 0],
          ['raise', 0],
          ['end'],
        ],
      },
      {
        name: 'catchBox',
        result: T.INTEGER,
        locals: [{ kind: 'readonly', type: record }],
        code: [
          ['try'],
          ['call', 8],
          ['int.const', 0n],
          ['return'],
          ['catch', 0],
          ['local.set', 0],
          ['new', list],
          ['drop'],
          ['local.get', 0],
          ['field', record, 1],
          ['load'],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
      { name: 'raiseCell', raises: [1], code: [['int.const', 6n], ['nil'], ['call', cons], ['raise', 1], ['end']] },
      {
        name: 'holdExn',
        result: T.INTEGER,
        locals: [{ kind: 'exception' }],
        code: [
          ['try'],
          ['try'],
          ['call', 10],
          ['catch_all'],
          ['local.set', 0],
          ['new', list],
          ['drop'],
          ['new', list],
          ['drop'],
          ['local.get', 0],
          ['rethrow'],
          ['end'],
          ['int.const', 0n],
          ['return'],
          ['catch', 1],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
      // VALUE open array of references: the copy in the frame keeps them
      {
        name: 'sumCopy',
        params: [value(own(2))],
        result: T.INTEGER,
        locals: [{}, {}, {}],
        code: [
          ['global.addr', 0],
          ['clear'],
          ['block', 0],
          ['loop', 0],
          ['local.get', 1],
          ['local.addr', 0],
          ['array.length', 0],
          ['int.ge'],
          ['br_if', 1],
          ['new', list],
          ['drop'],
          ['local.get', 2],
          ['local.addr', 0],
          ['local.get', 1],
          ['element'],
          ['load'],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['int.add'],
          ['local.set', 2],
          ['local.get', 1],
          ['int.const', 1n],
          ['int.add'],
          ['local.set', 1],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 2],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'array',
        result: T.INTEGER,
        locals: [{ type: own(3) }, { type: T.CARDINAL }],
        code: [
          ['int.const', 5n],
          ['new.open', own(3)],
          ['local.set', 0],
          ['loop', 0],
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['element'],
          ['local.get', 1],
          ['nil'],
          ['call', cons],
          ['store'],
          ['local.get', 1],
          ['int.const', 1n],
          ['int.add'],
          ['check.range', 0n, 100n],
          ['local.set', 1],
          ['local.get', 1],
          ['int.const', 5n],
          ['int.lt'],
          ['br_if', 0],
          ['end'],
          ['local.get', 0],
          ['deref'],
          ['nil'],
          ['local.set', 0],
          ['call', 12],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'texts',
        params: [int],
        result: T.TEXT,
        locals: [{}, { type: T.TEXT }],
        code: [
          ['text.const', 0],
          ['local.set', 1],
          ['block', 0],
          ['loop', 0],
          ['local.get', 0],
          ['int.const', 0n],
          ['int.eq'],
          ['br_if', 1],
          ['local.get', 1],
          ['local.get', 1],
          ['text.const', 0],
          ['text.cat'],
          ['text.cat'],
          ['local.set', 1],
          ['local.get', 0],
          ['int.const', 1n],
          ['int.sub'],
          ['local.set', 0],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 1],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'exnOperand',
        result: T.INTEGER,
        code: [
          ['try'],
          ['try'],
          ['call', 10],
          ['catch_all'],
          ['new', list],
          ['drop'],
          ['int.const', 1n],
          ['nil'],
          ['call', cons],
          ['drop'],
          ['rethrow'],
          ['end'],
          ['int.const', 0n],
          ['return'],
          ['catch', 1],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
      {
        name: 'faulting',
        params: [int],
        result: T.INTEGER,
        locals: [{}, { type: list }],
        code: [
          ['int.const', 9n],
          ['nil'],
          ['call', cons],
          ['local.set', 1],
          ['try'],
          ['int.const', 1n],
          ['local.get', 0],
          ['int.div'],
          ['drop'],
          ['catch_all'],
          ['drop'],
          ['end'],
          ['new', list],
          ['drop'],
          ['local.get', 1],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
    ],
  };
  // Fuel so short that loop heads give control away all the time, with a collection each time.
  const m = run(spec, {
    stress: true,
    fuel: 100,
    // What has been freed is used again at once, so that nothing dead looks alive.
    onRefuel: (r) => {
      const descriptor = r.layouts.descriptorOf(r.linked.types[list]!);
      for (let n = 0; n < 5000; n++) {
        const junk = r.heap.allocate(descriptor, r.linked.domain);
        r.access.view.setBigInt64(junk, -1n, true);
      }
    },
  });
  const read = (ref: number): bigint[] => {
    const found: bigint[] = [];
    for (let at = ref; at !== 0 && found.length < 10000; at = m.access.view.getUint32(at + 8, true))
      found.push(m.access.view.getBigInt64(at, true));
    return found;
  };

  it('in operands', () => {
    expect(read(m.call('operands') as number)).toEqual([1n, 2n, 3n]);
    expect(read(m.call('reassigned') as number)).toEqual([1n]);
  });
  it('as addresses into objects', () => {
    expect(m.call('interior')).toBe(77n);
  });
  it('in locals of loops', () => {
    expect(read(m.call('build', 50n) as number)).toEqual(Array.from({ length: 50 }, (_, n) => BigInt(n + 1)));
    const before = m.heap.collections;
    const numbers = m.call('build', 3000n) as number;
    m.call('wipe');
    expect(m.call('last', numbers)).toBe(3000n);
    expect(m.heap.collections).toBeGreaterThan(before + 3000);
  });
  it('in exceptions', () => {
    expect(m.call('catchBox')).toBe(5n);
    expect(m.call('holdExn')).toBe(6n);
    expect(m.call('exnOperand')).toBe(6n);
    expect([m.call('faulting', 1n), m.call('faulting', 0n)]).toEqual([9n, 9n]);
    let raised: unknown;
    try {
      m.call('raiseCell');
    } catch (error) {
      raised = error;
    }
    expect(raised).toBeInstanceOf(Raised);
    expect((raised as Raised).exception).toBe(FIRST_EXCEPTION + 1);
  });
  it('in copies of arrays and in texts', () => {
    expect(m.call('array')).toBe(10n);
    expect(m.access.readText(m.call('texts', 4n) as number)).toBe('x'.repeat(31));
  });
  it('and the stack is left as it was', () => {
    expect(m.stackPointer()).toBe(0);
    m.heap.collect();
    expect(m.heap.usage(m.linked.domain).objects).toBeLessThan(5);
  });
});

it('a frame with a loop does not hold on to what earlier frames have left on the stack', () => {
  const cell = own(1);
  const m = run(
    {
      types: [
        { kind: 'record', fields: [{ name: 'next', type: own(1) }] },
        { kind: 'ref', target: own(0) },
      ],
      procedures: [
        {
          name: 'new',
          result: cell,
          // So it has a frame of its own.
          exported: true,
          locals: [{ type: cell }],
          code: [['new', cell], ['local.set', 0], ['local.get', 0], ['return'], ['end']],
        },
        // Leaves references all over the stack.
        {
          name: 'dirty',
          params: [{ mode: 'value', type: T.INTEGER }],
          locals: [{}, { type: cell }, { type: cell }, { type: cell }, { type: cell }],
          code: [
            ...[1, 2, 3, 4].flatMap(
              (n): Code => [
                ['call', 0],
                ['local.set', n],
              ],
            ),
            ['local.get', 0],
            ['int.const', 0n],
            ['int.gt'],
            ['if', 0],
            ['local.get', 0],
            ['int.const', 1n],
            ['int.sub'],
            ['call', 1],
            ['end'],
            ['end'],
          ],
        },
        {
          name: 'serve',
          params: [{ mode: 'value', type: T.INTEGER }],
          locals: [{}, { type: cell }, { type: cell }],
          code: [...whileNotZero(['call', 0], ['drop']), ['local.get', 1], ['local.set', 2], ['end']],
        },
      ],
    },
    {
      fuel: 50,
      onRefuel: (r) => {
        r.heap.collect();
        counts.push(r.heap.usage(r.linked.domain).objects);
      },
    },
  );
  const counts: number[] = [];
  m.call('dirty', 20n);
  counts.length = 0;
  m.call('serve', 20_000n);
  expect(counts.length).toBeGreaterThan(3);
  expect(Math.max(...counts)).toBe(0);
});
