/** Hostile files: whatever the bytes, the answer is a module or an error, soon, and never an exception. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeModule } from '../../src/bytecode/decode.ts';
import { encodeModule } from '../../src/bytecode/encode.ts';
import { crc32 } from '../../src/bytecode/format/crc32.ts';
import { HEADER_LENGTH } from '../../src/bytecode/format/schema.ts';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { assemble } from '../../src/bytecode/text/assemble.ts';
import { printModule } from '../../src/bytecode/text/print.ts';
import { verifyModule, verifyProcedure } from '../../src/bytecode/verify/verify.ts';
import { anyModule } from './arbitrary.ts';
import { readCases } from './verify/cases.ts';

/** Modules of the verifier's cases that pass: all instructions occur in them. */
const seeds: SpxModule[] = readCases()
  .filter((c) => c.expected === 'ok' && !c.trusted)
  .map((c) => {
    const result = assemble(c.text);
    if ('error' in result) throw new Error(result.error.message);
    return result.module;
  });
const files = seeds.map((m) => encodeModule(m));

/** Judges a file; true when it passes. */
function judge(bytes: Uint8Array): boolean {
  const result = decodeModule(bytes);
  if ('error' in result) {
    expect(result.error.code).toMatch(/^B1\d{3}$/);
    return false;
  }
  printModule(result.module);
  return judgeModule(result.module);
}

function judgeModule(m: SpxModule): boolean {
  const errors = verifyModule(m);
  for (const e of errors) expect(e.code).toMatch(/^B[12]\d{3}$/);
  if (errors.length > 0) return false;
  // The code generator's way through must agree with the verifier's.
  const imported = m.imports.reduce((sum, i) => sum + i.procedures.length, 0);
  m.procedures.forEach((p, i) => {
    let instructions = 0;
    expect(verifyProcedure(m, imported + i, () => instructions++)).toBeUndefined();
    if (!p.native) expect(instructions).toBeGreaterThan(0);
  });
  return true;
}

function withChecksum(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint32(8, crc32(bytes.subarray(HEADER_LENGTH)), true);
  view.setUint32(12, bytes.length - HEADER_LENGTH, true);
  return bytes;
}

test('the seeds pass', () => {
  expect(seeds.length).toBeGreaterThan(20);
  for (const file of files) expect(judge(file)).toBe(true);
});

test('files with bytes changed, but the right checksum', () => {
  const change = fc.record({ at: fc.nat(), bit: fc.nat({ max: 7 }) });
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 3 }), (file, changes) => {
      const bytes = file.slice();
      for (const { at, bit } of changes) bytes[HEADER_LENGTH + (at % (bytes.length - HEADER_LENGTH))]! ^= 1 << bit;
      if (!judge(withChecksum(bytes))) refused++;
    }),
    { numRuns: 1500 },
  );
  expect(refused).toBeGreaterThan(500);
});

test('files cut, but with the right checksum', () => {
  for (const file of files.slice(0, 10)) {
    for (let length = HEADER_LENGTH; length < file.length; length += 3) judge(withChecksum(file.slice(0, length)));
  }
});

test('files with pieces moved about', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(), fc.nat({ max: 20 }), (file, from, to, length) => {
      const bytes = file.slice();
      const room = bytes.length - HEADER_LENGTH - length;
      bytes.copyWithin(
        HEADER_LENGTH + (to % room),
        HEADER_LENGTH + (from % room),
        HEADER_LENGTH + (from % room) + length,
      );
      judge(withChecksum(bytes));
    }),
    { numRuns: 500 },
  );
});

test('procedures with other code', () => {
  let passed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.nat(), fc.nat(), fc.nat({ max: 255 }), (m, which, at, byte) => {
      const procedures = m.procedures.map((p, i) => {
        if (p.code.length === 0 || i !== which % m.procedures.length) return p;
        const code = p.code.slice();
        code[at % code.length] = byte;
        return { ...p, code };
      });
      if (judgeModule({ ...m, procedures })) passed++;
    }),
    { numRuns: 2500 },
  );
  // Some changes are harmless; if none were, the test would not reach the interesting states.
  expect(passed).toBeGreaterThan(0);
});

test('modules without sense', () => {
  fc.assert(
    fc.property(anyModule, (m) => {
      judgeModule(m);
    }),
    { numRuns: 500 },
  );
});

test('random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      judge(bytes);
      judge(withChecksum(Uint8Array.from([0, 0x53, 0x50, 0x58, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...bytes])));
    }),
    { numRuns: 500 },
  );
});
