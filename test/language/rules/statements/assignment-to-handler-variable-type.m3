(* 2.3.7 Try Except: the variable of a handler has the type of the argument. *)
=== errors
MODULE Main;
EXCEPTION E(INTEGER);
VAR t: TEXT;
BEGIN
  TRY RAISE E(1) EXCEPT E (x) => t := x END;
(*                                    ^ M3520: cannot assign INTEGER to t of type TEXT *)
END Main.
