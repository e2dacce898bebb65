(* 2.3.20: INC and DEC step variables of all ordinal types, packed and imported ones too. *)
MODULE Main;
IMPORT IO;
TYPE T = {A, B, C};
VAR t := T.A; c := 'a'; b := FALSE; r: RECORD x: BITS 4 FOR [0 .. 15]; y: BITS 4 FOR [-8 .. 7] END; s: [10 .. 20] := 10;
BEGIN
  INC(t, 2); INC(c); INC(b); r.x := 14; r.y := -7; INC(r.x); DEC(r.y); INC(s, 5); DEC(s, -5);
  IO.PutInt(ORD(t)); IO.PutChar(c); IO.PutInt(ORD(b)); IO.Put(" "); IO.PutInt(r.x); IO.PutInt(r.y); IO.Put(" "); IO.PutInt(s); IO.Put("\n");
  INC(r.x);
END Main.
