import { describe, expect, it } from 'vitest';
import { opcode } from '../../../src/bytecode/opcodes.ts';
import { T } from '../../../src/bytecode/types.ts';
import type { TypedInstruction } from '../../../src/bytecode/verify/operands.ts';
import { verifyProcedure } from '../../../src/bytecode/verify/verify.ts';
import { liveAcross } from '../../../src/kernel/codegen/live.ts';
import { loopsOf } from '../../../src/kernel/codegen/loops.ts';
import { buildModule, type Code } from './harness.ts';

const CALL = opcode('call').code;
const call: Code = [['call', 0]];
const set: Code = [
  ['int.const', 1n],
  ['local.set', 0],
];
const read: Code = [['local.get', 0], ['drop']];
const condition: Code = [['local.get', 1], ['int.const', 0n], ['int.eq']];

/** Of local 0, where calls are the points. */
function live(...code: Code): { points: number; heads: number } {
  const module = buildModule({
    procedures: [
      { name: 'callee', code: [['end']] },
      { name: 'test', locals: [{ type: T.INTEGER }, { type: T.INTEGER }], code: [...code, ['end']] },
    ],
  });
  const all: TypedInstruction[] = [];
  expect(verifyProcedure(module, 1, (i) => all.push(i))).toBeUndefined();
  const points = all.flatMap((i, n) => (i.op === CALL && !i.unreachable ? [n] : []));
  const found = liveAcross(all, 2, points, loopsOf(all));
  return { points: found.points[0]!, heads: found.heads[0]! };
}

describe('a local lives across a call', () => {
  it('when it is read behind it', () => {
    expect(live(...set, ...call, ...read).points).toBe(1);
    expect(live(...call, ...read).points).toBe(1);
    expect(live(...set, ...read, ...call).points).toBe(0);
  });
  it('unless it is assigned in between', () => {
    expect(live(...set, ...call, ...set, ...read).points).toBe(0);
    expect(live(...set, ...call, ...condition, ['if', 0], ...set, ...read, ['end']).points).toBe(0);
  });
  it('when it is assigned on some of the ways only', () => {
    expect(live(...set, ...call, ...condition, ['if', 0], ...set, ['end'], ...read).points).toBe(1);
    expect(live(...set, ...call, ...condition, ['if', 0], ...set, ['else'], ...read, ['end']).points).toBe(1);
    expect(live(...set, ...call, ['block', 0], ...condition, ['br_if', 0], ...set, ['end'], ...read).points).toBe(1);
  });
  it('when the call is in one arm', () => {
    expect(live(...set, ...condition, ['if', 0], ...call, ['else'], ['end'], ...read).points).toBe(1);
  });
  it('in a loop, when the next turn reads it', () => {
    const loop = (...body: Code): Code => [
      ['block', 0],
      ['loop', 0],
      ...condition,
      ['br_if', 1],
      ...body,
      ['br', 0],
      ['end'],
      ['end'],
    ];
    expect(live(...set, ...loop(...read, ...call))).toEqual({ points: 1, heads: 1 });
    expect(live(...loop(...read, ...set, ...call))).toEqual({ points: 1, heads: 1 });
    expect(live(...loop(...call, ...set, ...read))).toEqual({ points: 0, heads: 0 });
    expect(live(...set, ...loop(...read))).toEqual({ points: 0, heads: 1 });
    expect(live(...set, ...loop(...call), ...set, ...read)).toEqual({ points: 0, heads: 0 });
    expect(live(...set, ...loop(...call), ...read)).toEqual({ points: 1, heads: 1 });
    expect(live(...set, ...loop(...loop(...call), ...read))).toEqual({ points: 1, heads: 1 });
  });
  it('in time that grows with the procedure only', () => {
    const depth = 3000;
    const nest = Array.from({ length: depth }, (): Code => [['block', 0], ...set]).flat();
    expect(live(...nest, ...call, ...read, ...Array.from({ length: depth }, () => ['end'] as const)).points).toBe(1);
  });
});
