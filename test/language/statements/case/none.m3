(* CASE takes the arm with the value; a value without an arm goes to ELSE, or is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
VAR n := 3;
BEGIN
  TRY CASE n OF 1 => | 2 => END; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
