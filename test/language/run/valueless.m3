(* 2.6.15 Constant expressions: where no constant must stand, what has no value is what it is at run time: a check that fails, or an integer that wraps around. *)
MODULE Main;
IMPORT IO, Fmt, SpinException;
TYPE T = [0 .. 3];
VAR n: INTEGER; c: CHAR; s: SET OF T; a: ARRAY T OF INTEGER; t: T; x: BOOLEAN;
PROCEDURE Do(k: INTEGER) =
  BEGIN
    CASE k OF
    | 0 => n := LAST(INTEGER) + 1; x := n = FIRST(INTEGER)
    | 1 => n := -FIRST(INTEGER); x := n = FIRST(INTEGER)
    | 2 => n := ABS(FIRST(INTEGER)); x := n = FIRST(INTEGER)
    | 3 => n := LAST(INTEGER) * 2; x := n = -2
    | 4 => n := ROUND(1.0e30)
    | 5 => n := TRUNC(-1.0d300)
    | 6 => c := VAL(300, CHAR)
    | 7 => s := SET OF T {1, 9}
    | 8 => s := SET OF T {2 .. 9}
    | 9 => n := a[7]
    | 10 => t := 9
    | 11 => n := FIRST(INTEGER) - 1; x := n = LAST(INTEGER)
    | 12 => n := FIRST(INTEGER) DIV -1; x := n = FIRST(INTEGER)
    ELSE END;
    IO.Put(Fmt.Bool(x));
  END Do;
BEGIN
  FOR k := 0 TO 12 DO
    x := FALSE;
    TRY Do(k) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code)) END;
    IO.Put("\n");
  END;
END Main.
