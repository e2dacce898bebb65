(* 2.3.17: A range of labels whose first value exceeds its last is empty. *)
MODULE Main;
IMPORT IO;
VAR n := 4;
BEGIN
  CASE n OF 5 .. 3 => IO.Put("never") | 4, 9 .. 8 => IO.Put("four\n") ELSE IO.Put("else") END;
END Main.
