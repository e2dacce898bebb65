(* NEW of a REF to an open array takes the sizes of its open dimensions; a negative one is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
VAR a := NEW(REF ARRAY OF ARRAY OF CHAR, 2, 3); n := -1;
BEGIN
  IO.PutInt(NUMBER(a^)); IO.Put(" "); IO.PutInt(NUMBER(a[0])); IO.Put(" "); TRY EVAL NEW(REF ARRAY OF INTEGER, n); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; IO.PutInt(NUMBER(NEW(REF ARRAY OF INTEGER, 0)^)); IO.Put(" ");
  IO.Put("\n");
END Main.
