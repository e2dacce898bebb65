(* Texts are values whose characters the library reads; equal literals need not be one object. *)
MODULE Main;
IMPORT IO, SpinException;
VAR t: TEXT := NIL;
BEGIN
  TRY t := t & "a"; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
