/** An integer where a floating-point number is wanted: a literal is written otherwise, a variable converted. */
import { expect, it } from 'vitest';
import { checkProgram } from '../../../src/language/check.ts';

function hints(statement: string): (string | undefined)[] {
  const text = `MODULE M EXPORTS Main;\nVAR r: REAL; l: LONGREAL; x: EXTENDED; i := 3;\nBEGIN\n  ${statement};\n  EVAL r; EVAL l; EVAL x; EVAL i;\nEND M.\n`;
  const { diagnostics } = checkProgram({ files: [{ path: 'M.m3', text }] });
  return diagnostics.filter((d) => d.code === 'M3520').map((d) => d.hint);
}

it.each([
  ['r := 0', 'write 0.0'],
  ['r := -12', 'write -12.0'],
  ['l := 7', 'write 7.0d0'],
  ['x := 7', 'write 7.0x0'],
  ['r := i', 'convert with FLOAT(x, REAL)'],
  ['l := r', 'convert with FLOAT(x, LONGREAL)'],
  ["r := 'a'", undefined],
])('%s', (statement, hint) => {
  expect(hints(statement)).toEqual([hint]);
});
