MODULE Main;
IMPORT Shape, Friend, IO;
VAR s := Shape.Square(3);
BEGIN
  Shape.Show(s); IO.PutInt(Friend.Rename(s, "renamed")); IO.Put(" " & s.name & "\n"); Shape.Show(s);
END Main.
