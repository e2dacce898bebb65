(* 2.4.6 Opaque types: opaque types are declared at the top level. *)
=== errors
MODULE Main;
PROCEDURE P() =
  TYPE T <: REFANY;
(*     ^ M3136: opaque type T must be declared at the top level of an interface or module *)
  BEGIN END P;
BEGIN
END Main.
