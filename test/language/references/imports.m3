(* Importing interfaces: unknown ones, unknown names, names given twice. *)
=== errors
=== Colors.i3
INTERFACE Colors;
TYPE T = {Red, Green, Blue};
CONST Favourite = T.Green;
PROCEDURE Mix(a, b: T): T;
END Colors.

=== Colors.m3
MODULE Colors;
PROCEDURE Mix(a, <*UNUSED*> b: T): T =
  BEGIN
    RETURN a;
  END Mix;
BEGIN
END Colors.

=== Main.m3
MODULE Main;
IMPORT Colors, Colours, Wrd;
(*             ^ M3001: interface Colours is not found *)
(*                      ^ M3001: interface Wrd is not found *)
IMPORT Colors AS C;
IMPORT Colors AS C;
(*               ^ M3006: C is imported twice *)
FROM Colors IMPORT Favourite, Favorite, Mix;
(*                            ^ M3005: interface Colors does not declare Favorite *)
FROM Missing IMPORT A, B;
(*   ^ M3001: interface Missing is not found *)

VAR
  Mix: INTEGER;
(*^ M3006: Mix is already the name of something imported *)
  a := Colors.Mix(C.T.Red, Favourite);
  b := Colours.Anything(1, 2);
  c := Favorite;
  d: A;
BEGIN
  Colours.Set(a);
  b := Wrd.T{1};
  c := d;
END Main.
