(* A set's base type is ordinal. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE S = SET OF [-5 .. 5];
VAR s := S {-5, 0, 5}; n := -5;
BEGIN
  IO.Put(Fmt.Bool(n IN s) & " "); IO.Put(Fmt.Bool(-n IN s) & " "); IO.Put(Fmt.Bool(n + 1 IN s) & " ");
  IO.Put("\n");
END Main.
