(* A nested procedure sees the variables of those around it, of the call it belongs to. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(n: INTEGER; q: PROCEDURE(): INTEGER): INTEGER =
  PROCEDURE Own(): INTEGER = BEGIN RETURN n END Own;
  BEGIN IF n = 0 THEN RETURN q() ELSE RETURN P(n - 1, Own) END END P;
PROCEDURE Zero(): INTEGER = BEGIN RETURN 0 END Zero;
BEGIN
  IO.PutInt(P(3, Zero)); IO.Put(" ");
  IO.Put("\n");
END Main.
