(* 2.4.7 Revelations: revelations stand at the top level. *)
=== errors
=== partial
MODULE Main;
TYPE T <: REFANY;
PROCEDURE P() =
  REVEAL T = BRANDED REF INTEGER;
(*       ^ M3121: a revelation must stand at the top level of an interface or module *)
  BEGIN END P;
BEGIN
END Main.
