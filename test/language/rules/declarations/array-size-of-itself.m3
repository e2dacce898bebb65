(* 2.4.8 Recursive declarations: a type's size is not part of the type. *)
=== errors
MODULE Main;
TYPE T = RECORD a: ARRAY [1 .. BYTESIZE(T)] OF CHAR END;
(*   ^ M3102: type T is recursive without a reference in between *)
BEGIN
END Main.
