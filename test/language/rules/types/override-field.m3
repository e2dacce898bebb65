(* 2.2.9 Objects: fields are not overridden. *)
=== errors
MODULE Main;
TYPE T = OBJECT f: PROCEDURE (self: ROOT) END;
  U = T OBJECT OVERRIDES f := P END;
(*                       ^ M3113: f is a field, not a method, of T *)
PROCEDURE P(self: ROOT) = BEGIN END P;
BEGIN
END Main.
