(* 2.7 Unsafe operations: in an UNSAFE unit the unsafe operations are allowed, and references may be assigned upwards and downwards. *)
=== errors
UNSAFE MODULE Main;
TYPE
  Node = UNTRACED REF RECORD name: TEXT END;
  Low = UNTRACED ROOT OBJECT held: REFANY END;
VAR
  a, b: ADDRESS; n: INTEGER; r: REAL; node: Node; low: Low; traced: REF INTEGER;
  bits: ARRAY [0 .. 3] OF [0 .. 255];
PROCEDURE Lines(READONLY bytes: ARRAY OF [0 .. 255]) = BEGIN EVAL NUMBER(bytes) END Lines;
BEGIN
  a := ADR(n);
  b := a + 8;
  n := b - a;
  a := b - 8;
  INC(a, 4); DEC(b);
  IF a < b THEN n := 0 END;
  r := LOOPHOLE(bits, REAL);
  Lines(LOOPHOLE(r, ARRAY OF [0 .. 255]));
  node := a;
  DISPOSE(node); DISPOSE(low); DISPOSE(traced);
END Main.
