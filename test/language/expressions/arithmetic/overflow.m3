(* Integer addition, subtraction and multiplication wrap around: the definition leaves overflow to the implementation. *)
MODULE Main;
IMPORT IO, Fmt;
VAR n := LAST(INTEGER); m := FIRST(INTEGER);
BEGIN
  IO.Put(Fmt.Bool(n + 1 = m) & " "); IO.Put(Fmt.Bool(m - 1 = n) & " "); IO.Put(Fmt.Bool(-m = m) & " "); IO.Put(Fmt.Bool(ABS(m) = m) & " "); IO.Put(Fmt.Bool(n * 2 = -2) & " ");
  IO.Put("\n");
END Main.
