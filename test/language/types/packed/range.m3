(* BITS n FOR T has T's values in n bits; n is a constant and large enough. *)
MODULE Main;
IMPORT IO, SpinException;
VAR r: RECORD a: BITS 8 FOR [0 .. 7] := 1 END; n := 8;
BEGIN
  TRY r.a := n; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; IO.PutInt(r.a); IO.Put(" ");
  IO.Put("\n");
END Main.
