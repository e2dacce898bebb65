(* 2.2.5 BITS n FOR a record, array or large set has that type's values; here it lies in whole bytes of its own, and sizes say so. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE
  Bit = BITS 1 FOR BOOLEAN;
  Flags = BITS 32 FOR RECORD a, b: Bit END;
  Pair = RECORD x, y: BITS 5 FOR [0..31] END;
  R = RECORD lead: BITS 3 FOR [0..7]; p: BITS 10 FOR Pair; f: Flags; wide: BITS 128 FOR RECORD i, j: INTEGER END; tail: BITS 3 FOR [0..7] END;
  A = ARRAY [0..2] OF BITS 10 FOR Pair;
  S = RECORD s: BITS 70 FOR SET OF [0..69]; c: BITS 24 FOR ARRAY [0..2] OF CHAR END;
CONST On = Flags {a := FALSE, b := TRUE};
VAR r: R; a: A; s: S; copy: Pair;
BEGIN
  r.lead := 5; r.tail := 6; r.f := On; r.wide.j := 7; r.p := Pair {3, 30}; INC(r.p.x); copy := r.p;
  IO.Put(Fmt.Int(r.lead) & Fmt.Int(r.tail) & Fmt.Bool(r.f.b) & Fmt.Int(r.wide.j) & " " & Fmt.Int(copy.x) & " " & Fmt.Int(copy.y) & "\n");
  a[1] := copy; a[2].y := 9;
  IO.Put(Fmt.Int(a[0].x) & Fmt.Int(a[1].x) & Fmt.Int(a[2].y) & "\n");
  s.s := SET OF [0..69] {1, 69}; s.c[2] := 'z';
  IO.Put(Fmt.Bool(69 IN s.s) & Fmt.Bool(2 IN s.s) & Fmt.Char(s.c[2]) & "\n");
  IO.Put(Fmt.Int(BITSIZE(Flags)) & " " & Fmt.Int(BYTESIZE(A)) & " " & Fmt.Bool(BYTESIZE(R) >= 32) & "\n")
END Main.
