=== errors
(* Comments nest; pragmas stand where they may. *)
MODULE Main;
BEGIN
END Mian.
(*  ^ M3003: this ends Main, not Mian *)
