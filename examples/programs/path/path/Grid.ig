GENERIC INTERFACE Grid(Elem);

(* Rectangles of cells. "Elem.T" is any type but an open array. Rows and columns are numbered from 0. *)

CONST Brand = "(Grid " & Elem.Brand & ")";

TYPE
  T <: Public;
  Public = OBJECT
    METHODS
      init(rows, columns: CARDINAL; READONLY all: Elem.T): T;
      (* Every cell is "all"; the grid itself. *)
      rows(): CARDINAL;
      columns(): CARDINAL;
      has(row, column: INTEGER): BOOLEAN;
      (* Is there such a cell? *)
      get(row, column: CARDINAL): Elem.T;
      put(row, column: CARDINAL; READONLY x: Elem.T);
      (* A checked run-time error if there is no such cell. *)
    END;

END Grid.
