(* 2.4.4: Types and defaults of parameters are looked up outside of the procedure, whatever its parameters are called. *)
MODULE Main;
IMPORT IO;
TYPE T = [1 .. 9];
CONST d = 4;
PROCEDURE P(T: T; d: INTEGER := d): INTEGER = BEGIN RETURN 10 * T + d END P;
BEGIN
  IO.PutInt(P(3)); IO.PutInt(P(1, 2)); IO.Put("\n");
END Main.
