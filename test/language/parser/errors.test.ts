import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../../src/language/parser/parse.ts';

/** `‸` stands in the source where a problem must begin; all of them, in this order, and no others. */
function problems(marked: string): { expected: number[]; found: [number, string][] } {
  const expected: number[] = [];
  let source = '';
  for (const part of marked.split('‸')) {
    if (source !== '' || expected.length > 0) expected.push(source.length);
    source += part;
  }
  if (marked.startsWith('‸')) expected.unshift(0);
  const { diagnostics } = parseUnit(source, 'test.m3');
  return { expected, found: diagnostics.map(({ span, code, message }) => [span.start, `${code} ${message}`]) };
}

function check(marked: string, ...messages: string[]): void {
  const { expected, found } = problems(marked);
  expect(found).toEqual(expected.map((start, i) => [start, messages[i]]));
}

const inBody = (statements: string): string => `MODULE M;\nBEGIN\n  ${statements}\nEND M.\n`;
const inInterface = (declarations: string): string => `INTERFACE I;\n${declarations}\nEND I.\n`;

describe('something missing is shown where it is missing', () => {
  it.each([
    ['x := 1‸\n  y := 2', 'P1011 expected `;` here, found `y`'],
    ['f(x)‸ IF a THEN END', 'P1011 expected `;` here, found IF'],
    ['IF a‸ x := 1 END', 'P1010 expected THEN here, found `x`'],
    ['WHILE a‸ f() END', 'P1010 expected DO here, found `f`'],
    ['FOR i := 1 TO 2‸ RETURN END', 'P1010 expected DO here, found RETURN'],
    ['CASE x‸ | 1 => END', 'P1010 expected OF here, found `|`'],
    ['f(a, b‸; g()', 'P1010 expected `)` here, found `;`'],
    ['a[1‸ := 2', 'P1010 expected `]` here, found `:=`'],
    ['x := T{1, 2‸; y := 3', 'P1010 expected `}` here, found `;`'],
    ['IF (a = b‸ THEN END', 'P1010 expected `)` here, found THEN'],
    ['TRY f()‸ END; g()', 'P1010 expected EXCEPT or FINALLY here, found END'],
    ['<*ASSERT a‸; f()', 'P1010 expected `*>` here, found `;`'],
  ])('%s', (statements, message) => check(inBody(statements), message));

  it.each([
    ['CONST a = 1‸\nCONST b = 2;', 'P1011 expected `;` here, found CONST'],
    ['VAR a: T‸\n b: U;', 'P1011 expected `;` here, found `b`'],
    ['PROCEDURE P()‸\nPROCEDURE Q();', 'P1011 expected `;` here, found PROCEDURE'],
    ['PROCEDURE P(a: T‸ b: U);', 'P1011 expected `;` here, found `b`'],
    ['TYPE T = RECORD a: U‸ b: V END;', 'P1011 expected `;` here, found `b`'],
    ['TYPE T = OBJECT METHODS m()‸ n() END;', 'P1011 expected `;` here, found `n`'],
    ['CONST a = 1‸', 'P1011 expected `;` here, found END'],
    ['TYPE T = ARRAY [0..1]‸ INTEGER;', 'P1010 expected OF here, found `INTEGER`'],
  ])('%s', (declarations, message) => check(inInterface(declarations), message));

  it.each([
    ['MODULE M‸\nIMPORT A;\nBEGIN END M.', 'P1011 expected `;` here, found IMPORT'],
    ['MODULE M;\nIMPORT A‸\nFROM B IMPORT c;\nBEGIN END M.', 'P1010 expected `;` here, found FROM'],
    ['MODULE M;\nVAR x: T;‸\n  IF x THEN END;\nEND M.', 'P1010 expected BEGIN here, found IF'],
    ['MODULE M;\nBEGIN\nEND M‸', 'P1010 expected `.` here, but the text ends'],
    ['INTERFACE I;\nEND‸', 'P1012 expected a name, but the text ends'],
  ])('%s', (unit, message) => check(unit, message));
});

describe('something wrong is shown itself', () => {
  it.each([
    ['x := ‸;', 'P1012 expected an expression, found `;`'],
    ['x := a + ‸* b', 'P1012 expected an expression, found `*`'],
    ['f(a, ‸)', 'P1012 expected an expression, found `)`'],
    ['IF ‸THEN END', 'P1012 expected an expression, found THEN'],
    ['x := a‸); y := 1', 'P1013 `)` does not belong here'],
    ['FOR ‸VALUE := 1 TO 2 DO END', 'P1020 expected a name, found VALUE'],
  ])('%s', (statements, message) => check(inBody(statements), message));

  it.each([
    ['VAR a: ‸;', 'P1012 expected a type, found `;`'],
    ['TYPE T ‸INTEGER; U = T;', 'P1012 expected `=` or `<:`, found `INTEGER`'],
    ['‸X = 1;', 'P1013 expected an import or a declaration, found `X`'],
  ])('%s', (declarations, message) => check(inInterface(declarations), message));

  it('a file that is no unit', () => {
    check('‸x := 1;', 'P1015 expected INTERFACE or MODULE, found `x`');
    check('  (* nothing *)‸', 'P1015 expected INTERFACE or MODULE, but the text ends');
  });

  it('text behind the unit', () => {
    check('INTERFACE I; END I. ‸CONST x = 1;', 'P1014 the unit has ended; found CONST behind it');
  });
});

describe('a missing END', () => {
  it('is found by the name of the procedure that ends too early', () => {
    check(
      `MODULE M;
PROCEDURE P() =
  BEGIN
    IF a THEN
      b();‸
  END P;
PROCEDURE Q() =
  BEGIN
  END Q;
BEGIN
END M.`,
      'P1017 expected END here: this IF is not closed',
    );
  });

  it('is found by the indentation of the block around', () => {
    check(
      `MODULE M;
PROCEDURE P() =
  BEGIN
    WHILE a DO
      IF b THEN
        c();‸
    END;
    d();
  END P;
BEGIN
END M.`,
      'P1017 expected END here: this IF is not closed',
    );
  });

  it('of a record is found where the declarations go on', () => {
    check(
      inInterface('TYPE T = RECORD\n  a: U;‸\nPROCEDURE P();'),
      'P1017 expected END here: this RECORD is not closed',
    );
  });

  it('of a procedure is found where the next one begins', () => {
    check(
      `MODULE M;
PROCEDURE P() =
  BEGIN
    b();‸
PROCEDURE Q() =
  BEGIN
  END Q;
BEGIN
END M.`,
      'P1017 expected END P here: this PROCEDURE is not closed',
    );
  });

  it('names the block that is open', () => {
    const { diagnostics } = parseUnit('MODULE M;\nBEGIN\n  LOOP\n    f();\nEND M.', 'm.m3');
    expect(diagnostics[0]?.related?.[0]?.message).toBe('LOOP begins here');
    expect(diagnostics[0]?.related?.[0]?.span).toEqual({ file: 'm.m3', start: 18, end: 22 });
  });
});

describe('a word too many or too few', () => {
  it('END', () => {
    check(
      'MODULE M;\nPROCEDURE P() =\n  BEGIN\n    f();\n  ‸END;\n  END P;\nBEGIN\nEND M.',
      'P1018 this END closes nothing',
    );
  });

  it('`=` before a body', () => {
    const equals = 'P1010 expected `=` before the body of P here';
    check('MODULE M;\nPROCEDURE P()‸\n  BEGIN\n  END P;\nBEGIN\nEND M.', equals);
    check('MODULE M;\nPROCEDURE P()‸;\n  VAR x: T;\n  BEGIN\n  END P;\nBEGIN\nEND M.', equals);
  });

  it('PROCEDURE', () => {
    check('MODULE M;\n‸P() =\n  BEGIN\n  END P;\nBEGIN\nEND M.', 'P1010 expected PROCEDURE before P');
  });

  it('the first word of a statement', () => {
    check(inBody('a ‸= b THEN\n    c();\n  ELSE\n    d();\n  END;\n  e();'), 'P1013 `=` does not belong here');
    check(inBody('i := 1 ‸TO 2 DO\n    c();\n  END;\n  e();'), 'P1013 TO does not belong here');
  });
});

describe('hints', () => {
  it.each([
    [inBody('if a then b() end'), 'Keywords are written in capitals: IF. Likewise THEN, END.'],
    [inBody('x = 5;'), 'Assignment is written `:=`.'],
    [inBody('IF a <> b THEN END'), '“Not equal” is written `#`.'],
    [inBody('IF a == b THEN END'), 'Equality is written `=`, assignment `:=`.'],
    [inBody('IF a && b THEN END'), '“And” is written AND; `&` joins texts.'],
    [inBody('IF a != b THEN END'), '“Not” is written NOT, “not equal” `#`.'],
    [inBody('x := a % b'), 'The remainder is written MOD.'],
    [inInterface('VAR END: INTEGER;'), 'END is a keyword and cannot be a name.'],
  ])('%s', (source, hint) => expect(parseUnit(source, 'm.m3').diagnostics[0]?.hint).toBe(hint));
});

describe('lexical errors bring no others with them', () => {
  it.each([
    'MODULE M; BEGIN x := "abc; y := 1\nEND M.',
    'MODULE M; BEGIN x := a $ b; y := 1 END M.',
    'MODULE M; (* BEGIN END M.',
    'MODULE M; <* BEGIN END M.',
    "MODULE M; BEGIN x := 'ab'; y := 1 END M.",
  ])('%s', (source) => expect(parseUnit(source, 'm.m3').diagnostics).toHaveLength(1));
});

describe('after an error', () => {
  it('the rest of the unit is in the tree', () => {
    const { unit } = parseUnit(
      'MODULE M;\nVAR x: ;\nPROCEDURE P() = BEGIN a := ; b() END P;\nBEGIN c() END M.',
      'm.m3',
    );
    const { body } = unit as { body: { declarations: { $type: string; name?: string }[]; statements: unknown[] } };
    expect(body.declarations.map(({ $type }) => $type)).toEqual(['VarDecl', 'ProcedureDecl']);
    expect(body.declarations[1]?.name).toBe('P');
    expect(body.statements).toHaveLength(1);
  });

  it('what could not be recognised at all is an empty interface', () => {
    expect(parseUnit('', 'm.m3').unit).toMatchObject({ $type: 'InterfaceUnit', imports: [], declarations: [] });
  });

  it('at most a hundred problems are listed', () => {
    const { diagnostics } = parseUnit(inBody('x := ;\n'.repeat(150)), 'm.m3');
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)?.message).toBe('and 50 more syntax errors');
  });
});
