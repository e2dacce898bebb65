(* An array constructor has as many elements as the array, or ends with .. to repeat the last. *)
MODULE Main;
IMPORT IO;
TYPE A = ARRAY OF INTEGER;
PROCEDURE P(READONLY a: A) = BEGIN IO.PutInt(NUMBER(a)); IO.Put(" "); IO.PutInt(a[LAST(a)]); IO.Put(" ") END P;
BEGIN
  P(A {4, 5, 6}); P(ARRAY OF INTEGER {1});
  IO.Put("\n");
END Main.
