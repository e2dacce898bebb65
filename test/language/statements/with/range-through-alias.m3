(* WITH binds a name to a variable, as an alias, or to a value, which cannot be assigned. *)
MODULE Main;
IMPORT IO, SpinException;
VAR s: [0 .. 9] := 1; n := 10;
BEGIN
  TRY WITH x = s DO x := n END; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; IO.PutInt(s); IO.Put(" ");
  IO.Put("\n");
END Main.
