(* 2.6.8: The fields of a record constructor are bound by position, then by name, and the rest by default, in the order of writing. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a: INTEGER; b := 2; c := 'c'; d: TEXT := "d" END;
PROCEDURE Put(READONLY r: R) = BEGIN IO.PutInt(r.a); IO.PutInt(r.b); IO.PutChar(r.c); IO.Put(r.d & " ") END Put;
BEGIN
  Put(R {1}); Put(R {1, 3}); Put(R {1, d := "x"}); Put(R {d := "y", a := 4}); Put(R {1, 2, '3', "4"}); IO.Put("\n");
END Main.
