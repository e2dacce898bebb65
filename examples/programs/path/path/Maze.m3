MODULE Maze;

IMPORT Cell, CellGrid, Rd, Text, TextSeq, Thread;
FROM Fmt IMPORT F, Int;

CONST Known = SET OF CHAR {Cell.Wall, Cell.Floor, Cell.Mud, Cell.Start, Cell.Goal} + Cell.Keys + Cell.Doors;

PROCEDURE Read(rd: Rd.T): T RAISES {Wrong, Rd.Failure, Thread.Alerted} =
  VAR
    lines := ReadLines(rd);
    columns := 0;
    starts, goals := 0;
    m: T;
  BEGIN
    FOR row := 0 TO lines.size() - 1 DO columns := MAX(columns, Text.Length(lines.get(row))) END;
    m.grid := NEW(CellGrid.T).init(lines.size(), columns, Cell.Wall);
    FOR row := 0 TO lines.size() - 1 DO
      FOR column := 0 TO Text.Length(lines.get(row)) - 1 DO
        WITH
          c = Text.GetChar(lines.get(row), column),
          here = Place {row, column}
        DO
          IF NOT c IN Known THEN
            RAISE Wrong(F("no cell is spelled '%s' (line %s)", Text.FromChar(c), Int(row + 1)));
          END;
          IF c = Cell.Start THEN
            INC(starts);
            m.start := here;
          ELSIF c = Cell.Goal THEN
            INC(goals);
            m.goal := here;
          END;
          m.grid.put(row, column, c);
        END;
      END;
    END;
    IF starts # 1 OR goals # 1 THEN
      RAISE Wrong(F("a map has one start and one goal, not %s and %s", Int(starts), Int(goals)));
    END;
    RETURN m;
  END Read;

PROCEDURE ReadLines(rd: Rd.T): TextSeq.T RAISES {Rd.Failure, Thread.Alerted} =
  VAR
    lines := NEW(TextSeq.T).init();
    line: TEXT;
  BEGIN
    TRY
      LOOP
        line := Rd.GetLine(rd);
        IF NOT Text.Empty(line) THEN
          lines.addhi(line);
        ELSIF lines.size() > 0 THEN
          EXIT;
        END;
      END;
    EXCEPT
    | Rd.EndOfFile =>
    END;
    RETURN lines;
  END ReadLines;

PROCEDURE Enters(READONLY m: T; row, column: INTEGER; VAR cell: Cell.T): BOOLEAN =
  BEGIN
    IF NOT m.grid.has(row, column) THEN RETURN FALSE END;
    cell := m.grid.get(row, column);
    RETURN cell # Cell.Wall;
  END Enters;

BEGIN
END Maze.
