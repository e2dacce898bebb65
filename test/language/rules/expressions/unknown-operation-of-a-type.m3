(* 2.6.7 Function application: what is applied is declared; its arguments are not its mistake. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
VAR r: REFANY;
BEGIN
  r := Store.NEW(REF INTEGER);
(*           ^ M3402: interface Store declares no NEW *)
END Main.
