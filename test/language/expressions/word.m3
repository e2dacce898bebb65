=== Word.i3 imported
INTERFACE Word;
TYPE T = INTEGER;
CONST Size = 64;
PROCEDURE Plus(x, y: T): T;
PROCEDURE LT(x, y: T): BOOLEAN;
PROCEDURE Not(x: T): T;
PROCEDURE LeftShift(x: T; n: [0 .. Size - 1]): T;
PROCEDURE Extract(x: T; i, n: CARDINAL): T;
PROCEDURE Insert(x, y: T; i, n: CARDINAL): T;
END Word.
=== Main.m3
MODULE Main;
IMPORT Word;
FROM Word IMPORT Plus;
CONST
  Wrapped = Plus(LAST(INTEGER), 1);
  Field = Word.Extract(16_ABCD, 4, 8);
  Checked: [16_BC .. 16_BC] = Field;
  Less: [TRUE .. TRUE] = Word.LT(1, -1);
  All: [-1 .. -1] = Word.Not(0);
  Ins: [16_1F0 .. 16_1F0] = Word.Insert(16_100, 16_F, 4, 4);
  Low: [FIRST(INTEGER) .. FIRST(INTEGER)] = Wrapped;
VAR i: INTEGER;
BEGIN
  i := Word.Plus(i, Checked + All + Ins + Low + ORD(Less));
  i := Word.Extract(i, 60, 5);
  i := Word.Extract(1, 60, 5);
(*     ^ W4103: Word.Extract faults on these constants *)
  i := Word.LeftShift(1, 64);
(*                       ^ W4101: the value 64 is not a member of [0..63], the type of parameter n of LeftShift; this faults at run time *)
  i := Word.Not("x");
(*              ^ M3610: cannot assign TEXT to parameter x of Not of type INTEGER *)
  i := Word.Plus(i);
(*     ^ M3601: parameter y of Plus is not bound and has no default *)
END Main.
