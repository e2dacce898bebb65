(* Predeclared names can be declared anew. *)
=== errors
MODULE Main;

TYPE
  INTEGER = TEXT;

VAR
  TRUE := 3;
  NEW: INTEGER := "text";

PROCEDURE FIRST(ORD: CHAR): CHAR =
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
