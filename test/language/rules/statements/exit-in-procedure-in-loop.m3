(* 2.3.10 Exit: a loop around a procedure does not count. *)
=== errors
MODULE Main;
BEGIN
  LOOP
    PROCEDURE P() = BEGIN EXIT END P;
(*                        ^ M3720: EXIT is not inside a loop *)
    BEGIN P() END
  END;
END Main.
