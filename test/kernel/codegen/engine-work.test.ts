/** Code that is little to generate and too much for the engine is refused: nobody could run while that is compiled. */
import { expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { GenerateError } from '../../../src/kernel/codegen/generate.ts';
import { type Code, run } from './harness.ts';

const times = (n: number, code: (k: number) => Code): Code => Array.from({ length: n }, (_, k) => code(k)).flat();

function running(locals: number, blocks: number, block: Code): { call(name: string, n: bigint): unknown } {
  return run({
    procedures: [
      {
        name: 'test',
        params: [{ mode: 'value', type: T.INTEGER }],
        result: T.INTEGER,
        locals: Array.from({ length: locals }, () => ({})),
        code: [
          ...times(locals, (k) => [
            ['local.get', 0],
            ['local.set', k],
          ]),
          ...times(blocks, () => block),
          ['local.get', 0],
          ['return'],
          ['end'],
        ],
      },
    ],
  });
}

const LOOP: Code = [['loop', 0], ['end']];
const BRANCH: Code = [['block', 0], ['local.get', 0], ['int.const', 5n], ['int.eq'], ['br_if', 0], ['end']];

it.each([
  ['loops', 9_000, 3_000, LOOP],
  ['branches', 9_000, 9_000, BRANCH],
] as const)('many locals and many %s', (_, locals, blocks, code) => {
  expect(() => running(locals, blocks, code)).toThrow(GenerateError);
});

it.each([
  ['many locals', 9_000, 300, BRANCH],
  ['many loops', 100, 9_000, LOOP],
] as const)('%s alone are all right', (_, locals, blocks, code) => {
  expect(running(locals, blocks, code).call('test', 7n)).toBe(7n);
});
