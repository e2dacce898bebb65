=== errors
(* Following NIL is a checked run-time error. *)
MODULE Main;
VAR r: RECORD a: INTEGER END;
BEGIN
  r.b := 1
(*  ^ M3404: type RECORD a: INTEGER; END has no field b *)
END Main.
