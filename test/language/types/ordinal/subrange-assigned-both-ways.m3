(* BOOLEAN, CHAR, CARDINAL are predeclared ordinals. *)
MODULE Main;
IMPORT IO, SpinException;
VAR a: [0 .. 9] := 9; b: [5 .. 20] := 20;
BEGIN
  TRY a := b; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; b := a; IO.PutInt(b); IO.Put(" ");
  IO.Put("\n");
END Main.
