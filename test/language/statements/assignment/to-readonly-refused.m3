=== errors
(* An assignment v := e evaluates e and stores its value; v must be a writable designator. *)
MODULE Main;
PROCEDURE P(READONLY r: INTEGER) =
  BEGIN
    r := 1;
(*  ^ M3702: this cannot be assigned: r is a READONLY parameter *)
  END P;
BEGIN
  P(1)
END Main.
