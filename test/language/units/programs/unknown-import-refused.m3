=== errors
(* An interface's procedures and variables are used through its name, FROM or AS; a module exports what it implements. *)
MODULE Main;
IMPORT Nowhere;
(*     ^ M3001: interface Nowhere is not found *)
BEGIN
END Main.
