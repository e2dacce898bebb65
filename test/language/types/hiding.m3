(* Where a reserved name is declared all the same, that is the one mistake: it then means what it is declared as. *)
=== errors
MODULE Main;

TYPE
  INTEGER = TEXT;
(*^ M3137: INTEGER is a reserved name and cannot be declared *)

VAR
  TRUE := 3;
(*^ M3137: TRUE is a reserved name and cannot be declared *)
  NEW: INTEGER := "text";
(*^ M3137: NEW is a reserved name and cannot be declared *)

PROCEDURE FIRST(ORD: CHAR): CHAR =
(*        ^ M3137: FIRST is a reserved name and cannot be declared *)
(*              ^ M3137: ORD is a reserved name and cannot be declared *)
  BEGIN
    RETURN ORD;
  END FIRST;

BEGIN
  TRUE := TRUE + 1;
  NEW := "a" & NEW;
  EVAL FIRST('a');
  EVAL FIRST(CHAR);
(*           ^ M3403: CHAR is a type; an expression is wanted here *)
END Main.
