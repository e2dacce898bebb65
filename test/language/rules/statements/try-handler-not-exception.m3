(* 2.3.7 Try Except: handlers name exceptions. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  TRY n := 1 EXCEPT n => END;
(*                  ^ M3734: n is a variable, not an exception *)
END Main.
