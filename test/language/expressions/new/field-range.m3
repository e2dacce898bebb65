(* NEW of a record or object takes bindings of fields, and for objects of methods. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE T = OBJECT a: [0 .. 9] END;
VAR n := 10;
BEGIN
  TRY EVAL NEW(T, a := n); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
