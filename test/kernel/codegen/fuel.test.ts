import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { type Code, run, whileNotZero } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const int = value(T.INTEGER);

describe('fuel', () => {
  const spin: Code = [['loop', 0], ['br', 0], ['end'], ['end']];
  const procedures = [
    { name: 'forever', ephemeral: true, code: spin },
    {
      name: 'stubborn',
      code: [['loop', 0], ['try'], ['call', 0], ['catch_all'], ['drop'], ['end'], ['br', 0], ['end'], ['end']] as Code,
    },
    {
      name: 'recursive',
      params: [int],
      code: [
        ['local.get', 0],
        ['int.const', 0n],
        ['int.gt'],
        ['if', 0],
        ['local.get', 0],
        ['int.const', 1n],
        ['int.sub'],
        ['call', 2],
        ['end'],
        ['end'],
      ] as Code,
    },
    { name: 'count', params: [int], code: [...whileNotZero(), ['end']] as Code },
  ];
  it('ends what never ends, and no handler of the program can stop that', () => {
    for (const name of ['forever', 'stubborn']) {
      const m = run(
        { procedures },
        {
          onRefuel: (r) => {
            if (r.refuels > 3) throw new WebAssembly.Exception(r.imports.kill, []);
          },
        },
      );
      let thrown: unknown;
      try {
        m.call(name);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(WebAssembly.Exception);
      expect((thrown as WebAssembly.Exception).is(m.imports.kill)).toBe(true);
      expect(m.refuels).toBe(4);
    }
  });
  it('is used alike by equal runs, by recursion as by loops', () => {
    const used = [0, 1].map(() => {
      const m = run({ procedures }, { fuel: 2 ** 30 });
      m.call('recursive', 1000n);
      const afterRecursion = m.imports.fuel.value;
      m.call('count', 100_000n);
      return [2 ** 30 - afterRecursion, afterRecursion - m.imports.fuel.value];
    });
    expect(used[0]).toEqual(used[1]);
    expect(used[0]![0]).toBeGreaterThan(1000);
    expect(used[0]![1]).toBeGreaterThan(100_000);
  });
});
