=== errors
(* LOOP repeats until EXIT, which leaves the innermost loop; EXIT outside of a loop is refused. *)
MODULE Main;
PROCEDURE P() =
  BEGIN
    EXIT
(*  ^ M3720: EXIT is not inside a loop *)
  END P;
BEGIN
  LOOP P(); EXIT END
END Main.
