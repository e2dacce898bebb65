(* 2.2.8: RAISES belongs to the nearest PROCEDURE before it. *)
=== errors
MODULE Main;
EXCEPTION E;
TYPE T = PROCEDURE (): PROCEDURE () RAISES {E};
PROCEDURE Q() RAISES {E} = BEGIN RAISE E END Q;
PROCEDURE P(): PROCEDURE () RAISES {E} = BEGIN RETURN Q END P;
PROCEDURE R(): (PROCEDURE ()) RAISES {E} = BEGIN RAISE E END R;
VAR t: T := P;
BEGIN
  t := R;
(*     ^ M3520: cannot assign PROCEDURE (): PROCEDURE () RAISES {E} to t of type T: the result has another type *)
END Main.
