(* Ordinals and floats are ordered; other types have only = and #. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE C = {Red, Green};
BEGIN
  IO.Put(Fmt.Bool(1 < 2) & " "); IO.Put(Fmt.Bool('a' < 'b') & " "); IO.Put(Fmt.Bool(C.Red < C.Green) & " "); IO.Put(Fmt.Bool(FALSE < TRUE) & " "); IO.Put(Fmt.Bool(2 <= 1) & " "); IO.Put(Fmt.Bool(3 >= 3) & " "); IO.Put(Fmt.Bool(1 # 1) & " ");
  IO.Put("\n");
END Main.
