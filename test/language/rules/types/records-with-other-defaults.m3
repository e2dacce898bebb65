(* 2.2 Types: default values belong to a record type. *)
=== errors
MODULE Main;
TYPE R = RECORD a := 1 END;
  S = RECORD a := 2 END;
VAR r: R; s: S;
BEGIN
  r := s;
(*     ^ M3520: cannot assign S to r of type R *)
END Main.
