/** Examples for the pages of the warnings. */
import type { Example } from './example.ts';

export const WARNING_EXAMPLES: Readonly<Record<string, Example>> = {
  W4101: {
    wrong: `
VAR percent: [0 .. 100];
BEGIN
  percent := 101;`,
    right: `
VAR percent: [0 .. 100];
BEGIN
  percent := 100;`,
  },
  W4102: {
    wrong: `
CONST Zero = 0;
VAR n := 7;
BEGIN
  n := n DIV Zero;`,
    right: `
CONST Two = 2;
VAR n := 7;
BEGIN
  n := n DIV Two;`,
  },
  W4103: {
    wrong: `
MODULE Main;
IMPORT Word;
VAR n := 7;
BEGIN
  n := Word.Plus(n, Word.Extract(1, 60, 8));
END Main.`,
    right: `
MODULE Main;
IMPORT Word;
VAR n := 7;
BEGIN
  n := Word.Plus(n, Word.Extract(1, 56, 8));
END Main.`,
  },
  W4104: {
    wrong: `
VAR n := 7;
BEGIN
  CASE n OF
  | 9 .. 1 => n := 0;
  ELSE
  END;`,
    right: `
VAR n := 7;
BEGIN
  CASE n OF
  | 1 .. 9 => n := 0;
  ELSE
  END;`,
  },
  W4105: {
    wrong: `
TYPE Colour = {Red, Green, Blue};
VAR c := Colour.Red; n: INTEGER;
BEGIN
  CASE c OF
  | Colour.Red => n := 1;
  | Colour.Green => n := 2;
  END;`,
    right: `
TYPE Colour = {Red, Green, Blue};
VAR c := Colour.Red; n: INTEGER;
BEGIN
  CASE c OF
  | Colour.Red => n := 1;
  | Colour.Green => n := 2;
  | Colour.Blue => n := 3;
  END;`,
  },
  W4106: {
    wrong: `
TYPE A = OBJECT a := 0 END; B = A OBJECT b := 0 END;
VAR x := NEW(A); n: INTEGER;
BEGIN
  TYPECASE x OF
  | A => n := 1;
  | B => n := 2;
  END;`,
    right: `
TYPE A = OBJECT a := 0 END; B = A OBJECT b := 0 END;
VAR x := NEW(A); n: INTEGER;
BEGIN
  TYPECASE x OF
  | B => n := 2;
  | A => n := 1;
  END;`,
  },
  W4107: {
    wrong: `
VAR n := 0;
BEGIN
  FOR i := 1 TO 9 BY 0 DO INC(n, i) END;`,
    right: `
VAR n := 0;
BEGIN
  FOR i := 1 TO 9 BY 2 DO INC(n, i) END;`,
  },
  W4108: {
    wrong: `
VAR name := "a"; n := 0;
BEGIN
  IF name = "b" THEN n := 1 END;`,
    right: `
MODULE Main;
IMPORT Text;
VAR name := "a"; n := 0;
BEGIN
  IF Text.Equal(name, "b") THEN n := 1 END;
END Main.`,
  },
  W4109: {
    wrong: `
VAR n := 0;
BEGIN
  n := LAST(INTEGER) + 1;`,
    right: `
MODULE Main;
IMPORT Word;
VAR n := 0;
BEGIN
  n := Word.Plus(LAST(INTEGER), 1);
END Main.`,
  },
  W4110: {
    wrong: `
VAR p: PROCEDURE();
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN
    p := Inner;
  END Outer;`,
    right: `
VAR p: PROCEDURE();
PROCEDURE Inner() = BEGIN END Inner;
PROCEDURE Outer() =
  BEGIN
    p := Inner;
  END Outer;`,
  },
  W4111: {
    wrong: `
VAR a := ARRAY OF INTEGER{1, 2, ..};`,
    right: `
VAR a := ARRAY [0 .. 9] OF INTEGER{1, 2, ..}; b := ARRAY OF INTEGER{1, 2};`,
  },
  W4112: {
    wrong: `
TYPE Pair = RECORD x, y: BITS 5 FOR [0 .. 31] END;
VAR p: RECORD pair: BITS 10 FOR Pair END;`,
    right: `
VAR p: RECORD x, y: BITS 5 FOR [0 .. 31] END;`,
  },
  W4201: {
    wrong: `
PROCEDURE Sign(n: INTEGER): INTEGER =
  BEGIN
    IF n > 0 THEN RETURN 1 END;
    IF n < 0 THEN RETURN -1 END;
  END Sign;`,
    right: `
PROCEDURE Sign(n: INTEGER): INTEGER =
  BEGIN
    IF n > 0 THEN RETURN 1 END;
    IF n < 0 THEN RETURN -1 END;
    RETURN 0;
  END Sign;`,
  },
  W4202: {
    wrong: `
PROCEDURE Twice(n: INTEGER): INTEGER =
  BEGIN
    RETURN 2 * n;
    INC(n);
  END Twice;`,
    right: `
PROCEDURE Twice(n: INTEGER): INTEGER =
  BEGIN
    INC(n);
    RETURN 2 * n;
  END Twice;`,
  },
  W4203: {
    wrong: `
VAR n: CARDINAL := 1; m := 0;
BEGIN
  IF n >= 0 THEN m := 1 END;`,
    right: `
VAR n: CARDINAL := 1; m := 0;
BEGIN
  IF n > 0 THEN m := 1 END;`,
  },
  W4204: {
    wrong: `
PROCEDURE Sum(): INTEGER =
  VAR sum: INTEGER;
  BEGIN
    RETURN sum + 1;
  END Sum;`,
    right: `
PROCEDURE Sum(): INTEGER =
  VAR sum := 0;
  BEGIN
    RETURN sum + 1;
  END Sum;`,
  },
  W4205: {
    wrong: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing END P;
BEGIN
  LOOP
    TRY P(); EXIT EXCEPT ELSE END;
  END;`,
    right: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing END P;
BEGIN
  LOOP
    TRY P(); EXIT EXCEPT Missing => END;
  END;`,
  },
  W4301: {
    wrong: `
EXCEPTION Missing;
PROCEDURE P() =
  BEGIN
    RAISE Missing;
  END P;`,
    right: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} =
  BEGIN
    RAISE Missing;
  END P;`,
  },
  W4401: {
    wrong: `
MODULE Main;
PROCEDURE Twice(n: INTEGER): INTEGER =
  BEGIN
    RETURN 2 * n;
  END Twice;
BEGIN
END Main.`,
    right: `
MODULE Main;
<*UNUSED*> PROCEDURE Twice(n: INTEGER): INTEGER =
  BEGIN
    RETURN 2 * n;
  END Twice;
BEGIN
END Main.`,
  },
  W4402: {
    wrong: `
MODULE Main;
IMPORT Text;
BEGIN
END Main.`,
    right: `
MODULE Main;
IMPORT Text;
BEGIN
  EVAL Text.Length("a");
END Main.`,
  },
  W4403: {
    wrong: `
INTERFACE Stack;
<*OBSOLETE*> PROCEDURE Old();
END Stack.

MODULE Stack;
PROCEDURE Old() = BEGIN END Old;
BEGIN
END Stack.

MODULE Main;
IMPORT Stack;
BEGIN
  Stack.Old();
END Main.`,
    right: `
INTERFACE Stack;
PROCEDURE New();
END Stack.

MODULE Stack;
PROCEDURE New() = BEGIN END New;
BEGIN
END Stack.

MODULE Main;
IMPORT Stack;
BEGIN
  Stack.New();
END Main.`,
  },
  W4501: {
    wrong: `
<*MYTOOL "a note"*>
VAR n := 1;`,
    right: `
<*PRAGMA MYTOOL*>
<*MYTOOL "a note"*>
VAR n := 1;`,
  },
};
