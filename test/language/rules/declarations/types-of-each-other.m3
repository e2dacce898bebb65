(* 2.4.8 Recursive declarations: types do not contain each other. *)
=== errors
MODULE Main;
TYPE A = RECORD b: B END;
(*   ^ M3102: type A is recursive without a reference in between *)
  B = ARRAY [0 .. 3] OF A;
BEGIN
END Main.
