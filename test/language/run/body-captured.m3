(* 2.5.3 Blocks: procedures in the body of a module use the variables that statements around them bind. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: INTEGER END; O = OBJECT n := 5 END;
EXCEPTION E(R); F(INTEGER);
VAR o: REFANY := NEW(O); s := 0;
BEGIN
  FOR i := 0 TO 3 DO VAR j := i; PROCEDURE Q() = BEGIN INC(j, i) END Q; BEGIN Q(); IO.PutInt(j) END END; IO.Put("\n");
  WITH w = s + 3, r = R{1, 2} DO PROCEDURE Q(): INTEGER = BEGIN RETURN w + r.b END Q; BEGIN IO.PutInt(Q()) END END; IO.Put("\n");
  TYPECASE o OF O(x) => PROCEDURE Q(): INTEGER = BEGIN RETURN x.n END Q; BEGIN IO.PutInt(Q()) END ELSE END; IO.Put("\n");
  TRY RAISE E(R{3, 4}) EXCEPT E(x) => PROCEDURE Q(): INTEGER = BEGIN RETURN x.a * 10 + x.b END Q; BEGIN IO.PutInt(Q()) END END; IO.Put("\n");
  TRY RAISE F(7) EXCEPT F(x) => PROCEDURE Q(): INTEGER = BEGIN RETURN x END Q; BEGIN IO.PutInt(Q()) END END; IO.Put("\n");
  FOR b := FALSE TO TRUE DO PROCEDURE Q(): BOOLEAN = BEGIN RETURN b END Q; BEGIN IO.PutInt(ORD(Q())) END END; IO.Put("\n");
  FOR c := 'a' TO 'e' BY 2 DO PROCEDURE Q(): CHAR = BEGIN RETURN c END Q; BEGIN IO.PutChar(Q()) END END; IO.Put("\n");
END Main.
