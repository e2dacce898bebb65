(* 2.6.10: FLOOR goes to an integer type. *)
=== errors
MODULE Main;
VAR n := FLOOR(3.5, REAL);
(*                  ^ M3623: FLOOR wants INTEGER or LONGINT as second argument, not REAL *)
BEGIN
END Main.
