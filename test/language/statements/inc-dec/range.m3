(* INC and DEC step an ordinal variable by one or by an integer, within its type. *)
MODULE Main;
IMPORT IO, SpinException;
VAR s: [0 .. 9] := 9;
BEGIN
  TRY INC(s); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY DEC(s, 10); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; IO.PutInt(s); IO.Put(" ");
  IO.Put("\n");
END Main.
