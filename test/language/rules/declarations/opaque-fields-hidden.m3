(* 2.4.6 Opaque types: what is hidden is not used. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
TYPE T <: Public;
  Public = OBJECT a: INTEGER END;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
VAR t := NEW(Store.T);
BEGIN
  t.a := 1;
  t.b := 2;
(*  ^ M3404: type Store.T has no field or method b *)
END Main.
