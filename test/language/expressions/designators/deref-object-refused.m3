=== errors
(* Following NIL is a checked run-time error. *)
MODULE Main;
VAR t: ROOT; u: ROOT;
BEGIN
  t := u^
(*     ^ M3510: only a REF type can be dereferenced; type ROOT cannot *)
END Main.
