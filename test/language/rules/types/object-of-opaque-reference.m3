(* 2.2.9 Objects: an opaque supertype is known to be an object type. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
TYPE T <: REFANY;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
TYPE U = Store.T OBJECT END;
(*       ^ M3111: Store.T is not known to be an object type here *)
VAR u: U;
BEGIN
  u := NIL;
END Main.
