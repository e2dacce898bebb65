(* Objects are references: assignment shares them; equality is identity. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m(n: INTEGER): INTEGER END; U = T OBJECT k := 10 OVERRIDES m := M END;
PROCEDURE M(u: U; n: INTEGER): INTEGER = BEGIN RETURN u.k + n END M;
VAR t: T := NEW(U, k := 5);
BEGIN
  IO.PutInt(t.m(2)); IO.Put(" ");
  IO.Put("\n");
END Main.
