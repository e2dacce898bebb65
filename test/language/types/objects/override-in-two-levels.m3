(* Objects are references: assignment shares them; equality is identity. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m(): INTEGER := A END; U = T OBJECT OVERRIDES m := B END; V = U OBJECT OVERRIDES m := C END;
PROCEDURE A(<*UNUSED*> t: T): INTEGER = BEGIN RETURN 1 END A;
PROCEDURE B(t: U): INTEGER = BEGIN RETURN T.m(t) + 10 END B;
PROCEDURE C(t: V): INTEGER = BEGIN RETURN U.m(t) + 100 END C;
BEGIN
  IO.PutInt(NEW(V).m()); IO.Put(" ");
  IO.Put("\n");
END Main.
