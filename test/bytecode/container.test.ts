import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decoded, decodeModule, readSections } from '../../src/bytecode/decode.ts';
import { encodeModule } from '../../src/bytecode/encode.ts';
import type { BytecodeError } from '../../src/bytecode/errors.ts';
import { crc32 } from '../../src/bytecode/format/crc32.ts';
import { DEBUG_SECTION, HEADER_LENGTH } from '../../src/bytecode/format/schema.ts';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { anyModule } from './arbitrary.ts';
import { sample } from './sample.ts';

function decoded(result: Decoded): SpxModule {
  if ('error' in result) throw new Error(`${result.error.code} ${result.error.message}`);
  return result.module;
}

function errorOf(bytes: Uint8Array): BytecodeError | undefined {
  const result = decodeModule(bytes);
  return 'error' in result ? result.error : undefined;
}

/** A file with other contents behind the header, whose length and checksum fit them. */
function refit(bytes: Uint8Array, change: (content: number[]) => void): Uint8Array {
  const content = [...bytes.subarray(HEADER_LENGTH)];
  change(content);
  const file = Uint8Array.from([...bytes.subarray(0, HEADER_LENGTH), ...content]);
  const view = new DataView(file.buffer);
  view.setUint32(8, crc32(file.subarray(HEADER_LENGTH)), true);
  view.setUint32(12, content.length, true);
  return file;
}

describe('round trip', () => {
  test('any module comes back equal, and equal modules have equal bytes', () => {
    fc.assert(
      fc.property(anyModule, (m) => {
        const bytes = encodeModule(m);
        const back = decoded(decodeModule(bytes));
        expect(back).toStrictEqual(m);
        expect(encodeModule(back)).toEqual(bytes);
      }),
      { numRuns: 150 },
    );
  });

  test('a real module comes back equal', () =>
    expect(decoded(decodeModule(encodeModule(sample())))).toStrictEqual(sample()));

  test('stripping takes lines and names of locals, nothing else', () => {
    const m = sample();
    const bytes = encodeModule(m, { strip: true });
    expect(readSections(bytes).some((s) => s.id === DEBUG_SECTION)).toBe(false);
    expect(bytes.length).toBeLessThan(encodeModule(m).length);
    const bare = m.procedures.map((p) => ({ ...p, lines: [], locals: p.locals.map((l) => ({ ...l, name: '' })) }));
    expect(decoded(decodeModule(bytes))).toStrictEqual({ ...m, procedures: bare });
  });

  test('a custom section is skipped', () => {
    const bytes = refit(encodeModule(sample()), (content) => content.push(127, 3, 1, 65, 66, 127, 0));
    expect(decoded(decodeModule(bytes))).toStrictEqual(sample());
  });
});

describe('the producer is told', () => {
  test('that lone surrogates cannot be written', () =>
    expect(() => encodeModule({ ...sample(), name: '\ud800' })).toThrow(RangeError));
  test('that lone surrogates are no text constants', () =>
    expect(() => encodeModule({ ...sample(), texts: ['\udc00'] })).toThrow(RangeError));
  test('that builtin types are not stored', () =>
    expect(() => encodeModule({ ...sample(), types: [{ kind: 'char' }] })).toThrow(RangeError));
});

describe('bad files', () => {
  const good = encodeModule(sample());
  const codes = (bytes: Uint8Array) => errorOf(bytes)?.code;

  test('nothing, and other files', () => {
    expect(codes(new Uint8Array())).toBe('B1001');
    expect(codes(new TextEncoder().encode('MODULE Main; END Main.'))).toBe('B1001');
  });
  test('another version', () => {
    const bytes = good.slice();
    bytes[4] = 99;
    expect(errorOf(bytes)).toMatchObject({ code: 'B1003', offset: 4 });
  });
  test('cut off anywhere', () => {
    for (let length = 4; length < good.length; length++) expect(codes(good.subarray(0, length))).toBe('B1002');
  });
  test('bytes after the end', () => expect(codes(Uint8Array.from([...good, 0]))).toBe('B1005'));
  test('one bit flipped anywhere in the contents', () => {
    for (let i = HEADER_LENGTH; i < good.length; i++) {
      const bytes = good.slice();
      bytes[i]! ^= 1 << (i % 8);
      expect(codes(bytes)).toBe('B1004');
    }
  });
  test('an unknown section', () => expect(codes(refit(good, (c) => c.push(12, 0)))).toBe('B1005'));
  test('a section twice', () => expect(codes(refit(good, (c) => c.push(11, 1, 0)))).toBe('B1005'));
  test('sections out of order', () => expect(codes(refit(good, (c) => c.push(127, 0, 3, 0)))).toBe('B1005'));
  test('a missing section', () => {
    const before = readSections(good).find((s) => s.name === 'exceptions')!;
    const bytes = refit(good, (c) => c.splice(before.end - HEADER_LENGTH, c.length));
    expect(errorOf(bytes)).toMatchObject({ code: 'B1005', section: 'procedures' });
  });
  test('a section that is longer than what is in it', () => {
    const empty: SpxModule = {
      ...sample(),
      texts: [],
      types: [],
      imports: [],
      interfaces: [],
      units: [],
      globals: [],
      exceptions: [],
      procedures: [],
    };
    const bytes = refit(encodeModule(empty), (c) => {
      const at = c.length - 3;
      expect(c.slice(at)).toEqual([10, 1, 0]);
      c.splice(at, 3, 10, 2, 0, 0);
    });
    expect(errorOf(bytes)).toMatchObject({ code: 'B1006', section: 'procedures' });
  });
  test('a count that the bytes cannot hold', () => {
    const empty: SpxModule = {
      ...sample(),
      texts: [],
      types: [],
      imports: [],
      interfaces: [],
      units: [],
      globals: [],
      exceptions: [],
      procedures: [],
    };
    const bytes = refit(encodeModule(empty), (c) => c.splice(c.length - 3, 3, 10, 5, 0xff, 0xff, 0xff, 0xff, 0x0f));
    expect(errorOf(bytes)).toMatchObject({ code: 'B1103', section: 'procedures' });
  });
  test('a string that is not UTF-8', () => {
    const at = good.findIndex((byte, i) => byte === 0x73 && good[i + 1] === 0x61 && good[i + 2] === 0x6d);
    const bytes = refit(good, (c) => {
      c[at - HEADER_LENGTH] = 0xff;
    });
    expect(errorOf(bytes)).toMatchObject({ code: 'B1105', section: 'strings' });
  });
  test('an index that means nothing', () => {
    const bytes = encodeModule({ ...sample(), globals: [{ name: 'g', unit: 99, type: 0 }] });
    expect(errorOf(bytes)).toMatchObject({ code: 'B1201', section: 'globals' });
  });
  test('constants nested too deep', () => {
    let value: import('../../src/bytecode/types.ts').ConstDef = { kind: 'nil' };
    for (let i = 0; i < 100; i++) value = { kind: 'aggregate', parts: [value] };
    const m: SpxModule = { ...sample(), types: [{ kind: 'record', fields: [{ name: 'x', type: 0, default: value }] }] };
    expect(errorOf(encodeModule(m))).toMatchObject({ code: 'B1107', section: 'types' });
  });
});

test('the checksum is that of ISO 3309', () => expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926));
