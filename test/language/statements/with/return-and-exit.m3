(* 2.3.15: RETURN and EXIT in a WITH leave the procedure or loop around it. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(n: INTEGER): INTEGER = BEGIN WITH m = 2 * n DO IF m > 4 THEN RETURN m END END; RETURN 0 END P;
BEGIN
  LOOP WITH p = P(3) DO IO.PutInt(p); IF p = 6 THEN EXIT END; IO.Put("never") END END;
  IO.PutInt(P(1)); IO.Put("\n");
END Main.
