(* 2.5.1 Import statements: interfaces are imported, not modules. *)
=== errors
=== Other.m3
MODULE Other;
BEGIN
END Other.
=== Main.m3
MODULE Main;
IMPORT Other;
(*     ^ M3001: interface Other is not found *)
BEGIN
  Other.P();
END Main.
