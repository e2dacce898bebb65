(* A procedure raises only what its RAISES lists; what else comes out is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
EXCEPTION E;
PROCEDURE P() RAISES {} = <*NOWARN*> BEGIN RAISE E END P;
BEGIN
  TRY P(); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
