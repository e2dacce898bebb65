/** Examples for the pages about EPHEMERAL and FUNCTIONAL, and for what the compiler refuses. */
import type { Example } from './example.ts';

export const EFFECT_EXAMPLES: Readonly<Record<string, Example>> = {
  M3801: {
    wrong: `
PROCEDURE Twice(n: INTEGER): INTEGER = BEGIN RETURN 2 * n END Twice;
FUNCTIONAL PROCEDURE Guard(n: INTEGER): BOOLEAN = BEGIN RETURN Twice(n) > 9 END Guard;`,
    right: `
FUNCTIONAL PROCEDURE Twice(n: INTEGER): INTEGER = BEGIN RETURN 2 * n END Twice;
FUNCTIONAL PROCEDURE Guard(n: INTEGER): BOOLEAN = BEGIN RETURN Twice(n) > 9 END Guard;`,
  },
  M3802: {
    wrong: `
VAR last: REF INTEGER;
EPHEMERAL PROCEDURE Note(n: INTEGER) =
  BEGIN
    last := NEW(REF INTEGER);
    last^ := n;
  END Note;`,
    right: `
VAR last := NEW(REF INTEGER);
EPHEMERAL PROCEDURE Note(n: INTEGER) =
  BEGIN
    last^ := n;
  END Note;`,
  },
  M3803: {
    wrong: `
VAR m := NEW(MUTEX); count := 0;
EPHEMERAL PROCEDURE Note() =
  BEGIN
    LOCK m DO INC(count) END;
  END Note;`,
    right: `
VAR m := NEW(MUTEX); count := 0;
PROCEDURE Note() =
  BEGIN
    LOCK m DO INC(count) END;
  END Note;`,
  },
  M3804: {
    wrong: `
EXCEPTION Wrong(RECORD line, column: INTEGER END);
EPHEMERAL PROCEDURE Check(n: INTEGER) RAISES {Wrong} =
  BEGIN
    IF n = 0 THEN RAISE Wrong(RECORD line, column: INTEGER END{1, 2}) END;
  END Check;`,
    right: `
EXCEPTION Wrong(INTEGER);
EPHEMERAL PROCEDURE Check(n: INTEGER) RAISES {Wrong} =
  BEGIN
    IF n = 0 THEN RAISE Wrong(1) END;
  END Check;`,
  },
  M3810: {
    wrong: `
PROCEDURE P(): BOOLEAN =
  FUNCTIONAL PROCEDURE Guard(): BOOLEAN = BEGIN RETURN TRUE END Guard;
  BEGIN
    RETURN Guard();
  END P;`,
    right: `
FUNCTIONAL PROCEDURE Guard(): BOOLEAN = BEGIN RETURN TRUE END Guard;
PROCEDURE P(): BOOLEAN =
  BEGIN
    RETURN Guard();
  END P;`,
  },
  M3811: {
    wrong: `
VAR asked := 0;
FUNCTIONAL PROCEDURE Guard(n: INTEGER): BOOLEAN =
  BEGIN
    INC(asked);
    RETURN n > 0;
  END Guard;`,
    right: `
VAR limit := 0;
FUNCTIONAL PROCEDURE Guard(n: INTEGER): BOOLEAN =
  VAR half := n DIV 2;
  BEGIN
    RETURN half > limit;
  END Guard;`,
  },
  L5001: {
    wrong: `
UNSAFE MODULE Main;
VAR n := 1; a := ADR(n);
BEGIN
  EVAL a;
END Main.`,
    right: `
MODULE Main;
VAR n := NEW(REF INTEGER); a := n;
BEGIN
  EVAL a;
END Main.`,
  },
  L5004: {
    wrong: `
INTERFACE Clock;
<*EXTERNAL*> PROCEDURE Now(): INTEGER;
END Clock.

MODULE Main;
IMPORT Clock;
BEGIN
  EVAL Clock.Now();
END Main.`,
    right: `
INTERFACE Clock;
PROCEDURE Now(): INTEGER;
END Clock.

MODULE Clock;
IMPORT Time;
PROCEDURE Now(): INTEGER = BEGIN RETURN ROUND(Time.Now()) END Now;
BEGIN
END Clock.

MODULE Main;
IMPORT Clock;
BEGIN
  EVAL Clock.Now();
END Main.`,
  },
  L5011: {
    wrong: `
UNSAFE MODULE Main;
VAR n := 1;
BEGIN
  INC(n);
END Main.`,
    right: `
MODULE Main;
VAR n := 1;
BEGIN
  INC(n);
END Main.`,
  },
};
