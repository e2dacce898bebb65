(* MIN, MAX, ABS take ordinals or floats of one type. *)
MODULE Main;
IMPORT IO;
VAR n := 3; c := 'b'; x := 1.5;
BEGIN
  IO.PutInt(MIN(n, 2)); IO.Put(" "); IO.PutInt(MAX(n, 2)); IO.Put(" "); IO.PutInt(ORD(MAX(c, 'a'))); IO.Put(" "); IO.PutInt(ROUND(MIN(x, -1.0))); IO.Put(" "); IO.PutInt(ABS(-n)); IO.Put(" ");
  IO.Put("\n");
END Main.
