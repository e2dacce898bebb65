(* Blocks in the module body: procedures there use their variables; initial values are computed anew each time; shadowing. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a := 5; b: INTEGER END;
VAR x := 1; list: ARRAY [0 .. 3] OF PROCEDURE (): INTEGER;
PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE Loop () =
  BEGIN
    FOR i := 1 TO 3 DO
      VAR x := i * 10; r: R; y := x + 1; z := ARRAY [0 .. 1] OF INTEGER {x, y};
      BEGIN I(x); I(r.a); INC(r.a, i); INC(x); I(z[1]); VAR x := y * 2; BEGIN I(x) END END;
    END;
  END Loop;
BEGIN
  Loop(); IO.Put("\n");
  VAR n := 7; m: ARRAY [0 .. 2] OF INTEGER;
    PROCEDURE Next (): INTEGER = BEGIN INC(n); m[n MOD 3] := n; RETURN n + x END Next;
    PROCEDURE Sum (): INTEGER = VAR s := 0; BEGIN FOR i := 0 TO 2 DO INC(s, m[i]) END; RETURN s END Sum;
  BEGIN
    I(Next()); I(Next()); I(n); I(Sum()); list[0] := Next; list[1] := Sum;
  END;
  I(list[0]()); I(list[1]()); IO.Put("\n");
END Main.
