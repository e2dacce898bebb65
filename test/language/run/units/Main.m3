MODULE Main;
IMPORT Stack, Log, LogCount AS L, IO;
FROM Stack IMPORT New, Empty;
VAR s := New(); t: Stack.Public := s; any: REFANY := t;
BEGIN
  FOR i := 1 TO 2 * Stack.Limit DO s.push(i * i) END;
  TRY LOOP IO.PutInt(t.pop()); IO.Put(" ") END EXCEPT Empty => IO.Put("empty ") END;
  IO.PutInt(Stack.made); IO.PutInt(Log.Count()); IO.Put(L.Last()); IO.PutInt(NARROW(any, Stack.T).size()); IO.Put("\n");
  FOR i := FIRST(L.entries) TO LAST(L.entries) DO IO.Put(L.entries[i].text); IO.PutInt(L.entries[i].n); IO.Put(" ") END; IO.Put("\n");
END Main.
