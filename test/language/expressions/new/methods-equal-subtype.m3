(* 2.6.9 NEW(T, m := P) is NEW(T OBJECT OVERRIDES m := P END): P may take that type, and any type declared like it is the same. *)
MODULE Main;
IMPORT IO;
TYPE
  T = OBJECT METHODS m() END;
  Sub = T OBJECT OVERRIDES m := P END;
  Other = T OBJECT OVERRIDES m := Q END;
PROCEDURE P(self: Sub) = BEGIN IF self # NIL THEN IO.Put("P\n") END END P;
PROCEDURE Q(self: T) = BEGIN IF self # NIL THEN IO.Put("Q\n") END END Q;
VAR t: T := NEW(T, m := P);
BEGIN
  t.m();
  IF ISTYPE(t, Sub) AND NOT ISTYPE(t, Other) THEN IO.Put("Sub\n") END;
  t := NEW(T, m := Q);
  t.m();
  IF ISTYPE(t, Other) THEN IO.Put("Other\n") END
END Main.
