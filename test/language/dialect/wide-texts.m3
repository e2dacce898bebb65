(* CM3: texts of WIDECHARs, which mix with those of CHARs. *)
MODULE Main;
IMPORT IO, Text, Fmt;
VAR t := W"gr\u00fc\u00dfe \u4f60\u597d \U01F600!"; u: TEXT; a: ARRAY [0..3] OF WIDECHAR; long := "";
BEGIN
  IO.PutInt(Text.Length(t)); IO.Put(Fmt.Bool(Text.HasWideChars(t)) & Fmt.Bool(Text.HasWideChars(Text.Sub(t, 0, 5))) & "\n");
  IO.PutInt(ORD(Text.GetWideChar(t, 6))); IO.Put(" "); IO.PutInt(ORD(Text.GetWideChar(t, 9))); IO.Put("\n");
  u := Text.Sub(t, 6, 2); IO.Put(Fmt.Bool(Text.Equal(u, W"\u4f60" & W"\u597d")) & Fmt.Bool(Text.Hash(u) = Text.Hash(W"\u4f60\u597d")) & Fmt.Int(Text.Compare(u, "zz")) & "\n");
  IO.PutInt(Text.FindWideChar(t, W'\u597d')); IO.PutInt(Text.FindCharR(t, '!')); IO.PutInt(Text.FindChar(t, 'e')); IO.Put("\n");
  Text.SetWideChars(a, t, 5); IO.PutInt(ORD(a[1])); IO.Put(" "); IO.PutInt(Text.Length(Text.FromWideChars(a))); IO.Put("\n");
  FOR i := 1 TO 2000 DO long := long & "ab"; IF i = 1000 THEN long := long & Text.FromWideChar(W'\u4f60') END END;
  IO.PutInt(Text.Length(long)); IO.PutInt(ORD(Text.GetWideChar(long, 2000))); IO.Put(Fmt.Char(Text.GetChar(long, 4000)) & "\n");
  IO.Put("\n");
END Main.
