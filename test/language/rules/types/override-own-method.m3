(* 2.2.9 Objects: a new method gets its procedure where it is declared. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() OVERRIDES m := P END;
(*                                    ^ M3113: ROOT has no method m to override *)
PROCEDURE P(self: T) = BEGIN END P;
BEGIN
END Main.
