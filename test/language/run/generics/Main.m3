MODULE Main;
IMPORT IO, IntPair, TextPair, Nested;
VAR n := Nested.Swap(Nested.T {IntPair.T {1, 2}, IntPair.T {3, 4}});
BEGIN
  IO.PutInt(IntPair.Swap(IntPair.T {1, 2}).a); IO.Put(TextPair.Swap(TextPair.T {"a", "b"}).a); IO.PutInt(n.a.b); IO.Put("\n");
END Main.
