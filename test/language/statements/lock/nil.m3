(* LOCK wants a MUTEX, and frees it however its body ends. *)
MODULE Main;
IMPORT IO, SpinException;
VAR m: MUTEX := NIL;
BEGIN
  TRY LOCK m DO END; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
