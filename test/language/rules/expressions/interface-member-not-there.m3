(* 2.6.3 Designators: I.x names what the interface declares. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
CONST A = 1;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
BEGIN
  EVAL Store.B;
(*           ^ M3402: interface Store declares no B *)
END Main.
