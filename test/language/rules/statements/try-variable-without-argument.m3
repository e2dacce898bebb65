(* 2.3.7 Try Except: a handler has a variable only if its exceptions have arguments. *)
=== errors
MODULE Main;
EXCEPTION E;
BEGIN
  TRY RAISE E EXCEPT E (x) => EVAL x END;
(*                      ^ M3732: exception E has no argument to bind *)
END Main.
