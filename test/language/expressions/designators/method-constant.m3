(* 2.6.3: T.m is the method of T whatever the object's own is; its first parameter is of type T. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m(n: INTEGER): INTEGER := P END; U = T OBJECT OVERRIDES m := Q END;
PROCEDURE P(<*UNUSED*> self: T; n: INTEGER): INTEGER = BEGIN RETURN n END P;
PROCEDURE Q(self: U; n: INTEGER): INTEGER = BEGIN RETURN 10 * T.m(self, n) END Q;
VAR t: T := NEW(U); p: PROCEDURE (t: T; n: INTEGER): INTEGER := T.m; u: PROCEDURE (u: U; n: INTEGER): INTEGER := U.m;
BEGIN
  IO.PutInt(t.m(1)); IO.PutInt(T.m(t, 2)); IO.PutInt(U.m(t, 3)); IO.PutInt(p(t, 4)); IO.PutInt(u(t, 5)); IO.Put("\n");
END Main.
