/** Examples for the pages about names, operators and constructors. */
import type { Example } from './example.ts';

export const EXPRESSION_EXAMPLES: Readonly<Record<string, Example>> = {
  M3401: {
    wrong: `
VAR count := 0;
BEGIN
  INC(cuont);`,
    right: `
VAR count := 0;
BEGIN
  INC(count);`,
  },
  M3402: {
    wrong: `
MODULE Main;
IMPORT Text;
BEGIN
  EVAL Text.Size("a");
END Main.`,
    right: `
MODULE Main;
IMPORT Text;
BEGIN
  EVAL Text.Length("a");
END Main.`,
  },
  M3403: {
    wrong: `
TYPE Point = RECORD x, y := 0 END;
VAR p := Point;`,
    right: `
TYPE Point = RECORD x, y := 0 END;
VAR p := Point{};`,
  },
  M3404: {
    wrong: `
VAR p: RECORD x, y := 0 END;
BEGIN
  p.z := 1;`,
    right: `
VAR p: RECORD x, y := 0 END;
BEGIN
  p.y := 1;`,
  },
  M3405: {
    wrong: `
TYPE Point = RECORD x, y := 0 END;
VAR n := Point.x;`,
    right: `
TYPE Point = RECORD x, y := 0 END;
VAR p: Point; n := p.x;`,
  },
  M3406: {
    wrong: `
TYPE Colour = {Red, Green, Blue};
VAR c := Colour.Yellow;`,
    right: `
TYPE Colour = {Red, Green, Blue};
VAR c := Colour.Green;`,
  },
  M3407: {
    wrong: `
TYPE Shape = OBJECT METHODS draw() := Draw END;
PROCEDURE Draw(self: Shape) = BEGIN EVAL self END Draw;
VAR s := NEW(Shape); p := s.draw;`,
    right: `
TYPE Shape = OBJECT METHODS draw() := Draw END;
PROCEDURE Draw(self: Shape) = BEGIN EVAL self END Draw;
VAR s := NEW(Shape); p := Shape.draw;
BEGIN
  s.draw();
  p(s);`,
  },
  M3408: {
    wrong: `
VAR n := 3;
BEGIN
  n.x := 1;`,
    right: `
VAR n: RECORD x := 3 END;
BEGIN
  n.x := 1;`,
  },
  M3501: {
    wrong: `
CONST N = 99999999999999999999;`,
    right: `
CONST N = 9999999999;`,
  },
  M3502: {
    wrong: `
VAR size := 10;
TYPE Table = ARRAY [1 .. size] OF INTEGER;`,
    right: `
CONST Size = 10;
TYPE Table = ARRAY [1 .. Size] OF INTEGER;`,
  },
  M3510: {
    wrong: `
VAR n := 3;
BEGIN
  n^ := 4;`,
    right: `
VAR n := NEW(REF INTEGER);
BEGIN
  n^ := 4;`,
  },
  M3511: {
    wrong: `
VAR name := "Ann"; c: CHAR;
BEGIN
  c := name[0];`,
    right: `
MODULE Main;
IMPORT Text;
VAR name := "Ann"; c: CHAR;
BEGIN
  c := Text.GetChar(name, 0);
END Main.`,
  },
  M3520: {
    wrong: `
VAR n: INTEGER; r: REAL := 1.5;
BEGIN
  n := r;`,
    right: `
VAR n: INTEGER; r: REAL := 1.5;
BEGIN
  n := ROUND(r);`,
  },
  M3521: {
    wrong: `
PROCEDURE Call(READONLY p: PROCEDURE()) = BEGIN p() END Call;
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN
    Call(Inner);
  END Outer;`,
    right: `
PROCEDURE Call(p: PROCEDURE()) = BEGIN p() END Call;
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN
    Call(Inner);
  END Outer;`,
  },
  M3522: {
    wrong: `
CONST Percent: [0 .. 100] = 101;`,
    right: `
CONST Percent: [0 .. 100] = 100;`,
  },
  M3530: {
    wrong: `
VAR n := 7; half := n / 2;`,
    right: `
VAR n := 7; half := n DIV 2; exactly := FLOAT(n) / 2.0;`,
  },
  M3531: {
    wrong: `
CONST N = LAST(INTEGER) + 1;`,
    right: `
CONST N = LAST(INTEGER);`,
  },
  M3532: {
    wrong: `
CONST N = 7 DIV 0;`,
    right: `
CONST N = 7 DIV 2;`,
  },
  M3540: {
    wrong: `
VAR r := 1.0; n := LOOPHOLE(r, [-16_7fffffff - 1 .. 16_7fffffff]);`,
    right: `
VAR r := 1.0; n := ROUND(r);`,
  },
  M3550: {
    wrong: `
VAR n := INTEGER{1, 2};`,
    right: `
VAR n := ARRAY OF INTEGER{1, 2};`,
  },
  M3551: {
    wrong: `
VAR a := ARRAY [0 .. 0] OF INTEGER{1 .. 10};`,
    right: `
VAR a := ARRAY [0 .. 9] OF INTEGER{1, 2, ..}; s := SET OF [0 .. 9]{1 .. 3};`,
  },
  M3552: {
    wrong: `
VAR a := ARRAY [0 .. 1] OF INTEGER{first := 1, second := 2};`,
    right: `
VAR a := ARRAY [0 .. 1] OF INTEGER{1, 2};`,
  },
  M3554: {
    wrong: `
VAR a := ARRAY [0 .. 2] OF INTEGER{1, 2};`,
    right: `
VAR a := ARRAY [0 .. 2] OF INTEGER{1, 2, ..};`,
  },
  M3555: {
    wrong: `
TYPE Point = RECORD x, y := 0 END;
VAR p := Point{1, x := 2};`,
    right: `
TYPE Point = RECORD x, y := 0 END;
VAR p := Point{1, y := 2};`,
  },
  M3556: {
    wrong: `
TYPE Point = RECORD x, y: INTEGER END;
VAR p := Point{1};`,
    right: `
TYPE Point = RECORD x: INTEGER; y: INTEGER := 0 END;
VAR p := Point{1};`,
  },
  M3557: {
    wrong: `
TYPE Point = RECORD x, y: INTEGER END;
VAR p := Point{1, 2, 3};`,
    right: `
TYPE Point = RECORD x, y, z: INTEGER END;
VAR p := Point{1, 2, 3};`,
  },
};
