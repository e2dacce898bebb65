MODULE Main;
TYPE
  Color = {Red, Green, Blue};
  Sub = [1 .. 10];
  SetC = SET OF Color;
  SetS = SET OF Sub;
  R = RECORD a: INTEGER; b: CHAR END;
  A = ARRAY [0 .. 3] OF INTEGER;
  B = ARRAY [1 .. 4] OF INTEGER;
  Obj = OBJECT END;
  Other = REF INTEGER;
VAR
  i: INTEGER; l: LONGINT; c: CARDINAL; s: Sub; ch: CHAR; b: BOOLEAN; col: Color;
  x: REAL; y: LONGREAL; t: TEXT; sc: SetC; ss: SetS; r: R; a: A; a2: B; o: Obj; p: Other; q: REFANY;
  proc: PROCEDURE (n: INTEGER);
PROCEDURE Q(n: INTEGER) = BEGIN i := n END Q;
BEGIN
  (* legal *)
  i := i + s * c - s DIV 2 MOD 3;
  l := l * 2L - 1L;
  x := x / 2.0 + 1.0E0 - x MOD 2.0;
  y := y * 1.0D0;
  sc := sc + SetC{Color.Red} - sc * sc / sc;
  b := (i < s) AND NOT (c >= i) OR ch > 'a' AND (col <= Color.Red);
  b := (sc <= sc) OR sc < SetC{} OR (x < 1.0);
  b := (i = s) OR (r = r) OR (a = a) OR (a = a2) OR (o = NIL) OR (q = o) OR (t = "") OR (proc = Q) OR (proc # NIL) OR (b = TRUE);
(*                                                                          ^ W4108: this compares references to texts, not the texts *)
  b := col IN sc AND i IN ss;
  t := t & "x" & "y";
  i := -i + (+s);
  x := -x;
  (* not *)
  i := i + l;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not INTEGER and LONGINT *)
  i := i / 2;
(*     ^ M3530: / wants two floating-point numbers of one type or two equal sets, not INTEGER and INTEGER *)
  x := x + 1;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not REAL and INTEGER *)
  x := x + y;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not REAL and LONGREAL *)
  x := x DIV x;
(*     ^ M3530: DIV wants two integers of one type, not REAL and REAL *)
  i := i + t;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not INTEGER and TEXT *)
  t := t + t;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not TEXT and TEXT *)
  sc := sc + ss;
(*      ^ M3530: + wants two sets of the same type, not SetC and SetS *)
  sc := sc DIV sc;
(*      ^ M3530: DIV wants two integers of one type, not SetC and SetC *)
  b := i < ch;
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not INTEGER and CHAR *)
  b := i < x;
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not INTEGER and REAL *)
  b := col < 1;
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not Color and INTEGER *)
  b := t < t;
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not TEXT and TEXT *)
  b := o < o;
(*     ^ M3530: < wants two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type, not Obj and Obj *)
  b := i = x;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not INTEGER and REAL *)
  b := o = p;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not Obj and Other *)
  b := r = a;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not R and A *)
  b := i AND b;
(*     ^ M3530: AND wants two BOOLEANs, not INTEGER and BOOLEAN *)
  b := NOT i;
(*     ^ M3530: NOT wants a BOOLEAN, not INTEGER *)
  b := -b;
(*     ^ M3530: - wants a number, not BOOLEAN *)
  b := b OR 1;
(*     ^ M3530: OR wants two BOOLEANs, not BOOLEAN and INTEGER *)
  t := t & ch;
(*     ^ M3530: & wants two TEXTs, not TEXT and CHAR *)
  b := ch IN sc;
(*     ^ M3530: IN wants an element of base type Color and a set of such, not CHAR and SetC *)
  b := col IN i;
(*     ^ M3530: IN wants an ordinal and a set, not Color and INTEGER *)
  b := 'x' IN ss;
(*     ^ M3530: IN wants an element of base type INTEGER and a set of such, not CHAR and SetS *)
END Main.
