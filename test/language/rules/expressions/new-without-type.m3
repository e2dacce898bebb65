(* 2.6.9 NEW: NEW wants a type. *)
=== errors
MODULE Main;
VAR n := 3; r := NEW(n);
(*                   ^ M3650: NEW wants a reference type as its first argument: n is a variable *)
BEGIN
END Main.
