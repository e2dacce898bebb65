(* 2.6.11: Procedures are equal if they have one body and one environment. *)
MODULE Main;
IMPORT IO;
VAR first: PROCEDURE () := NIL; n := 0;
PROCEDURE Same(p, q: PROCEDURE ()) = BEGIN IF p = q THEN IO.Put("same ") ELSE IO.Put("other ") END END Same;
PROCEDURE Outer(deep: BOOLEAN; p: PROCEDURE ()) =
  PROCEDURE Inner() = BEGIN INC(n); EVAL deep END Inner;
  BEGIN Same(Inner, Inner); IF p # first THEN Same(p, Inner) END; IF deep THEN Outer(FALSE, Inner) END END Outer;
BEGIN
  Outer(TRUE, NIL); Same(NIL, first); IO.Put("\n");
END Main.
