(* A name is declared once in a scope; inner scopes hide outer ones; a name that is not declared is refused. *)
MODULE Main;
IMPORT IO;
VAR n := 1;
PROCEDURE P() = VAR n := 2; BEGIN IO.PutInt(n); IO.Put(" ") END P;
BEGIN
  P(); IO.PutInt(n); IO.Put(" ");
  IO.Put("\n");
END Main.
