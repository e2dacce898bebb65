/** What a loop costs that counts from a constant to a constant is paid before it begins, and given back where it is left earlier. Other loops pay as they go. */
import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { verifyProcedure } from '../../../src/bytecode/verify/verify.ts';
import { countedLoop } from '../../../src/kernel/codegen/counted.ts';
import { loopsOf } from '../../../src/kernel/codegen/loops.ts';
import { buildModule, type Code, type ProcedureSpec, type Running, run } from './harness.ts';

const int = { mode: 'value' as const, type: T.INTEGER };

interface Parts {
  readonly before?: Code;
  readonly from?: bigint;
  readonly last?: bigint;
  readonly step?: bigint;
  readonly body?: Code;
}

/** FOR local1 := from TO last DO INC(local2); body END; RETURN local2 */
function counting({ before = [], from = 0n, last = 99n, step = 1n, body = [] }: Parts): Code {
  return [
    ['block', 0],
    ['int.const', from],
    ['local.set', 1],
    ...before,
    ['loop', 0],
    ['local.get', 2],
    ['int.const', 1n],
    ['int.add'],
    ['local.set', 2],
    ...body,
    ['local.get', 1],
    ['int.const', last],
    ['int.ge'],
    ['br_if', 1],
    ['local.get', 1],
    ['int.const', step],
    ['int.add'],
    ['local.set', 1],
    ['br', 0],
    ['end'],
    ['end'],
    ['local.get', 2],
    ['return'],
    ['end'],
  ];
}
const procedure = (name: string, code: Code): ProcedureSpec => ({
  name,
  params: [int],
  result: T.INTEGER,
  locals: [{}, {}, {}, {}],
  code,
});

function found(code: Code) {
  const module = buildModule({ procedures: [procedure('p', code)] });
  const all: Parameters<typeof countedLoop>[0][number][] = [];
  expect(verifyProcedure(module, 0, (i) => all.push(i))).toBeUndefined();
  const assignments = new Map<number, number[]>();
  code.forEach(([name, local], n) => {
    if (name === 'local.set') assignments.set(local as number, [...(assignments.get(local as number) ?? []), n]);
  });
  const begin = code.findIndex(([name]) => name === 'loop');
  const end = code.length - 5;
  expect(code[end]).toEqual(['end']);
  return loopsOf(all).get(begin)!.simple ? countedLoop(all, begin, end, assignments) : undefined;
}

/** Leaves when local0 counts are done, by the instructions that are given. */
const early = (...how: Code): Code => [['local.get', 2], ['local.get', 0], ['int.eq'], ['if', 0], ...how, ['end']];
const again: Code = [['local.get', 2], ['local.get', 0], ['int.lt'], ['br_if', 0]];
const reset: Code = [
  ['int.const', 0n],
  ['local.set', 1],
];

describe('a loop is counted', () => {
  it('that goes by ones from a constant to a constant', () => {
    expect(found(counting({}))).toMatchObject({ counter: 1, last: 99n, times: 100n });
    expect(found(counting({ body: early(['br', 2]) }))).toMatchObject({ times: 100n });
    expect(found(counting({ from: 5n, last: 5n }))).toMatchObject({ last: 5n, times: 1n });
  });
  it('whose limit is passed before it begins: it runs once', () => {
    expect(found(counting({ from: 50n, last: -(2n ** 63n) }))).toMatchObject({ last: 50n, times: 1n });
  });
  it.each<[string, Parts]>([
    ['that sets its counter', { body: reset }],
    ['that sets its counter on some way', { body: early(...reset) }],
    ['that is gone on with elsewhere', { body: again }],
    ['that is gone on with from a block within', { body: early(['br', 1]) }],
    ['that goes by other steps', { step: 2n }],
    ['that does not move', { step: 0n }],
    [
      'whose beginning is no constant',
      {
        before: [
          ['local.get', 0],
          ['local.set', 1],
        ],
      },
    ],
  ])('but not one %s', (_, parts) => {
    expect(found(counting(parts))).toBeUndefined();
  });
  it.each([
    ['goes on with', [0, 1]],
    ['leaves', [0, 2]],
  ])('but not one that a table of branches %s', (_, labels) => {
    const table: Code = [['block', 0], ['local.get', 0], ['br_table', 0n, labels], ['end']];
    expect(found(counting({ body: table }))).toBeUndefined();
  });
  it('where a table of branches stays within it', () => {
    const table: Code = [['block', 0], ['block', 0], ['local.get', 0], ['br_table', 0n, [1, 0]], ['end'], ['end']];
    expect(found(counting({ body: table }))).toMatchObject({ times: 100n });
  });
});

describe('fuel of counted loops', () => {
  const FUEL = 2 ** 30;
  const used = (m: Running, name: string, arg: bigint): number => {
    const before = m.imports.fuel.value;
    m.call(name, arg);
    return before - m.imports.fuel.value;
  };
  const m = run(
    {
      procedures: [
        procedure('whole', counting({})),
        procedure('branch', counting({ body: early(['br', 2]) })),
        procedure('branchIf', counting({ body: [['local.get', 2], ['local.get', 0], ['int.eq'], ['br_if', 1]] })),
        procedure('returns', counting({ body: early(['local.get', 2], ['return']) })),
        procedure(
          'table',
          counting({
            body: [['block', 0], ['local.get', 2], ['local.get', 0], ['int.sub'], ['br_table', 0n, [2, 0]], ['end']],
          }),
        ),
        procedure('tableOnce', counting({ from: 3n, last: 1n, body: early(['br', 2]) })),
      ],
    },
    { fuel: FUEL },
  );
  it('is that of the iterations that were made, however the loop was left', () => {
    const whole = used(m, 'whole', 0n);
    expect(whole).toBeGreaterThanOrEqual(100);
    for (const name of ['branch', 'branchIf', 'returns', 'table']) {
      const [one, two, fifty, all] = [1n, 2n, 50n, 1000n].map((n) => used(m, name, n)) as [
        number,
        number,
        number,
        number,
      ];
      const each = two - one;
      expect(each).toBeGreaterThan(0);
      expect([name, fifty - one]).toEqual([name, 49 * each]);
      expect([name, all - one]).toEqual([name, 99 * each]);
    }
  });
  it('results are those of the loop', () => {
    expect(m.call('whole', 0n)).toBe(100n);
    for (const name of ['branch', 'branchIf', 'returns', 'table']) {
      expect([1n, 2n, 99n, 100n, 101n].map((n) => m.call(name, n))).toEqual([1n, 2n, 99n, 100n, 100n]);
    }
    expect([1n, 2n].map((n) => m.call('tableOnce', n))).toEqual([1n, 1n]);
    expect(used(m, 'tableOnce', 1n)).toBe(used(m, 'tableOnce', 2n));
  });
  it('runs out in loops that only look counted', () => {
    const endless: Record<string, Code> = {
      reset: counting({ body: reset }),
      again: counting({
        body: [
          ['bool.const', 1],
          ['br_if', 0],
        ],
      }),
      still: counting({ step: 0n }),
      many: counting({ last: 2n ** 63n - 1n }),
    };
    for (const [name, code] of Object.entries(endless)) {
      const ended = run(
        { procedures: [procedure(name, code)] },
        {
          onRefuel: (r) => {
            if (r.refuels > 3) throw new WebAssembly.Exception(r.imports.kill, []);
          },
        },
      );
      expect(() => ended.call(name, 0n)).toThrow(WebAssembly.Exception);
      expect([name, ended.refuels]).toEqual([name, 4]);
    }
  });
});

it('counted loops within each other are charged for each of their turns', () => {
  const inner: Code = [
    ['block', 0],
    ['int.const', 0n],
    ['local.set', 3],
    ['loop', 0],
    ['local.get', 2],
    ['int.const', 1n],
    ['int.add'],
    ['local.set', 2],
    ['local.get', 3],
    ['int.const', 199n],
    ['int.ge'],
    ['br_if', 1],
    ['local.get', 3],
    ['int.const', 1n],
    ['int.add'],
    ['local.set', 3],
    ['br', 0],
    ['end'],
    ['end'],
  ];
  let refuels = 0;
  const m = run(
    { procedures: [procedure('nested', counting({ body: inner }))] },
    {
      fuel: 5000,
      onRefuel: (r) => {
        refuels++;
        r.imports.fuel.value = 5000;
      },
    },
  );
  expect(m.call('nested', 0n)).toBe(20_100n);
  // 20 000 iterations of two units each.
  expect(refuels).toBeGreaterThanOrEqual(7);
  expect(refuels).toBeLessThanOrEqual(10);
});
