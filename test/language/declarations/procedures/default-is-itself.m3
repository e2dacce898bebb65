(* 2.2.8 Procedures: the default of a parameter may be the procedure itself, or one whose default is this one. *)
MODULE Main;
IMPORT IO;
TYPE
  T = PROCEDURE(t: T);
  U = PROCEDURE(u: U := Self);
  O = OBJECT METHODS m(t: T := P) := M END;
PROCEDURE P(t: T := P) = BEGIN IF t = P THEN IO.Put("P\n") END END P;
PROCEDURE Q(t: T := R) = BEGIN IF t # NIL THEN IO.Put("Q\n"); t(NIL) END END Q;
PROCEDURE R(t: T := Q) = BEGIN IF t = Q THEN IO.Put("R\n"); t(P) ELSE IO.Put("none\n") END END R;
PROCEDURE Self(u: U := Self) = BEGIN IF u = Self THEN IO.Put("Self\n"); u(NIL) END END Self;
PROCEDURE M(<*UNUSED*> o: O; t: T) = BEGIN t(P) END M;
VAR u: U := Self; p: PROCEDURE(t: T) := P;
BEGIN
  P();
  Q();
  R();
  u();
  NEW(O).m();
  p(P);
END Main.
