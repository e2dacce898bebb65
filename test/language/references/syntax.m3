(* A unit with syntax errors is checked where they have done no damage, and nobody is told that it declares nothing. *)
=== errors
=== Broken.i3
INTERFACE Broken;
CONST N = ;
(*        ^ P1012: expected an expression, found `;` *)
TYPE T = INTEGER
(*              ^ P1011: expected `;` here, found VAR *)
VAR x: Missing;
PROCEDURE P(;
(*          ^ P1010: expected `)` here *)
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

=== Half.m3
MODULE Half EXPORTS Main2;
IMPORT IO2;
TYPE R = RECORD a: INTEGER; b: CHAR END;
PROCEDURE Broken(x: INTEGER) =
  BEGIN
    IF x > 3 x := 1 END;
(*          ^ P1010: expected THEN here, found `x` *)
    x := 'a';
(*       ^ M3520: cannot assign CHAR to x of type INTEGER: their base types differ *)
    unknown := 3;
  END Broken;
PROCEDURE Fine(): INTEGER =
  VAR r: R;
  BEGIN
    r.a := 'b';
(*         ^ M3520: cannot assign CHAR to field a of type INTEGER: their base types differ *)
    RETURN r.b;
(*         ^ M3520: cannot assign CHAR to the result of Fine of type INTEGER: their base types differ *)
  END Fine;
BEGIN
  Broken('x');
(*       ^ M3610: cannot assign CHAR to parameter x of Broken of type INTEGER: their base types differ *)
  IF Fine() THEN END
(*                  ^ P1011: expected `;` here, found `Broken` *)
  Broken(1)
END Half.
