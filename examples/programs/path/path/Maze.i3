INTERFACE Maze;

IMPORT Cell, CellGrid, Rd, Thread;

TYPE
  Place = RECORD row, column: CARDINAL := 0 END;
  T = RECORD
      grid: CellGrid.T;
      start, goal: Place;
    END;

EXCEPTION Wrong(TEXT);

PROCEDURE Read(rd: Rd.T): T RAISES {Wrong, Rd.Failure, Thread.Alerted};
(* A map is lines of cells, up to an empty line or the end; short lines are filled up with walls. It has one start and one goal. *)

PROCEDURE Enters(READONLY m: T; row, column: INTEGER; VAR cell: Cell.T): BOOLEAN;
(* Is there a cell that is no wall? *)

END Maze.
