(* A procedure's heading and END have one name; formals have distinct names; a formal has a type or a default. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(n: INTEGER): INTEGER =
  PROCEDURE Q(k: INTEGER) = BEGIN IF k > 0 THEN INC(n, k); Q(k - 1) END END Q;
  BEGIN Q(n); RETURN n END P;
BEGIN
  IO.PutInt(P(4)); IO.Put(" ");
  IO.Put("\n");
END Main.
