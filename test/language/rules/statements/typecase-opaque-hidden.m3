(* 2.3.18 Typecase: the type of a branch is known to be a subtype. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
TYPE T <: REFANY;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
VAR o: ROOT;
BEGIN
  TYPECASE o OF Store.T => ELSE END;
(*              ^ M3714: Store.T is not a subtype of ROOT, the type of the selector *)
END Main.
