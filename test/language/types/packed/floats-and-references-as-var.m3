(* BITS n FOR a float, reference, procedure, record or array has an address, so a field or element of it may be a VAR actual. *)
MODULE Main;
IMPORT Fmt, IO;

TYPE
  Pair = RECORD a, b: INTEGER END;
  All = RECORD
    small: BITS 3 FOR [0 .. 7];
    real: BITS 32 FOR REAL;
    text: BITS BITSIZE(TEXT) FOR TEXT;
    pair: BITS 128 FOR Pair;
  END;

PROCEDURE Set(VAR real: REAL; VAR text: TEXT; VAR pair: Pair) =
  BEGIN
    real := 2.5;
    text := "two";
    pair.b := 7
  END Set;

VAR all: All; list: ARRAY [0 .. 1] OF BITS 32 FOR REAL;
BEGIN
  Set(all.real, all.text, all.pair);
  Set(list[1], all.text, all.pair);
  IO.Put(Fmt.Real(all.real) & " " & all.text & " " & Fmt.Int(all.pair.b) & " " & Fmt.Real(list[1]) & "\n")
END Main.
