(* An array constructor has as many elements as the array, or ends with .. to repeat the last. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE A = ARRAY [0 .. 1] OF [0 .. 9];
VAR n := 10; a: A;
BEGIN
  TRY a := A {1, n}; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
