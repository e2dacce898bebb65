(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
IMPORT IO, Fmt;
VAR z := 0.0; n := z / z;
BEGIN
  IO.Put(Fmt.Bool(n = n) & " "); IO.Put(Fmt.Bool(n # n) & " "); IO.Put(Fmt.Bool(n < 1.0) & " "); IO.Put(Fmt.Bool(n >= 1.0) & " ");
  IO.Put("\n");
END Main.
