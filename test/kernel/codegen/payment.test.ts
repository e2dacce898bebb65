/** Loops that go on as long as something holds pay for each turn where the one before it ends, and for the first one along with the loop around them. */
import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { type Code, type Running, run } from './harness.ts';

const int = { mode: 'value' as const, type: T.INTEGER };
const plenty = 2 ** 30;

const assign = (local: number, value: bigint): Code => [
  ['int.const', value],
  ['local.set', local],
];
const add = (local: number, by: bigint): Code => [
  ['local.get', local],
  ['int.const', by],
  ['int.add'],
  ['local.set', local],
];
const isZero = (local: number): Code => [['local.get', local], ['int.const', 0n], ['int.eq']];

/** WHILE local # 0 DO body; local := local DIV 2 END: it counts nothing, so it is not cut into strips. */
const halving = (local: number, ...body: Code): Code => [
  ['block', 0],
  ['loop', 0],
  ...isZero(local),
  ['br_if', 1],
  ...body,
  ['local.get', local],
  ['int.const', 2n],
  ['int.div'],
  ['local.set', local],
  ['br', 0],
  ['end'],
  ['end'],
];

function load(code: Code, more: Parameters<typeof run>[1] = {}): Running {
  const procedure = { name: 'p', params: [int, int], result: T.INTEGER, locals: [{}, {}, {}, {}], code };
  return run({ procedures: [procedure] }, { fuel: plenty, ...more });
}
function used(m: Running, ...args: bigint[]): number {
  m.imports.fuel.value = plenty;
  m.call('p', ...args);
  return plenty - m.imports.fuel.value;
}
const result: Code = [['local.get', 2], ['return'], ['end']];

describe('the turns of a loop', () => {
  it('cost the same, the first one too', () => {
    const m = load([...halving(0, ...add(2, 1n)), ...result]);
    const [none, one, two, many] = [0n, 1n, 2n, 2n ** 40n].map((n) => used(m, n, 0n)) as [
      number,
      number,
      number,
      number,
    ];
    expect(one - none).toBe(two - one);
    expect(many - none).toBe(41 * (one - none));
  });
  it('are paid when they are made, but for the first one, which is part of a turn of the loop around it', () => {
    const inner = halving(3, ...add(2, 1n));
    const m = load([...halving(0, ['local.get', 1], ['local.set', 3], ...inner), ...result]);
    const outer = (turns: bigint, of: bigint) => used(m, 1n << (turns - 1n), of);
    const turn = outer(2n, 0n) - outer(1n, 0n);
    expect(outer(30n, 0n)).toBe(outer(1n, 0n) + 29 * turn);
    // The test of the inner loop is made once more than it has turns; that time is paid with the turn of the outer one.
    const extra = outer(1n, 1n) - outer(1n, 0n);
    expect(extra).toBeGreaterThan(0);
    expect(outer(10n, 2n ** 19n)).toBe(outer(10n, 0n) + 10 * 20 * extra);
  });
  it('are paid by each way back to the head', () => {
    const ways: Code[] = [
      [['br', 0]],
      [
        ['bool.const', 1],
        ['br_if', 0],
      ],
      [['block', 0], ['br', 1], ['end']],
      [['bool.const', 1], ['if', 0], ['br', 1], ['end']],
      [
        ['int.const', 1n],
        ['br_table', 0n, [0, 0]],
      ],
      [
        ['int.const', 0n],
        ['br_table', 0n, [0, 0]],
      ],
    ];
    for (const way of ways) {
      const code: Code = [
        ['block', 0],
        ['loop', 0],
        ...add(2, 1n),
        ['local.get', 2],
        ['local.get', 0],
        ['int.ge'],
        ['br_if', 1],
        ...way,
        ['end'],
        ['end'],
        ...result,
      ];
      const m = load(code);
      const [one, two, many] = [1n, 2n, 10_000n].map((n) => used(m, n, 0n)) as [number, number, number];
      expect(two, way.map(([name]) => name).join()).toBeGreaterThan(one);
      expect(many - one, way.map(([name]) => name).join()).toBe(9999 * (two - one));
      expect(m.call('p', 10_000n, 0n)).toBe(10_000n);
    }
  });
  it('give control away as often, however loops lie in each other', () => {
    const inner = halving(3, ...add(2, 1n));
    const code = [
      ...halving(0, ['local.get', 1], ['local.set', 3], ...inner, ['local.get', 1], ['local.set', 3], ...inner),
    ];
    for (const [outer, of] of [
      [2n ** 62n, 2n ** 62n],
      [2n ** 62n, 1n],
      [2n ** 62n, 0n],
      [1n, 2n ** 62n],
    ] as const) {
      const m = load([...code, ...result]);
      const all = used(m, outer, of);
      const n = load([...code, ...result], { fuel: 100 });
      // All of a batch is taken at once, so the account is looked at whenever one is used up.
      n.call('p', outer, of);
      expect(n.refuels).toBeGreaterThanOrEqual(Math.floor(all / 1024));
      expect(n.refuels).toBeLessThanOrEqual(Math.ceil(all / 512));
    }
  });
  it('end where nothing else ends them, with operands beneath and results', () => {
    const typed: Code = [
      ['int.const', 7n],
      ['loop', 1],
      ...add(2, 1n),
      ['local.get', 2],
      ['local.get', 0],
      ['int.lt'],
      ['br_if', 0],
      ['bool.const', 1],
      ['end'],
      ['if', 0],
      ...add(2, 1n),
      ['end'],
      ['local.get', 2],
      ['int.add'],
      ['return'],
      ['end'],
    ];
    expect(load(typed).call('p', 5000n, 0n)).toBe(5008n);
    const forever: Code = [['loop', 0], ['loop', 0], ['br', 1], ['end'], ['end'], ...assign(2, 1n), ...result];
    const m = load(forever, {
      fuel: 5000,
      onRefuel: (r) => {
        if (r.refuels > 3) throw new WebAssembly.Exception(r.imports.kill, []);
      },
    });
    expect(() => m.call('p', 0n, 0n)).toThrow();
    expect(m.refuels).toBe(4);
  });
});
