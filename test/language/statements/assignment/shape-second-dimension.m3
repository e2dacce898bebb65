(* Arrays assigned must have the same shape; with open arrays that is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
VAR a := NEW(REF ARRAY OF ARRAY OF INTEGER, 2, 3); b := NEW(REF ARRAY OF ARRAY OF INTEGER, 2, 4);
BEGIN
  TRY a^ := b^; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
