(* 2.6.8: The rows of an open array of arrays have one shape. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(READONLY a: ARRAY OF ARRAY OF INTEGER) = BEGIN IO.PutInt(NUMBER(a[1])); IO.Put("\n") END P;
VAR r := NEW(REF ARRAY OF INTEGER, 2); s := NEW(REF ARRAY OF INTEGER, 3);
BEGIN
  P(ARRAY OF ARRAY [0 .. 1] OF INTEGER {r^, r^}); P(ARRAY OF ARRAY [0 .. 1] OF INTEGER {r^, s^});
END Main.
