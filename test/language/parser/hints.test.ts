/** What people bring from other languages: one error each, with the sentence that helps. */
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../../src/language/parser/parse.ts';

const problems = (text: string): [code: string, hint: string | undefined][] =>
  parseUnit(text, 'test.m3').diagnostics.map(({ code, hint }) => [code, hint]);

const FOR = 'FOR i := first TO last BY step DO … END evaluates its bounds once; WHILE tests a condition.';
const CASE = 'It is written CASE x OF | 1 => … | 2 => … ELSE … END; no arm goes on into the next.';

describe('in statements', () => {
  it.each([
    ['IF a == b THEN END', 'Equality is written `=`, assignment `:=`.'],
    ['IF a != b THEN END', '“Not” is written NOT, “not equal” `#`.'],
    ['IF a <> b THEN END', '“Not equal” is written `#`.'],
    ['IF a && b THEN END', '“And” is written AND; `&` joins texts.'],
    ['IF a || b THEN END', '“Or” is written OR.'],
    ['a = 3', 'Assignment is written `:=`.'],
    ["t := 'hello'", 'Texts stand in double quotes.'],
    ['a += 1', 'To add to a variable, write INC(x, n).'],
    ['a++', 'To add one, write INC(x).'],
    ['a--', 'To subtract one, write DEC(x).'],
    ['a -= 2', 'To subtract from a variable, write DEC(x, n).'],
    ['// what\n', 'A comment is written (* … *).'],
    ['a := b % c', 'The remainder is written MOD.'],
    ['CASE a OF 1: f() END', 'Labels are followed by `=>`.'],
    ['if a then b := 1; end', 'Keywords are written in capitals: IF. Likewise THEN, END.'],
    ['IF a THEN b := 1; else if c then b := 2 END', 'Keywords are written in capitals: ELSE. Likewise IF, THEN.'],
    [
      'IF a THEN b := 1; ELSE IF c THEN b := 2 END',
      'ELSE IF begins another IF, with an END of its own; “else if” is written ELSIF.',
    ],
    ['switch a of | 1 => f() END', 'switch is written CASE. Likewise OF.'],
    ['IF a = 1 { f(); }', 'Statements stand between THEN and END, without braces.'],
    ['IF a = 1 { f(); } ELSE { g(); h() }', 'Statements stand between THEN and END, without braces.'],
    ['WHILE a IN S{1, 2} { f() }', 'Statements stand between DO and END, without braces.'],
    ['FOR i := 0 TO 9 { a[i] := T{i} }', 'Statements stand between DO and END, without braces.'],
    ['IF a := 1 THEN f() END', 'Equality is written `=`, assignment `:=`.'],
    ['IF !a THEN f() END', '“Not” is written NOT, “not equal” `#`.'],
    ['/* what */ f()', 'A comment is written (* … *).'],
    ['a := b ? c', 'There are no conditional expressions: use IF.'],
    ['a := .5', 'A number begins with a digit: 0.5.'],
    ['RETRUN a', 'Is RETURN meant?'],
    ['WHLIE a DO END', 'Is WHILE meant?'],
    ['IF a THEN b() ELSEIF c THEN d() ELSE e() END', 'ELSEIF is written ELSIF.'],
    ['IF a THEN b() elif c THEN d() elif f THEN g() END', 'elif is written ELSIF.'],
    ['IF a THEN b() ELSEIF c # NIL THEN d() END', 'ELSEIF is written ELSIF.'],
    ['IF a AND b || c THEN f() ELSE g() END', '“Or” is written OR.'],
    ['IF a AND b := 3 THEN f() ELSE g() END', 'Equality is written `=`, assignment `:=`.'],
    ['REPEAT f() UNTIL a := 1', 'Equality is written `=`, assignment `:=`.'],
    ['f(a; b)', 'Arguments are separated by commas.'],
    ['x := f(a[1]; b + g(c))', 'Arguments are separated by commas.'],
    ['f(a; )', 'Arguments are separated by commas.'],
    ['for (i = 0; i < n; i++) DO f(i) END', FOR],
    ['for (int i = 0; i <= n; i++) { f(i); IF a THEN g() END }', FOR],
    ['FOR (i := 0; i < n; i++) { f(i) } h()', FOR],
    ['switch (a.b) { case 1: f(); break; case 2: g(T{1}); break; default: h(); }', CASE],
    ['switch (a) { | 1 => f() | 2 => g() ELSE h() END', CASE],
  ])('%s', (statement, hint) => {
    const found = problems(`MODULE M;\nBEGIN\n  f();\n  ${statement};\n  g();\nEND M.\n`);
    expect(found.map(([, h]) => h)).toEqual(statement.match(/\belif\b/g)?.map(() => hint) ?? [hint]);
  });
});

describe('in declarations', () => {
  it.each([
    ['CONST N := 10;', 'Constants and types are declared with `=`; `:=` gives a variable its first value.'],
    ['TYPE T := INTEGER;', 'Constants and types are declared with `=`; `:=` gives a variable its first value.'],
    ['VAR x = 3;', 'Assignment is written `:=`.'],
    ['PROCEDURE P() := BEGIN f() END P;', 'The body of a procedure stands behind `=`.'],
    [
      'TYPE T = INTEGER;\n  a, b: T;\n  c := 3;',
      'Behind TYPE stand types, `T = …`. Variables are declared behind VAR.',
    ],
    ['Var x: INTEGER;', 'Keywords are written in capitals: VAR.'],
    ['Procedure P() = BEGIN f() END P;', 'Keywords are written in capitals: PROCEDURE.'],
    ['VAR r: Ref INTEGER;', 'Keywords are written in capitals: REF.'],
    ['VAR INTEGER i;', 'The name comes first: i: INTEGER.'],
    ['PROCEDURE P(INTEGER i);', 'The name comes first: i: INTEGER.'],
    ['VAR BEGIN: INTEGER;', 'BEGIN is a keyword and cannot be a name.'],
    ['TYPE R = RECORD { a: INTEGER; b: CHAR };', 'Fields stand between RECORD and END, without braces.'],
    ['TYPE R = RECORD a: INTEGER; b: CHAR; };', undefined],
    ['TYPE R = CLASS a: INTEGER END;', 'CLASS is written OBJECT.'],
    ['TYPE R = OBJECT METHODS PROCEDURE m(); END;', 'Methods are declared without PROCEDURE.'],
    ['TYPE R = ARRAY [10] OF CHAR;', 'An array type names its first and last index: ARRAY [0 .. 9] OF T.'],
    ['EXCEPTION E: INTEGER;', 'The type of the argument stands in parentheses.'],
    ['procedure Q();', 'Keywords are written in capitals: PROCEDURE.'],
    ['FUNCTION Q();', 'FUNCTION is written PROCEDURE.'],
  ])('%s', (declaration, hint) => {
    expect(problems(`INTERFACE I;\nCONST A = 1;\n${declaration}\nTYPE U = TEXT;\nEND I.\n`).map(([, h]) => h)).toEqual([
      hint,
    ]);
  });

  it('IS before a body stands for its `=`; what is in the body is understood', () => {
    const found = parseUnit('MODULE M;\nPROCEDURE P() IS\nBEGIN f() END P;\nBEGIN END M.', 'M.m3').diagnostics;
    expect(found.map((d) => d.message)).toEqual(['expected `=` before the body of P here']);
  });

  it('a missing `=` and a missing `;` behind the same procedure are two errors, and the next is understood', () => {
    const text = 'MODULE M;\nPROCEDURE P()\n  BEGIN\n  END P\nVAR x: INTEGER;\nBEGIN\n  x := 1\nEND M.';
    expect(
      parseUnit(text, 'M.m3').diagnostics.map((d) => [d.code, text.slice(0, d.span.start).split('\n').length]),
    ).toEqual([
      ['P1010', 2],
      ['P1011', 4],
    ]);
  });
});

it('END of a procedure or unit without its name', () => {
  const ends = (what: string) => `END is followed by the name of the ${what} that it ends.`;
  expect(problems('MODULE M;\nPROCEDURE P() =\n  BEGIN\n  END;\nBEGIN\nEND M.')).toEqual([
    ['P1012', ends('procedure')],
  ]);
  expect(problems('MODULE M;\nBEGIN\nEND.')).toEqual([['P1012', ends('unit')]]);
  expect(problems('INTERFACE I;\nEND;')).toEqual([['P1012', ends('unit')]]);
});

it("C's order of type and name, without VAR", () => {
  const hint = 'A variable is declared like this: VAR i: INTEGER;';
  expect(problems('INTERFACE I;\nINTEGER i;\nTYPE U = TEXT;\nEND I.')).toEqual([['P1013', hint]]);
});

it('braces of constructors in conditions are none of statements', () => {
  const text = 'MODULE M;\nBEGIN\n  IF a IN S{1} AND r = R{2, T{3}} THEN x = 1 END;\nEND M.';
  expect(problems(text)).toEqual([['P1013', 'Assignment is written `:=`.']]);
});

it('names that are keywords but for their case stay names where something else is wrong', () => {
  const text = 'MODULE M;\nVAR to, end, value: INTEGER;\nBEGIN\n  to := end;\n  f(value, to)\n  end := to + 1;\nEND M.';
  expect(problems(text)).toEqual([['P1011', undefined]]);
});

it('words of a program that resemble keywords are no reason to guess', () => {
  expect(problems('MODULE M;\nBEGIN\n  Begins := 1; Types := 2; wile := 3;\nEND M.')).toEqual([]);
});

it('prose has no habits', () => {
  expect(problems('to whom it may concern: do by all means read on')).toEqual([['P1015', undefined]]);
});
