(* BITS n FOR T in records, objects and arrays: neighbours are left alone, values come back with their sign, checks hold; WITH reaches them. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE
  Flags = RECORD
    a: BITS 1 FOR BOOLEAN := TRUE; n: BITS 3 FOR [0 .. 7]; s: BITS 5 FOR [-16 .. 15]; c: BITS 8 FOR CHAR := 'z'; w: BITS 13 FOR [0 .. 8191]; e: BITS 2 FOR E;
  END;
  Nibbles = ARRAY [0 .. 5] OF BITS 4 FOR [0 .. 15];
  Bits = ARRAY [-4 .. 4] OF BITS 1 FOR BOOLEAN;
  Port = RECORD x, y: BITS 8 FOR [0 .. 255] END;
  Frame = RECORD a: BITS 16 FOR Port; b: BITS 32 FOR ARRAY [0 .. 3] OF BITS 8 FOR [0 .. 255]; c: BITS 16 FOR Port END;
  Obj = OBJECT small: BITS 4 FOR [-8 .. 7] := -3; big: BITS 64 FOR INTEGER END;
CONST Table = Nibbles {15, 14, 13, ..}; Preset = Flags {n := 5, w := 4095, s := -1, e := VAL(1, E)};
TYPE E = {Red, Green, Blue};
VAR f: Flags; n: Nibbles; b: Bits; o := NEW(Obj, big := -5); open := NEW(REF ARRAY OF BITS 4 FOR [0 .. 15], 9);

PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE Show (READONLY f: Flags) = BEGIN I(ORD(f.a)); I(f.n); I(f.s); IO.PutChar(f.c); IO.Put(" "); I(f.w); I(ORD(f.e)); IO.Put("\n") END Show;
PROCEDURE Total (a: ARRAY OF BITS 4 FOR [0 .. 15]): INTEGER = VAR t := 0; BEGIN FOR i := 0 TO LAST(a) DO INC(t, a[i]) END; a[0] := 1; RETURN t END Total;
BEGIN
  Show(f); f.n := 6; f.s := -16; f.w := 8191; Show(f); INC(f.n); DEC(f.s, -31); f.a := FALSE; f.c := VAL(255, CHAR); f.w := 0; f.e := VAL(2, E); Show(f);
  TRY INC(f.n) EXCEPT SpinException.Exception => IO.Put("range ") END; Show(Preset); f := Preset; f.a := NOT f.a; Show(f);
  FOR i := 0 TO 5 DO n[i] := 15 - 2 * i END; DEC(n[2], 3); FOR i := 0 TO 5 DO I(n[i]) END; I(Total(n)); I(n[0]); I(Total(Table)); I(Table[5]); IO.Put("\n");
  b[-4] := TRUE; b[0] := TRUE; b[4] := NOT b[3]; FOR i := -4 TO 4 DO I(ORD(b[i])) END; IO.Put("\n");
  I(o.small); o.small := 7; I(o.small); I(o.big); INC(o.big, 100); I(o.big); TRY INC(o.small) EXCEPT SpinException.Exception => IO.Put("range ") END; I(o.small); IO.Put("\n");
  WITH x = f.n, y = n[3], z = o.small, k = f.w DO x := 2; INC(y, 5); z := y - x - 13; I(k); k := 77 END; I(f.n); I(n[3]); I(o.small); I(f.w); IO.Put("\n");
  open[8] := 9; open[7] := 1; open[0] := 15; I(Total(open^)); I(open[0]); IO.Put("\n");
  VAR r: Frame; p := Port {3, 4}; BEGIN r.a := p; r.a.y := 7; r.b[2] := 9; r.c := r.a; WITH c = r.c DO INC(c.x) END; I(r.c.x); I(r.c.y); I(r.b[2]); I(BITSIZE(Frame)); r := Frame {Port {1, 2}, ARRAY [0 .. 3] OF BITS 8 FOR [0 .. 255] {5, ..}, p}; I(r.a.x); I(r.b[3]); I(r.c.y) END; IO.Put("\n");
END Main.
