(* BOOLEAN, CHAR, CARDINAL are predeclared ordinals. *)
MODULE Main;
IMPORT IO, Fmt;
VAR c: CARDINAL := 3; t := TRUE; ch := 'z';
BEGIN
  IO.PutInt(c); IO.Put(" "); IO.PutInt(ORD(t)); IO.Put(" "); IO.PutInt(ORD(ch)); IO.Put(" "); IO.PutInt(FIRST(CARDINAL)); IO.Put(" "); IO.Put(Fmt.Bool(LAST(CARDINAL) = LAST(INTEGER)) & " "); IO.Put(Fmt.Bool(FIRST(BOOLEAN)) & " "); IO.Put(Fmt.Bool(LAST(BOOLEAN)) & " ");
  IO.Put("\n");
END Main.
