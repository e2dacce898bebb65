(* 2.2.9: A method of the same name in METHODS is a new one, in OVERRIDES it replaces the supertype's; NARROW to a supertype shows what is masked. *)
MODULE Main;
IMPORT IO;
TYPE A = OBJECT METHODS m() := P END; B = A OBJECT OVERRIDES m := Q END; C = A OBJECT METHODS m() := Q END;
  D = C OBJECT m: INTEGER := 5 END; F = D OBJECT METHODS m() := Q END;
PROCEDURE P(<*UNUSED*> self: A) = BEGIN IO.Put("P") END P;
PROCEDURE Q(<*UNUSED*> self: A) = BEGIN IO.Put("Q") END Q;
VAR a := NEW(A); b := NEW(B); c := NEW(C); d := NEW(D); f := NEW(F);
BEGIN
  a.m(); b.m(); c.m(); IO.Put(" "); NARROW(b, A).m(); NARROW(c, A).m(); IO.Put(" ");
  IO.PutInt(d.m); NARROW(d, C).m(); NARROW(d, A).m(); f.m(); IO.PutInt(NARROW(f, D).m); IO.Put("\n");
END Main.
