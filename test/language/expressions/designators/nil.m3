(* Following NIL is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
VAR r: REF INTEGER := NIL; q: REF RECORD a: INTEGER END := NIL; p: REF ARRAY OF INTEGER := NIL; n := 0;
BEGIN
  TRY n := r^; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY n := q.a; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY n := p[0]; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY r^ := 1; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
