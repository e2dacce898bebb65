(* A subrange's bounds are constants of one ordinal type. *)
MODULE Main;
IMPORT IO;
TYPE S = [0 .. 9]; CONST N = 4; TYPE T = [N .. LAST(S)];
BEGIN
  IO.PutInt(FIRST(T)); IO.Put(" "); IO.PutInt(LAST(T)); IO.Put(" ");
  IO.Put("\n");
END Main.
