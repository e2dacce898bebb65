(* A name is declared once in a scope; inner scopes hide outer ones; a name that is not declared is refused. *)
MODULE Main;
IMPORT IO;
VAR a: A;
TYPE A = ARRAY [0 .. N] OF B; B = INTEGER;
CONST N = 3;
BEGIN
  IO.PutInt(NUMBER(a)); IO.Put(" ");
  IO.Put("\n");
END Main.
