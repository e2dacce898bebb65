(* A procedure may be assigned to a variable of its type; modes, types, order, result and exceptions count, names and defaults do not. *)
MODULE Main;
IMPORT IO;
EXCEPTION E;
VAR f: PROCEDURE() RAISES {E};
PROCEDURE G() = BEGIN IO.PutInt(4); IO.Put(" ") END G;
BEGIN
  f := G; TRY f() EXCEPT E => END;
  IO.Put("\n");
END Main.
