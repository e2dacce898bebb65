MODULE Main;
TYPE
  Color = {Red, Green, Blue};
  R = RECORD x, y: INTEGER; z := 3 END;
  A3 = ARRAY [0 .. 2] OF INTEGER;
  Open = ARRAY OF INTEGER;
  S = SET OF Color;
  N = ARRAY [0 .. 1] OF A3;
VAR
  i: INTEGER; r: R; a: A3; s: S; n: N;
BEGIN
  r := R{1, 2, 3}; r := R{1, 2}; r := R{x := 1, y := 2}; r := R{1, z := 4, y := i};
  r := R{1};
(*     ^ M3556: field y has no default and needs a value *)
  r := R{1, 2, 3, 4};
(*                ^ M3557: R has only 3 fields *)
  r := R{y := 1, 2};
(*               ^ M3605: positional elements must precede those with keywords *)
  r := R{1, x := 2};
(*          ^ M3555: field x is given twice *)
  r := R{1, 2, q := 3};
(*             ^ M3404: type R has no field q *)
  r := R{1, "2"};
(*          ^ M3520: cannot assign TEXT to field y of type INTEGER *)
  r := R{1, 2, ..};
(*     ^ M3551: a record constructor has no ".." at its end *)
  a := A3{1, 2, 3}; a := A3{i, ..}; a := A3{1, 2, 3, ..};
  a := A3{1, 2};
(*     ^ M3554: A3 has 3 elements, and the constructor gives 2 *)
  a := A3{1, 2, 3, 4};
(*     ^ M3554: A3 has 3 elements, and the constructor gives 4 *)
  a := A3{..};
(*     ^ M3554: a ".." repeats the element before it, and there is none *)
  a := A3{1, 'c', 3};
(*           ^ M3520: cannot assign CHAR to an element of the array of type INTEGER: their base types differ *)
  a := A3{0 .. 2};
(*     ^ M3554: A3 has 3 elements, and the constructor gives 1 *)
(*        ^ M3551: ranges are for set constructors; an array is filled up with ".." at its end *)
  a := A3{x := 1, ..};
(*        ^ M3552: the elements of an array have no names *)
  a := Open{1, 2, 3};
  a := Open{1, ..};
(*     ^ W4111: an open array has no length to be filled up to; the ".." says nothing *)
  n := N{A3{1, ..}, A3{i, ..}};
  s := S{}; s := S{Color.Red, Color.Green .. Color.Blue}; s := S{VAL(i, Color)};
  s := S{1};
(*       ^ M3520: cannot assign INTEGER to an element of the set of type Color: their base types differ *)
  s := S{x := Color.Red};
(*       ^ M3552: the elements of a set have no names *)
  s := S{Color.Red, ..};
(*     ^ M3551: a set constructor has no ".." at its end *)
  i := INTEGER{3};
(*     ^ M3550: a constructor wants a set, array or record type before its braces, not INTEGER *)
  i := i{3};
(*     ^ M3550: a constructor wants a set, array or record type before its braces: i is a variable *)
  i := Nothing{3};
(*     ^ M3401: Nothing is not declared *)
  i := LAST(Open{1, 2, 3}) + NUMBER(Open{1, 2});
  i := A3{1, 2, 3}[1];
  i := A3{1, 2, 3}[3];
(*                 ^ W4101: the value 3 is not a member of [0..2], the type of the subscript; this faults at run time *)
  i := R{1, 2}.y;
END Main.
