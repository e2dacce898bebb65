(* 2.5.1 Import statements: an imported interface exists. *)
=== errors
MODULE Main;
IMPORT Nowhere;
(*     ^ M3001: interface Nowhere is not found *)
BEGIN
  Nowhere.P();
END Main.
