(* Nested procedures: variables of every level, parameters in every mode, closures passed down, recursion with its own frames. *)
MODULE Main;
IMPORT IO;
TYPE Visit = PROCEDURE (n: INTEGER): BOOLEAN; Rec = RECORD x, y: INTEGER END;
VAR global := 0; top: PROCEDURE (n: INTEGER): INTEGER := Double;

PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE Double (n: INTEGER): INTEGER = BEGIN RETURN 2 * n END Double;
PROCEDURE Each (n: INTEGER; visit: Visit) = BEGIN FOR i := 1 TO n DO IF NOT visit(i) THEN EXIT END END END Each;
PROCEDURE Relay (n: INTEGER; visit: Visit) =
  PROCEDURE Wrapped (i: INTEGER): BOOLEAN = BEGIN RETURN visit(i * 10) END Wrapped;
  BEGIN Each(n, visit); Each(n, Wrapped) END Relay;
PROCEDURE Sum (n: INTEGER): INTEGER =
  VAR s := 0;
  PROCEDURE Add (i: INTEGER): BOOLEAN = BEGIN INC(s, i); RETURN s < 1000 END Add;
  BEGIN Relay(n, Add); RETURN s END Sum;
PROCEDURE Modes (v: INTEGER; VAR w: INTEGER; READONLY r: Rec; a: ARRAY OF INTEGER) =
  VAR local := Rec {1, 2};
  PROCEDURE Inner () =
    PROCEDURE Innermost () = BEGIN INC(v); INC(w, v); INC(local.x, r.y); a[0] := a[1] + v; FOR i := 0 TO 1 DO WITH z = a[i] DO INC(z) END END END Innermost;
    BEGIN Innermost(); local.y := local.x * 2 END Inner;
  BEGIN Inner(); I(v); I(w); I(local.x); I(local.y); I(a[0]); I(a[1]) END Modes;
PROCEDURE Hanoi (n: INTEGER): INTEGER =
  VAR moves := 0;
  PROCEDURE Move (n: INTEGER; from, to, via: CHAR) = BEGIN IF n > 0 THEN Move(n - 1, from, via, to); INC(moves); Move(n - 1, via, to, from) END END Move;
  BEGIN Move(n, 'a', 'b', 'c'); RETURN moves END Hanoi;
PROCEDURE Count (n: INTEGER; down: PROCEDURE (): INTEGER): INTEGER =
  PROCEDURE Here (): INTEGER = BEGIN IF down = NIL THEN RETURN n ELSE RETURN n + down() END END Here;
  BEGIN IF n = 0 THEN RETURN Here() ELSE RETURN Count(n - 1, Here) END END Count;
PROCEDURE With () =
  VAR r := Rec {5, 6};
  BEGIN
    WITH x = r.x, y = r.y + 1 DO
      FOR k := 1 TO 2 DO
        VAR PROCEDURE Bump () = BEGIN x := x + y + k END Bump; BEGIN Bump() END;
      END;
    END; I(r.x);
  END With;
BEGIN
  I(Sum(4)); I(Sum(100)); VAR w := 3; BEGIN Modes(1, w, Rec {3, 4}, ARRAY OF INTEGER {7, 8}); I(w) END; IO.Put("\n");
  I(Hanoi(6)); I(Count(4, NIL)); With(); I(top(21)); top := NIL; IF top = NIL THEN IO.Put("nil") END; IO.Put("\n");
END Main.
