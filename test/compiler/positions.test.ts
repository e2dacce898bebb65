/** Where a report says that something failed: the caret in the source is the place. */
import { describe, expect, test } from 'vitest';
import { compile, run } from './machine.ts';

/** The source without its caret `‸`, and where that stood. */
function withCaret(marked: string): { text: string; line: number; column: number } {
  const at = marked.indexOf('‸');
  const before = marked.slice(0, at).split('\n');
  return { text: marked.replace('‸', ''), line: before.length, column: before.at(-1)!.length + 1 };
}

describe('the report of an uncaught exception names the place of', () => {
  test.each([
    ['RAISE', 'EXCEPTION E; BEGIN\n  a[0] := 1;\n  ‸RAISE E'],
    ['an index', 'BEGIN\n  a[1] := 2;\n  i := 1 + ‸a[i] + 3'],
    ['an assignment out of range', 'BEGIN\n  s := 3;\n  s := ‸i'],
    ['a dereference of NIL', 'BEGIN i := 2;\n\n  i := ‸r^'],
    ['a failed assertion', 'BEGIN\n  IF TRUE THEN\n    ‸<*ASSERT i = 3*>\n  END'],
    ['a division', 'BEGIN\n  i := 5;\n  i := i DIV (i - 5) + 1'.replace('i := i DIV', 'i := ‸i DIV')],
    [
      'a procedure that returns nothing',
      'PROCEDURE P (): INTEGER =\n  BEGIN\n    IF i = 0 THEN RETURN 1 END;\n  END ‸P;\nBEGIN\n  i := P()',
    ],
    [
      'an exception that RAISES does not admit',
      'EXCEPTION E;\nPROCEDURE P () RAISES {} = BEGIN ‸RAISE E END P;\nBEGIN\n  P()',
    ],
    ['a missing case', 'BEGIN\n  ‸CASE i OF 1, 2 => i := 0 END'],
    ['an argument', 'PROCEDURE P (n: [0 .. 3]; m: INTEGER) = BEGIN i := n + m END P;\nBEGIN\n  P(\n    ‸i,\n    i)'],
  ])('%s', async (_, marked) => {
    const { text, line, column } = withCaret(
      `MODULE Main;\nVAR i := 9; a: ARRAY [0 .. 3] OF INTEGER; s: [0 .. 5]; r: REF INTEGER;\n${marked}\nEND Main.\n`,
    );
    const { module, errors } = compile('main', [{ path: 'src/Main.m3', text }]);
    expect(errors).toEqual([]);
    const { reports, outcome } = await run(module);
    expect(outcome).toBe('failed');
    expect(reports.split('\n')[0]).toMatch(new RegExp(` at src/Main\\.m3:${line}:${column}$`));
  });
});

test('the stack names the callers with the places of their calls', async () => {
  const text = `MODULE Main;
EXCEPTION E;
PROCEDURE Outer () RAISES {E} =
  PROCEDURE Inner () RAISES {E} = BEGIN
    RAISE E
  END Inner;
BEGIN
  Inner()
END Outer;
BEGIN
  Outer();
END Main.
`;
  const { module } = compile('main', [{ path: 'Main.m3', text }]);
  const { reports } = await run(module);
  const places = [...reports.matchAll(/in (\S+) \((\S+)\)/g)].map(([, procedure, place]) => `${procedure} ${place}`);
  expect(places).toEqual(['Main.Outer.Inner Main.m3:5:5', 'Main.Outer Main.m3:8:3', 'Main.Main_M3 Main.m3:11:3']);
});
