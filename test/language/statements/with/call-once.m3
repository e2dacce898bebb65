(* WITH evaluates its designator once; an alias follows neither reassigned subscripts nor references. *)
MODULE Main;
IMPORT IO;
VAR n := 0;
PROCEDURE F(): INTEGER = BEGIN INC(n); RETURN n END F;
BEGIN
  WITH x = F() DO IO.PutInt(x); IO.Put(" "); IO.PutInt(x); IO.Put(" "); IO.PutInt(n); IO.Put(" ") END;
  IO.Put("\n");
END Main.
