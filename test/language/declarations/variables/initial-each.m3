(* 2.4.3: An initial value is evaluated once for each variable of a list, and again whenever a block is entered. *)
MODULE Main;
IMPORT IO;
VAR n := 0; a, b, c := Next();
PROCEDURE Next(): INTEGER = BEGIN INC(n); RETURN n END Next;
BEGIN
  IO.PutInt(a); IO.PutInt(b); IO.PutInt(c); IO.Put(" ");
  FOR i := 1 TO 2 DO VAR x := Next(); y := 10 * x; BEGIN IO.PutInt(y); INC(x) END END; IO.Put("\n");
END Main.
