(* A variable has a type or an initial value, and the value is assignable to the type. *)
MODULE Main;
IMPORT IO, SpinException;
PROCEDURE P(n: INTEGER) = VAR s: [0 .. 9] := n; BEGIN IO.PutInt(s); IO.Put(" ") END P;
BEGIN
  TRY P(3); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY P(10); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
