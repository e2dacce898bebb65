/** What the compiler refuses, and how it says so. */
import { describe, expect, test } from 'vitest';
import { compileProgram } from '../../src/compiler/pipeline.ts';
import { checkProgram } from '../../src/language/check.ts';

function compileText(text: string, trusted = false): { code: string; message: string; at: string }[] {
  const file = { path: /^\s*INTERFACE/.test(text) ? 'Main.i3' : 'Main.m3', text };
  const { program, diagnostics } = checkProgram({ files: [file], partial: true });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return compileProgram(program, 'main', { trusted }).diagnostics.map(({ code, message, span }) => ({
    code,
    message,
    at: text.slice(span.start, span.end),
  }));
}

describe('refused', () => {
  test('EXTERNAL procedures of extensions that are not trusted', () => {
    const text = 'INTERFACE Main; <*EXTERNAL*> PROCEDURE P (n: INTEGER); END Main.';
    expect(compileText(text)).toMatchObject([{ code: 'L5004', at: 'P' }]);
    expect(compileText(text, true)).toEqual([]);
  });

  test('text constants with surrogates', () => {
    const [first, ...rest] = compileText('MODULE Main; VAR t := "ok"; BEGIN t := W"\\xd800" END Main.');
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ code: 'L5002' });
  });

  test('nothing about FINALLY parts that nest deeply', () => {
    const nested = (depth: number): string => (depth === 0 ? 'x := 1' : `TRY x := 2 FINALLY ${nested(depth - 1)} END`);
    const program = (depth: number) => `MODULE Main; VAR x := 0; BEGIN ${nested(depth)} END Main.`;
    expect(compileText(program(40))).toEqual([]);
  });

  test('each unsafe construct of an UNSAFE module', () => {
    const found = compileText(
      'UNSAFE MODULE Main; VAR x: INTEGER; r := 1.0d0; BEGIN x := LOOPHOLE(r, INTEGER); EVAL ADR(x) END Main.',
    );
    expect(found.map((d) => d.code)).toEqual(['L5001', 'L5001']);
  });
});

test('an UNSAFE module without unsafe constructs is compiled, with a warning', () => {
  expect(compileText('UNSAFE MODULE Main; VAR x: INTEGER; BEGIN x := 1 END Main.')).toMatchObject([
    { code: 'L5011', at: 'Main' },
  ]);
});
