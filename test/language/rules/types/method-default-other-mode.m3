(* 2.2.9 Objects: a method's procedure has the method's parameter modes. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m(n: INTEGER) := P END;
(*                                       ^ M3114: P cannot be method m: parameter n has another mode (VAR instead of VALUE) *)
PROCEDURE P(self: T; VAR n: INTEGER) = BEGIN END P;
BEGIN
END Main.
