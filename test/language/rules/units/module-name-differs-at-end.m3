(* 2.5.3 Modules: the name after END repeats that of the module. *)
=== errors
MODULE Main;
BEGIN
END Mian.
(*  ^ M3003: this ends Main, not Mian *)
