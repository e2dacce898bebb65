(* Integer literals are decimal, or with a base from 2 to 16 and an underscore; text and character literals have escapes. *)
MODULE Main;
IMPORT IO, Fmt;
BEGIN
  IO.Put(Fmt.Bool(1.5E1 = 15.0) & " "); IO.Put(Fmt.Bool(1.0D2 = 100.0D0) & " "); IO.Put(Fmt.Bool(2.5e-1 = 0.25) & " ");
  IO.Put("\n");
END Main.
