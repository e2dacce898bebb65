MODULE Main;

(* Whole variables of packed types may be passed as VAR (definition 2.2.5: only parts are packed). *)

IMPORT IO;

TYPE
  Byte = BITS 8 FOR [0 .. 255];
  Odd = BITS 3 FOR [0 .. 7];

VAR global: Byte := 1;

PROCEDURE Inc(VAR b: Byte) = BEGIN INC(b) END Inc;
PROCEDURE IncBase(VAR b: [0 .. 7]) = BEGIN INC(b) END IncBase;
PROCEDURE Through(VAR b: Byte) = BEGIN Inc(b); WITH c = b DO INC(c) END END Through;
PROCEDURE Value(b: Byte): INTEGER = BEGIN Inc(b); RETURN b END Value;

PROCEDURE Local(): INTEGER =
  VAR
    a: Byte := 10;
    o: Odd := 3;
  PROCEDURE Nested() = BEGIN Inc(a) END Nested;
  BEGIN
    Inc(a);
    Nested();
    Through(a);
    IncBase(o);
    RETURN a * 10 + o;
  END Local;

BEGIN
  Inc(global);
  Through(global);
  IO.PutInt(global); IO.Put(" ");
  IO.PutInt(Local()); IO.Put(" ");
  IO.PutInt(Value(global)); IO.Put("\n");
END Main.
