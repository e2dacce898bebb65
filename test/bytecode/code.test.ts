import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeWriter, instructions, readInstruction } from '../../src/bytecode/code.ts';
import { OPCODES, opcode } from '../../src/bytecode/opcodes.ts';
import { anyInstruction } from './arbitrary.ts';

describe('instructions', () => {
  test('every one comes back as written', () => {
    for (const { name } of OPCODES) {
      fc.assert(
        fc.property(anyInstruction(name), ({ immediates }) => {
          const writer = new CodeWriter();
          writer.emit(name, ...immediates);
          const code = writer.finish();
          const read = readInstruction(code, 0);
          expect(OPCODES[read.op]!.name).toBe(name);
          expect(read.immediates).toEqual(immediates);
          expect(read.next).toBe(code.length);
        }),
        { numRuns: 20 },
      );
    }
  });

  test('come in order with their offsets', () => {
    const writer = new CodeWriter();
    const offsets = [writer.emit('int.const', 300), writer.emit('br_table', 0n, [1, 0]), writer.emit('end')];
    const read = [...instructions(writer.finish())];
    expect(read.map((i) => i.offset)).toEqual(offsets);
    expect(read.map((i) => i.immediates)).toEqual([[300n], [0n, [1, 0]], []]);
  });

  test.each<[string, ...(number | bigint | number[])[]]>([
    ['int.const'],
    ['end', 1],
    ['int.const', 0.5],
    ['int.const', 2n ** 63n],
    ['local.get', -1],
    ['local.get', 1n],
    ['block', 2],
    ['fault', 1000],
    ['br_table', 0n, []],
    ['real.const', 0.1],
  ])('a wrong immediate is a mistake of the writer: %s %s', (name, ...immediates) => {
    expect(() => new CodeWriter().emit(name, ...immediates)).toThrow();
  });

  test('a table with more labels than bytes is refused before anything is allocated', () => {
    const code = Uint8Array.of(opcode('br_table').code, 0, 0xff, 0xff, 0xff, 0xff, 0x0f);
    expect(() => readInstruction(code, 0)).toThrow(/labels/);
  });
});

describe('line marks', () => {
  test('stand once for a place, and the last one at an offset counts', () => {
    const writer = new CodeWriter();
    writer.mark(1, 1);
    writer.mark(2, 5);
    writer.emit('nil');
    writer.mark(2, 5);
    writer.emit('drop');
    writer.mark(3, 1);
    writer.emit('end');
    expect(writer.lines).toEqual([
      { offset: 0, line: 2, column: 5 },
      { offset: 2, line: 3, column: 1 },
    ]);
  });
});
