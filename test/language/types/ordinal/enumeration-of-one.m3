(* BOOLEAN, CHAR, CARDINAL are predeclared ordinals. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE C = {Only};
VAR c: C;
BEGIN
  IO.PutInt(ORD(c)); IO.Put(" "); IO.PutInt(NUMBER(C)); IO.Put(" "); TRY INC(c); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
