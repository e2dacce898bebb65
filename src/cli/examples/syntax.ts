/** Examples for the pages of the lexer and the parser. */
import type { Example } from './example.ts';

export const SYNTAX_EXAMPLES: Readonly<Record<string, Example>> = {
  P1001: {
    wrong: `
VAR n: INTEGER;  (* how many there are
BEGIN
  n := 1;`,
    right: `
VAR n: INTEGER;  (* how many there are *)
BEGIN
  n := 1;`,
  },
  P1002: {
    wrong: `
<*FATAL ANY
VAR n := 1;`,
    right: `
<*FATAL ANY*>
VAR n := 1;`,
  },
  P1003: {
    wrong: `
CONST Greeting = "Hello;`,
    right: `
CONST Greeting = "Hello";`,
  },
  P1004: {
    wrong: `
VAR n := 7 % 2;`,
    right: `
VAR n := 7 MOD 2;`,
  },
  P1005: {
    wrong: `
CONST Half = 0.5; Million = 1e6;`,
    right: `
CONST Half = 0.5; Million = 1.0e6;`,
  },
  P1006: {
    wrong: `
CONST Bell = "\\a";`,
    right: `
CONST Bell = "\\007";`,
  },
  P1007: {
    wrong: `
CONST Greeting = 'Hello';`,
    right: `
CONST Greeting = "Hello"; Initial = 'H';`,
  },
  P1010: {
    wrong: `
VAR a := 1; b := 2;
BEGIN
  IF a = b a := 2 END;`,
    right: `
VAR a := 1; b := 2;
BEGIN
  IF a = b THEN a := 2 END;`,
  },
  P1011: {
    wrong: `
VAR a := 1; b := 2;
BEGIN
  a := b
  b := 3;`,
    right: `
VAR a := 1; b := 2;
BEGIN
  a := b;
  b := 3;`,
  },
  P1012: {
    wrong: `
VAR a := 1; b := 2;
BEGIN
  a := b * ;`,
    right: `
VAR a := 1; b := 2;
BEGIN
  a := b * 2;`,
  },
  P1013: {
    wrong: `
VAR a := 1;
BEGIN
  a = 2;`,
    right: `
VAR a := 1;
BEGIN
  a := 2;`,
  },
  P1014: {
    wrong: `
MODULE Main;
BEGIN
END Main.
That is all.`,
    right: `
MODULE Main;
BEGIN
END Main.
(* That is all. *)`,
  },
  P1015: {
    wrong: `
PROGRAM Main;
BEGIN
END Main.`,
    right: `
MODULE Main;
BEGIN
END Main.`,
  },
  P1017: {
    wrong: `
VAR a := 1;
BEGIN
  WHILE a < 10 DO
    IF a = 5 THEN
      a := 7;
    INC(a);
  END;`,
    right: `
VAR a := 1;
BEGIN
  WHILE a < 10 DO
    IF a = 5 THEN
      a := 7;
    END;
    INC(a);
  END;`,
  },
  P1018: {
    wrong: `
PROCEDURE P(VAR a: INTEGER) =
  BEGIN
    IF a = 5 THEN a := 7 END END;
  END P;`,
    right: `
PROCEDURE P(VAR a: INTEGER) =
  BEGIN
    IF a = 5 THEN a := 7 END;
  END P;`,
  },
  P1020: {
    wrong: `
VAR to: CHAR; BY: INTEGER;`,
    right: `
VAR to: CHAR; by: INTEGER;`,
  },
};
