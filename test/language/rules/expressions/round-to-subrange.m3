(* 2.6.10: ROUND goes to an integer type, which a subrange is not. *)
=== errors
MODULE Main;
VAR n := ROUND(3.5, [0 .. 9]);
(*                  ^ M3623: ROUND wants INTEGER or LONGINT as second argument, not [0..9] *)
BEGIN
END Main.
