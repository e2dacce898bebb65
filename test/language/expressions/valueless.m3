(* 2.6.15 Constant expressions: elsewhere than in constants, what overflows is worth a warning. *)
MODULE Main;
VAR n: INTEGER; c: CHAR; s: SET OF [0 .. 3];
BEGIN
  n := LAST(INTEGER) + 1;
(*     ^ W4109: the value of this constant expression is not in the range of INTEGER; at run time it wraps around *)
  n := -FIRST(INTEGER);
(*     ^ W4109: the value of this constant expression is not in the range of INTEGER; at run time it wraps around *)
  n := ABS(FIRST(INTEGER));
(*     ^ W4109: the value of this constant expression is not in the range of INTEGER; at run time it wraps around *)
  n := ROUND(1.0e30);
(*     ^ W4109: the value of this constant expression is not in the range of INTEGER; this faults at run time *)
  c := VAL(300, CHAR);
(*         ^ W4101: the value 300 is not a member of CHAR; this faults at run time *)
  s := SET OF [0 .. 3] {9};
(*                      ^ W4101: the value 9 is not a member of [0..3], the type of an element of the set; this faults at run time *)
END Main.
