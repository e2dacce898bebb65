(* TEXT and characters: concatenation, the Text interface, comparison of characters, conversions. *)
MODULE Main;
IMPORT IO, Text, Fmt;
CONST Hi = "hi" & " " & "there"; Escapes = "tab\tquote\"back\\oct\101end";
VAR t := ""; c := 'a'; u: TEXT;
PROCEDURE Reverse (t: TEXT): TEXT = VAR r := ""; BEGIN FOR i := Text.Length(t) - 1 TO 0 BY -1 DO r := r & Text.FromChar(Text.GetChar(t, i)) END; RETURN r END Reverse;
BEGIN
  IO.Put(Hi & "\n"); IO.Put(Escapes & "\n"); FOR i := 1 TO 5 DO t := t & Fmt.Int(i) & "," END; IO.Put(t & "\n"); IO.Put(Reverse(t) & "\n");
  IO.PutInt(Text.Length(t)); IO.Put(Fmt.Bool(Text.Equal("a" & "b", "ab"))); IO.Put(Fmt.Bool(u = NIL)); IO.Put(Fmt.Bool(t = t)); IO.Put(Fmt.Bool(Text.Empty(""))); IO.Put("\n");
  WHILE c <= 'f' DO IO.PutChar(c); INC(c) END; IO.PutChar(VAL(ORD(c) + 1, CHAR)); IO.Put(Fmt.Pad("x", 4)); IO.Put(Text.Sub("substring", 3, 4)); IO.Put("\n");
  IO.Put(Fmt.Int(255, 16)); IO.Put(" "); IO.Put(Fmt.Real(1.5)); IO.Put(" "); IO.Put(Fmt.LongReal(0.1d0)); IO.Put("\n");
END Main.
