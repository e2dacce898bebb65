(* 2.6.2 Operation syntax: built-in operations take their arguments by position. *)
=== errors
MODULE Main;
VAR n := ORD(x := 'a');
(*           ^ M3621: ORD takes its arguments by position *)
BEGIN
END Main.
