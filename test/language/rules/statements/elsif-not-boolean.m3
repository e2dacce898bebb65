(* 2.3.12 If: the condition after ELSIF is a BOOLEAN. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  IF n = 0 THEN n := 1 ELSIF NIL THEN n := 2 END;
(*                           ^ M3706: the condition of IF is a BOOLEAN, not NULL *)
END Main.
