MODULE Main;

(* Reads maps, and shows the shortest way through each. *)

IMPORT Cell, CellGrid, IO, Maze, Rd, RefList, Search, State, Stdio, Text, Thread;
FROM Fmt IMPORT F, Int;

<*FATAL Rd.Failure, Thread.Alerted*>

PROCEDURE Show(READONLY m: Maze.T; way: RefList.T) =
  VAR
    shown := NEW(CellGrid.T).init(m.grid.rows(), m.grid.columns(), Cell.Wall);
    line: REF ARRAY OF CHAR;
  BEGIN
    FOR r := 0 TO m.grid.rows() - 1 DO
      FOR c := 0 TO m.grid.columns() - 1 DO shown.put(r, c, m.grid.get(r, c)) END;
    END;
    WHILE way # NIL DO
      WITH s = NARROW(way.head, REF State.T) DO
        IF shown.get(s.row, s.column) = Cell.Floor OR shown.get(s.row, s.column) = Cell.Mud THEN
          shown.put(s.row, s.column, 'o');
        END;
      END;
      way := way.tail;
    END;
    line := NEW(REF ARRAY OF CHAR, shown.columns());
    FOR r := 0 TO shown.rows() - 1 DO
      FOR c := 0 TO LAST(line^) DO line[c] := shown.get(r, c) END;
      IO.Put(Text.FromChars(line^) & "\n");
    END;
  END Show;

PROCEDURE KeysFound(way: RefList.T): TEXT =
  VAR
    last: REF State.T := RefList.Nth(way, RefList.Length(way) - 1);
    keys := "";
  BEGIN
    FOR k := 'a' TO 'z' DO
      IF k IN last.keys THEN keys := keys & Text.FromChar(k) END;
    END;
    IF Text.Empty(keys) THEN RETURN "no keys" ELSE RETURN "keys " & keys END;
  END KeysFound;

PROCEDURE Solve(READONLY m: Maze.T) =
  VAR blind, aimed: Search.Result;
  BEGIN
    TRY
      blind := Search.Find(m, Search.Nothing);
      aimed := Search.Find(m, Search.Manhattan);
      <*ASSERT blind.length = aimed.length*>
      Show(m, aimed.way);
      IO.Put(F("length %s, %s; looked at %s places, %s without an aim\n\n", Int(aimed.length), KeysFound(aimed.way),
               Int(aimed.looked), Int(blind.looked)));
    EXCEPT
    | Search.NoWay(reached) =>
        Show(m, NIL);
        IO.Put(F("there is no way; %s states can be reached\n\n", Int(reached)));
    END;
  END Solve;

BEGIN
  WHILE NOT Rd.EOF(Stdio.stdin) DO
    TRY
      Solve(Maze.Read(Stdio.stdin));
    EXCEPT
    | Maze.Wrong(what) => IO.Put(what & "\n\n");
    END;
  END;
END Main.
