MODULE TextConcat EXPORTS Main;

(* A long text is built piece by piece, from both sides, and looked at in every way; collections happen meanwhile. *)

IMPORT Fmt, IO, Text;

VAR
  t, left, right, mixed := "";
  junk: REF ARRAY OF INTEGER;

BEGIN
  FOR i := 1 TO 200000 DO t := t & "abc" END;
  IO.Put(Fmt.Int(Text.Length(t)) & " " & Fmt.Char(Text.GetChar(t, 299999)) & "\n");
  FOR i := 0 TO 2999 DO
    left := left & Fmt.Int(i MOD 10);
    right := Fmt.Int((2999 - i) MOD 10) & right;
    IF i MOD 100 = 0 THEN junk := NEW(REF ARRAY OF INTEGER, 50000) END;
  END;
  IO.Put(Fmt.Bool(Text.Equal(left, right)) & Fmt.Bool(Text.Hash(left) = Text.Hash(right)) & "\n");
  FOR i := 1 TO 300 DO mixed := "<" & mixed & ">" END;
  IO.Put(Text.Sub(mixed, 298, 4) & Fmt.Int(Text.FindChar(mixed, '>')) & "\n");
  mixed := mixed & mixed;
  mixed := mixed & mixed;
  IO.Put(Fmt.Int(Text.Length(mixed)) & " " & Fmt.Int(Text.FindCharR(mixed, '<')) & " " & Fmt.Int(Text.Compare(mixed, mixed & "x")) & "\n");
  IO.Put(Fmt.Bool(ISTYPE(mixed, TEXT)) & Fmt.Bool(TYPECODE(mixed) = TYPECODE(TEXT)) & "\n");
END TextConcat.
