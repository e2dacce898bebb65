(* 2.5.1 Import statements: what an interface imports is not visible through it. *)
=== errors
=== Deep.i3 imported
INTERFACE Deep;
EXCEPTION Alerted;
END Deep.
=== Store.i3 imported
INTERFACE Store;
FROM Deep IMPORT Alerted;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
BEGIN
  RAISE Store.Alerted;
(*      ^ M3402: interface Store declares no Alerted *)
END Main.
