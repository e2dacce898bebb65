GENERIC MODULE Grid(Elem);

REVEAL
  T = Public BRANDED Brand OBJECT
      cells: REF ARRAY OF ARRAY OF Elem.T;
    OVERRIDES
      init := Init;
      rows := Rows;
      columns := Columns;
      has := Has;
      get := Get;
      put := Put;
    END;

PROCEDURE Init(g: T; rows, columns: CARDINAL; READONLY all: Elem.T): T =
  BEGIN
    g.cells := NEW(REF ARRAY OF ARRAY OF Elem.T, rows, columns);
    FOR r := 0 TO rows - 1 DO
      FOR c := 0 TO columns - 1 DO g.cells[r, c] := all END;
    END;
    RETURN g;
  END Init;

PROCEDURE Rows(g: T): CARDINAL =
  BEGIN
    RETURN NUMBER(g.cells^);
  END Rows;

PROCEDURE Columns(g: T): CARDINAL =
  BEGIN
    IF NUMBER(g.cells^) = 0 THEN RETURN 0 END;
    RETURN NUMBER(g.cells[0]);
  END Columns;

PROCEDURE Has(g: T; row, column: INTEGER): BOOLEAN =
  BEGIN
    RETURN 0 <= row AND row < Rows(g) AND 0 <= column AND column < Columns(g);
  END Has;

PROCEDURE Get(g: T; row, column: CARDINAL): Elem.T =
  BEGIN
    RETURN g.cells[row, column];
  END Get;

PROCEDURE Put(g: T; row, column: CARDINAL; READONLY x: Elem.T) =
  BEGIN
    g.cells[row, column] := x;
  END Put;

BEGIN
END Grid.
