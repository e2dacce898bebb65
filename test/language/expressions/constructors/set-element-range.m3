(* A set constructor has elements and ranges of the base type. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE S = SET OF [0 .. 9];
VAR n := 10; s: S;
BEGIN
  TRY s := S {n}; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
