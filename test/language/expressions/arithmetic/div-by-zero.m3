(* DIV rounds to minus infinity, and MOD has the sign of its right operand. *)
MODULE Main;
IMPORT IO, SpinException;
VAR n := 0;
BEGIN
  TRY n := 1 DIV n; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; TRY n := 1 MOD n; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
