(* 2.5.3 Modules: an exported interface exists. *)
=== errors
MODULE Main EXPORTS Nowhere;
(*                  ^ M3001: interface Nowhere is not found *)
BEGIN
END Main.
