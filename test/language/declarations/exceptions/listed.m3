(* A procedure raises only what its RAISES lists; what else comes out is a checked run-time error. *)
MODULE Main;
IMPORT IO;
EXCEPTION E;
PROCEDURE P() RAISES {E} = BEGIN RAISE E END P;
BEGIN
  TRY P() EXCEPT E => IO.PutInt(1); IO.Put(" ") END;
  IO.Put("\n");
END Main.
