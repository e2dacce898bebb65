(* WITH evaluates its designator once; an alias follows neither reassigned subscripts nor references. *)
MODULE Main;
IMPORT IO, SpinException;
VAR r: REF INTEGER := NIL;
BEGIN
  TRY WITH x = r^ DO x := 1 END; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
