MODULE ForStep EXPORTS Main;

(* The step of FOR is any integer expression, evaluated once; loops end before their variable could pass the largest integer. *)

IMPORT Fmt, IO;

VAR calls := 0;

PROCEDURE Step(s: INTEGER): INTEGER =
  BEGIN
    INC(calls);
    RETURN s;
  END Step;

PROCEDURE Show(from, to, step: INTEGER) =
  BEGIN
    FOR i := from TO to BY Step(step) DO
      IO.Put(Fmt.Int(i) & " ");
    END;
    IO.Put("/ ");
  END Show;

VAR limit := LAST(INTEGER) - 2;

BEGIN
  Show(1, 10, 3);
  Show(10, 1, -4);
  Show(1, 0, 1);
  Show(0, 1, -1);
  FOR i := limit TO LAST(INTEGER) BY Step(2) DO IO.Put(Fmt.Int(LAST(INTEGER) - i) & " ") END;
  FOR i := FIRST(INTEGER) + 3 TO FIRST(INTEGER) BY Step(-2) DO IO.Put(Fmt.Int(i - FIRST(INTEGER)) & " ") END;
  IO.Put("/ " & Fmt.Int(calls) & "\n");
  VAR a := b + 1; b := 41; BEGIN IO.Put(Fmt.Int(a) & " " & Fmt.Int(b) & "\n") END;
END ForStep.
