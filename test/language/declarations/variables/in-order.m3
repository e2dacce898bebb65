(* A variable has a type or an initial value, and the value is assignable to the type. *)
MODULE Main;
IMPORT IO;
VAR a := F(1); b := F(2);
PROCEDURE F(n: INTEGER): INTEGER = BEGIN IO.PutInt(n); IO.Put(" "); RETURN n END F;
BEGIN
  IO.PutInt(a + b); IO.Put(" ");
  IO.Put("\n");
END Main.
