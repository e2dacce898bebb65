(* 2.3.2: A READONLY formal is an alias of a designator with a type that is assignable to its array type. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 2] OF INTEGER {1, 2, 3};
PROCEDURE P(READONLY f: ARRAY [1 .. 3] OF INTEGER; READONLY o: ARRAY OF INTEGER) = BEGIN a[0] := 9; IO.PutInt(f[1]); IO.PutInt(o[0]) END P;
BEGIN
  P(a, a); IO.Put("\n");
END Main.
