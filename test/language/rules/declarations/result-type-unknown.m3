(* 2.4.4: Of a procedure whose result type is unknown nothing else is wrong, neither as a statement nor as a value. *)
=== Main.m3
MODULE Main;
VAR p: PROCEDURE (n: INTEGER);
PROCEDURE Show(n: INTEGER): void = BEGIN EVAL n END Show;
(*                          ^ M3103: void is not declared *)
BEGIN
  Show(3); p := Show; p(4);
END Main.
