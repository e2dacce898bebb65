MODULE WeakRef;

IMPORT WeakRefNative;

(* The kernel passes the address of "self", which is the address of the cell itself, to clean-up procedures. *)
REVEAL
  Cell = BRANDED "WeakRef.Cell" REF RECORD
      self: T;
      id: INTEGER;
    END;

PROCEDURE FromRef(r: REFANY; p: CleanUpProc): T =
  VAR
    cell := NEW(Cell);
    procedure := p;    (* a nested procedure is refused here *)
  BEGIN
    cell.self.cell := cell;
    cell.id := WeakRefNative.Register(r, cell, procedure);
    RETURN cell.self;
  END FromRef;

PROCEDURE ToRef(w: T): REFANY =
  BEGIN
    IF w.cell = NIL THEN RETURN NIL END;
    RETURN WeakRefNative.ToRef(w.cell.id);
  END ToRef;

BEGIN
END WeakRef.
