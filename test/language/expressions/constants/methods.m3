(* 2.6.15, 2.6.3 T.m is a constant: the procedure that T has for method m, or NIL; it may stand where a method is given its procedure. *)
MODULE Main;
IMPORT IO;
CONST K = T.m; Inherited = ARRAY [0..1] OF ProcB {B.n, B.m}; List = ARRAY OF Proc {Q}; None = T.abstract;
TYPE
  Proc = PROCEDURE (self: T); ProcB = PROCEDURE (self: B);
  T = OBJECT METHODS m() := P; n(); abstract() END;
  A = T OBJECT OVERRIDES n := K END;
  B = T OBJECT OVERRIDES m := List[0]; n := A.n END;
PROCEDURE P(<*UNUSED*> self: T) = BEGIN IO.Put("P ") END P;
PROCEDURE Q(<*UNUSED*> self: T) = BEGIN IO.Put("Q ") END Q;
VAR a := NEW(A); b := NEW(B);
BEGIN
  Inherited[0](b); TRY Inherited[1](b) EXCEPT ELSE END; a.m(); a.n(); b.m(); b.n(); K(NIL);
  IF None = NIL THEN IO.Put("none\n") END;
  TRY None(a) EXCEPT ELSE IO.Put("called\n") END
END Main.
