=== errors
(* A READONLY formal takes any assignable value; a designator of its type is not copied. *)
MODULE Main;
PROCEDURE P(READONLY v: ARRAY OF INTEGER) =
  BEGIN
    v[0] := 1;
(*  ^ M3702: this cannot be assigned: v is a READONLY parameter *)
  END P;
BEGIN
END Main.
