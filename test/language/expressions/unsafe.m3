=== Bare.i3
UNSAFE INTERFACE Bare;
VAR a: ADDRESS;
    m := THIS_MODULE();
(*       ^ M3640: THIS_MODULE() only has a meaning inside a module *)
END Bare.
=== Bare.m3
UNSAFE MODULE Bare;
TYPE Small = [0 .. 255];
VAR i, j: INTEGER; x: REAL; y: LONGREAL; u: UNTRACED REF INTEGER; b: BOOLEAN; small: Small;
BEGIN
  a := ADR(i) + 8 - 4;
  j := ADR(i) - a;
  i := LOOPHOLE(y, INTEGER);
  LOOPHOLE(y, INTEGER) := i;
  i := LOOPHOLE(x, INTEGER);
(*     ^ M3633: LOOPHOLE wants types of one size: here are 32 and 64 bits *)
  a := ADR(3);
(*         ^ M3623: ADR wants a variable (a designator), not INTEGER *)
  b := a < ADR(j);
  INC(a, 8);
  u := LOOPHOLE(a, UNTRACED REF INTEGER);
  small := ABS(x := 3);
(*             ^ M3621: ABS takes its arguments by position *)
  DISPOSE(u);
END Bare.
=== Main.m3
MODULE Main;
VAR a: ADDRESS; i: INTEGER; b: BOOLEAN; u: UNTRACED REF INTEGER;
BEGIN
  a := a + 3;
(*     ^ M3540: address arithmetic is unsafe: it is only legal in an UNSAFE interface or module *)
  i := a - a;
(*     ^ M3540: address arithmetic is unsafe: it is only legal in an UNSAFE interface or module *)
  b := a < a;
(*     ^ M3540: ordering of addresses is unsafe: it is only legal in an UNSAFE interface or module *)
  INC(a);
(*^ M3540: INC of an ADDRESS is unsafe: it is only legal in an UNSAFE interface or module *)
  DISPOSE(u);
(*^ M3540: DISPOSE of an untraced reference is unsafe: it is only legal in an UNSAFE interface or module *)
  a := u;
END Main.
