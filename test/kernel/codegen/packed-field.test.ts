import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, Fault, own, run } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const _readonly = (type: number) => ({ mode: 'readonly' as const, type });
const _int = value(T.INTEGER);
const index = (lo: bigint, hi: bigint): TypeDef => ({ kind: 'subrange', base: T.INTEGER, lo, hi });

function _outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

describe('packed fields', () => {
  // Widths chosen so that fields cross bytes, words, and need nine bytes.
  const layouts = [
    [3, 5, 8],
    [1, 1, 1, 1, 1, 1, 1, 1, 1],
    [7, 9, 33, 63, 1],
    [5, 64, 3],
    [12, 12],
    [24],
    [13, 40, 11, 7],
  ];
  it.each(layouts.map((widths) => [widths]))('of widths %j keep their values and their neighbours', (widths) => {
    for (const signed of [false, true]) {
      const types: TypeDef[] = [];
      const fields = widths.map((bits, n) => {
        const span = 2n ** BigInt(signed || bits === 64 ? bits - 1 : bits);
        types.push(index(signed || bits === 64 ? -span : 0n, span - 1n), { kind: 'packed', bits, base: own(2 * n) });
        return { name: `f${n}`, type: own(2 * n + 1) };
      });
      const record = own(types.push({ kind: 'record', fields }) - 1);
      const m = run({
        types,
        globals: [record],
        procedures: widths.flatMap((_, n) => [
          {
            name: `set${n}`,
            params: [value(own(2 * n))],
            code: [['global.addr', 0], ['local.get', 0], ['field.set', record, n], ['end']] as Code,
          },
          {
            name: `get${n}`,
            result: T.INTEGER,
            code: [['global.addr', 0], ['field.get', record, n], ['return'], ['end']] as Code,
          },
        ]),
      });
      const now: bigint[] = widths.map(() => 0n);
      let seed = 12345n;
      for (let round = 0; round < 60; round++) {
        seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n);
        const n = Number((seed >> 33n) % BigInt(widths.length));
        const bits = widths[n]!;
        const raw = BigInt.asUintN(bits, seed ^ (seed >> 17n));
        now[n] = signed || bits === 64 ? BigInt.asIntN(bits, raw) : raw;
        m.call(`set${n}`, now[n]!);
        expect(widths.map((_, k) => m.call(`get${k}`))).toEqual(now);
      }
    }
  });
});
