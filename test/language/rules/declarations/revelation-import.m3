(* 2.4.7 Revelations: an imported name is revealed by its qualified name. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
TYPE T <: REFANY;
END Store.
=== Main.m3
MODULE Main;
REVEAL Store.T <: ROOT;
(*     ^ M3103: Store is not declared *)
BEGIN
END Main.
