(* 2.6.8 Constructors: before the braces stands a type. *)
=== errors
MODULE Main;
VAR n := 3; m := n {1};
(*               ^ M3550: a constructor wants a set, array or record type before its braces: n is a variable *)
BEGIN
END Main.
