(* In a unit with syntax errors only those are reported, and nobody is told that it declares nothing. *)
=== errors
=== Broken.i3
INTERFACE Broken;
CONST N = ;
(*        ^ P1012: expected an expression, found `;` *)
TYPE T = INTEGER
(*              ^ P1011: expected `;` here, found VAR *)
VAR x: Missing;
PROCEDURE P(;
(*           ^ P1011: expected `;` here, found END *)
END Broken.

=== Main.m3
MODULE Main;
IMPORT Broken;
FROM Broken IMPORT Whatever, T;
VAR a: Broken.Thing; b: T := 3; c := Broken.N; d: TEXT := 4;
(*                                                        ^ M3520: cannot assign INTEGER to variable d of type TEXT *)
EXCEPTION E(Broken.U);
BEGIN
  a := Whatever;
  Broken.P(1, 2, 3);
  b := Broken.F(c).x[3]^;
  TRY RAISE E(d) EXCEPT Broken.X => | Broken.Y(v) => a := v END;
END Main.
