(* 2.2.5 Packed types: sets of fewer bits than a word, records and arrays of their very size, floating-point numbers and references of the bits they have. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE
  Flags = SET OF [0 .. 15];
  Pair = RECORD x: BITS 16 FOR [0 .. 65535]; y: BITS 8 FOR CHAR END;
  T = RECORD
    a: BITS 16 FOR Flags; b: BITS 32 FOR SET OF [0 .. 31]; c: BITS 24 FOR Pair; d: BITS 8 FOR ARRAY [0 .. 7] OF BITS 1 FOR BOOLEAN;
    e: BITS 64 FOR LONGREAL; f: BITS 32 FOR REAL; g: BITS 32 FOR TEXT; h: BITS 3 FOR [0 .. 7];
  END;
  A = ARRAY [0 .. 2] OF BITS 64 FOR LONGREAL;
VAR t: T; a := A {1.5d0, 2.5d0, ..}; r := NEW(REF T, e := 9.25d0);
BEGIN
  t := T {Flags {1, 15}, SET OF [0 .. 31] {31}, Pair {65535, 'y'}, ARRAY [0 .. 7] OF BITS 1 FOR BOOLEAN {TRUE, FALSE, ..}, 2.25d0, 0.5, "text", 7};
  t.a := t.a + Flags {3}; t.d[7] := TRUE; t.f := t.f * 3.0; t.g := t.g & "!"; t.c.x := t.c.x - 1;
  IO.Put(Fmt.Bool(3 IN t.a) & Fmt.Bool(15 IN t.a) & Fmt.Bool(2 IN t.a) & Fmt.Bool(31 IN t.b) & " ");
  IO.Put(Fmt.Int(t.c.x) & " " & Fmt.Char(t.c.y) & " " & Fmt.Bool(t.d[0]) & Fmt.Bool(t.d[6]) & Fmt.Bool(t.d[7]) & " ");
  IO.Put(Fmt.LongReal(t.e) & " " & Fmt.Real(t.f) & " " & t.g & " " & Fmt.Int(t.h) & "\n");
  a[1] := a[0] + a[2]; r.e := r.e + r.e;
  IO.Put(Fmt.LongReal(a[1]) & " " & Fmt.LongReal(r.e) & " " & Fmt.Bool(t = t) & " " & Fmt.Bool(r^ = t) & "\n");
END Main.
