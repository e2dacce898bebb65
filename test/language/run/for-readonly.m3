MODULE Main;

(* The variable of a FOR loop as a READONLY actual, also from a nested procedure. *)

IMPORT IO;

TYPE Colour = {Red, Green, Blue};

PROCEDURE Show(READONLY i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END Show;
PROCEDURE Name(READONLY c: Colour) = BEGIN IO.PutInt(ORD(c)); IO.Put(" ") END Name;
PROCEDURE Is(READONLY b: BOOLEAN) = BEGIN IO.PutInt(ORD(b)); IO.Put(" ") END Is;

PROCEDURE Outer(n: CARDINAL) =
  BEGIN
    FOR i := 1 TO n DO
      PROCEDURE Inner() = BEGIN Show(i) END Inner;
      BEGIN
        Inner();
      END;
    END;
  END Outer;

BEGIN
  FOR i := 1 TO 3 DO Show(i) END;
  FOR i := 3 TO 1 BY -1 DO Show(i) END;
  FOR c := Colour.Green TO LAST(Colour) DO Name(c) END;
  FOR b := FALSE TO TRUE DO Is(b) END;
  FOR b := TRUE TO TRUE DO Is(b) END;
  Outer(2);
  IO.Put("\n");
END Main.
