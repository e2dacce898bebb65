import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/bytecode/errors.ts';
import { LIMITS } from '../../../src/bytecode/limits.ts';
import { OPCODES } from '../../../src/bytecode/opcodes.ts';
import { assemble } from '../../../src/bytecode/text/assemble.ts';
import { verifyModule } from '../../../src/bytecode/verify/verify.ts';
import { type Case, readCases } from './cases.ts';

const cases = readCases();

function verify({ text, trusted }: Case) {
  const assembled = assemble(text);
  if ('error' in assembled)
    throw new Error(`${assembled.error.line}:${assembled.error.column}: ${assembled.error.message}`);
  return verifyModule(assembled.module, { trusted });
}

for (const file of new Set(cases.map((c) => c.file))) {
  describe(file, () => {
    for (const c of cases.filter((c) => c.file === file)) {
      test(`${c.name}: ${c.expected}`, () => {
        const errors = verify(c);
        const shown = errors.map((e) => `${e.code} ${e.message}`);
        if (c.expected === 'ok') expect(shown).toEqual([]);
        else expect(errors[0]?.code, shown.join('\n')).toBe(c.expected);
      });
    }
  });
}

test('every rule of the verifier is broken by some case', () => {
  // No file can spell B2001; limits.test.ts breaks it with a module in memory.
  const elsewhere = ['B2001'];
  const broken = new Set(cases.map((c) => c.expected));
  const unbroken = Object.keys(RULES).filter(
    (code) => code.startsWith('B2') && !broken.has(code) && !elsewhere.includes(code),
  );
  expect(unbroken).toEqual([]);
});

test('an error names section, procedure, offset and rule', () => {
  const errors = verify(cases.find((c) => c.name === 'integer that may be out of bounds')!);
  expect(errors).toEqual([
    expect.objectContaining({ code: 'B2302', section: 'code', procedure: 'P', offset: 4, rule: RULES['B2302'] }),
  ]);
});

test('one error a procedure, and no more than twenty', () => {
  const bad = (i: number) => `procedure p${i} "P${i}" u Void {\n code {\n drop\n drop\n end\n }\n}\n`;
  const text = `extension "x"\nunit u module "M" {\n}\ntype Void = procedure {\n}\n${Array.from({ length: 30 }, (_, i) => bad(i)).join('')}`;
  const errors = verify({ file: '', name: '', expected: '', trusted: false, text });
  expect(errors.map((e) => e.procedure)).toEqual(Array.from({ length: 20 }, (_, i) => `P${i}`));
});

test('the opcode table fits one byte', () => {
  expect(OPCODES.length).toBeLessThanOrEqual(256);
  expect(new Set(OPCODES.map((o) => o.name)).size).toBe(OPCODES.length);
  expect(LIMITS.stackHeight).toBeGreaterThan(LIMITS.parameters);
});
