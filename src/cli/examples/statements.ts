/** Examples for the pages about statements. */
import type { Example } from './example.ts';

export const STATEMENT_EXAMPLES: Readonly<Record<string, Example>> = {
  M3701: {
    wrong: `
PROCEDURE One(): INTEGER = BEGIN RETURN 1 END One;
BEGIN
  One() := 2;`,
    right: `
VAR one := 1;
BEGIN
  one := 2;`,
  },
  M3702: {
    wrong: `
PROCEDURE P(READONLY n: INTEGER) =
  BEGIN
    n := 0;
  END P;`,
    right: `
PROCEDURE P(VAR n: INTEGER) =
  BEGIN
    n := 0;
  END P;`,
  },
  M3703: {
    wrong: `
PROCEDURE P() = BEGIN END P;
BEGIN
  P;`,
    right: `
PROCEDURE P() = BEGIN END P;
BEGIN
  P();`,
  },
  M3704: {
    wrong: `
PROCEDURE One(): INTEGER = BEGIN RETURN 1 END One;
BEGIN
  One();`,
    right: `
PROCEDURE One(): INTEGER = BEGIN RETURN 1 END One;
BEGIN
  EVAL One();`,
  },
  M3705: {
    wrong: `
VAR n := 1;
BEGIN
  <*ASSERT n > 0 WITH n*>`,
    right: `
VAR n := 1;
BEGIN
  <*ASSERT n > 0 WITH "n is positive"*>`,
  },
  M3706: {
    wrong: `
VAR n := 1;
BEGIN
  IF n THEN DEC(n) END;`,
    right: `
VAR n := 1;
BEGIN
  IF n # 0 THEN DEC(n) END;`,
  },
  M3710: {
    wrong: `
VAR name := "a"; n: INTEGER;
BEGIN
  CASE name OF
  | 'a' => n := 1;
  ELSE n := 2;
  END;`,
    right: `
VAR initial := 'a'; n: INTEGER;
BEGIN
  CASE initial OF
  | 'a' => n := 1;
  ELSE n := 2;
  END;`,
  },
  M3711: {
    wrong: `
VAR initial := 'a'; n: INTEGER;
BEGIN
  CASE initial OF
  | 1 => n := 1;
  ELSE n := 2;
  END;`,
    right: `
VAR initial := 'a'; n: INTEGER;
BEGIN
  CASE initial OF
  | 'a' => n := 1;
  ELSE n := 2;
  END;`,
  },
  M3712: {
    wrong: `
VAR n := 5;
BEGIN
  CASE n OF
  | 1 .. 9 => n := 1;
  | 5 => n := 2;
  ELSE n := 3;
  END;`,
    right: `
VAR n := 5;
BEGIN
  CASE n OF
  | 1 .. 4, 6 .. 9 => n := 1;
  | 5 => n := 2;
  ELSE n := 3;
  END;`,
  },
  M3713: {
    wrong: `
VAR n := 1;
BEGIN
  TYPECASE n OF
  | INTEGER => n := 2;
  ELSE
  END;`,
    right: `
VAR r: REFANY := NEW(REF INTEGER); n := 1;
BEGIN
  TYPECASE r OF
  | REF INTEGER (i) => n := i^;
  ELSE
  END;`,
  },
  M3714: {
    wrong: `
TYPE A = OBJECT a := 0 END; B = OBJECT b := 0 END;
VAR a := NEW(A);
BEGIN
  TYPECASE a OF
  | B => a := NIL;
  ELSE
  END;`,
    right: `
TYPE A = OBJECT a := 0 END; B = A OBJECT b := 0 END;
VAR a := NEW(A);
BEGIN
  TYPECASE a OF
  | B => a := NIL;
  ELSE
  END;`,
  },
  M3720: {
    wrong: `
VAR n := 1;
BEGIN
  IF n > 0 THEN EXIT END;`,
    right: `
VAR n := 1;
BEGIN
  LOOP
    IF n > 9 THEN EXIT END;
    INC(n);
  END;`,
  },
  M3721: {
    wrong: `
VAR sum := 0.0;
BEGIN
  FOR x := 0.0 TO 1.0 DO sum := sum + x END;`,
    right: `
VAR sum := 0.0;
BEGIN
  FOR i := 0 TO 10 DO sum := sum + FLOAT(i) / 10.0 END;`,
  },
  M3722: {
    wrong: `
VAR n := 0;
BEGIN
  FOR c := 'a' TO 9 DO INC(n) END;`,
    right: `
VAR n := 0;
BEGIN
  FOR c := 'a' TO 'i' DO INC(n) END;`,
  },
  M3723: {
    wrong: `
VAR n := 0;
BEGIN
  FOR c := 'a' TO 'z' BY 'b' DO INC(n) END;`,
    right: `
VAR n := 0;
BEGIN
  FOR c := 'a' TO 'z' BY 2 DO INC(n) END;`,
  },
  M3731: {
    wrong: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing END P;
BEGIN
  TRY P() EXCEPT
  | Missing =>
  | Missing =>
  END;`,
    right: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing END P;
BEGIN
  TRY P() EXCEPT
  | Missing =>
  END;`,
  },
  M3732: {
    wrong: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing END P;
VAR name: TEXT;
BEGIN
  TRY P() EXCEPT
  | Missing (what) => name := what;
  END;`,
    right: `
EXCEPTION Missing(TEXT);
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing("key") END P;
VAR name: TEXT;
BEGIN
  TRY P() EXCEPT
  | Missing (what) => name := what;
  END;`,
  },
  M3733: {
    wrong: `
EXCEPTION Missing(TEXT); Broken(INTEGER);
PROCEDURE P() RAISES {Missing, Broken} =
  BEGIN
    IF P = NIL THEN RAISE Broken(1) END;
    RAISE Missing("key");
  END P;
BEGIN
  TRY P() EXCEPT
  | Missing, Broken (what) => EVAL what;
  END;`,
    right: `
EXCEPTION Missing(TEXT); Broken(INTEGER);
PROCEDURE P() RAISES {Missing, Broken} =
  BEGIN
    IF P = NIL THEN RAISE Broken(1) END;
    RAISE Missing("key");
  END P;
BEGIN
  TRY P() EXCEPT
  | Missing (what) => EVAL what;
  | Broken (what) => EVAL what;
  END;`,
  },
  M3734: {
    wrong: `
TYPE Missing = TEXT;
PROCEDURE P() = BEGIN RAISE Missing END P;`,
    right: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing END P;`,
  },
  M3735: {
    wrong: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing("key") END P;`,
    right: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing END P;`,
  },
  M3736: {
    wrong: `
EXCEPTION Missing(TEXT);
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing END P;`,
    right: `
EXCEPTION Missing(TEXT);
PROCEDURE P() RAISES {Missing} = BEGIN RAISE Missing("key") END P;`,
  },
  M3740: {
    wrong: `
VAR n := 1;
BEGIN
  IF n = 1 THEN RETURN END;
  n := 2;`,
    right: `
VAR n := 1;
BEGIN
  IF n # 1 THEN n := 2 END;`,
  },
  M3741: {
    wrong: `
PROCEDURE Twice(n: INTEGER) =
  BEGIN
    RETURN 2 * n;
  END Twice;`,
    right: `
PROCEDURE Twice(n: INTEGER): INTEGER =
  BEGIN
    RETURN 2 * n;
  END Twice;`,
  },
  M3742: {
    wrong: `
PROCEDURE Twice(n: INTEGER): INTEGER =
  BEGIN
    IF n = 0 THEN RETURN END;
    RETURN 2 * n;
  END Twice;`,
    right: `
PROCEDURE Twice(n: INTEGER): INTEGER =
  BEGIN
    IF n = 0 THEN RETURN 0 END;
    RETURN 2 * n;
  END Twice;`,
  },
  M3750: {
    wrong: `
VAR free := TRUE; n := 0;
BEGIN
  LOCK free DO INC(n) END;`,
    right: `
VAR free := NEW(MUTEX); n := 0;
BEGIN
  LOCK free DO INC(n) END;`,
  },
};
