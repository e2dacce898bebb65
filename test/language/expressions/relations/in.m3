(* IN asks for membership of an element in a set; an element outside of the set's base type is no member. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE S = SET OF [0 .. 9];
VAR s := S {1, 5 .. 7}; n := 6; k := 77;
BEGIN
  IO.Put(Fmt.Bool(1 IN s) & " "); IO.Put(Fmt.Bool(n IN s) & " "); IO.Put(Fmt.Bool(4 IN s) & " "); IO.Put(Fmt.Bool(k IN s) & " "); IO.Put(Fmt.Bool(-k IN s) & " ");
  IO.Put("\n");
END Main.
