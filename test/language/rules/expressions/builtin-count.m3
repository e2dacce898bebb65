(* 2.6.2 Operation syntax: built-in operations take so many arguments. *)
=== errors
MODULE Main;
VAR n := ORD('a', 'b');
(*       ^ M3620: ORD takes 1 argument, and here are 2 *)
BEGIN
END Main.
