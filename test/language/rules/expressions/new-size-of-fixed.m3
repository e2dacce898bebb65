(* 2.6.9 NEW: a fixed array takes no length. *)
=== errors
MODULE Main;
VAR a := NEW(REF ARRAY [0 .. 3] OF INTEGER, 3);
(*       ^ M3653: NEW takes nothing after this type, and here is 1 *)
BEGIN
END Main.
