(* 2.3.1 A nested procedure may not be assigned: that is a checked run-time error, wherever the value comes from. *)
MODULE Main;
IMPORT IO;
TYPE P = PROCEDURE () RAISES ANY; Open = ARRAY OF P;
VAR global: P; row := NEW(REF Open, 1); cell: RECORD p: P END;
PROCEDURE Try(p: P; what: TEXT) =
  BEGIN
    TRY p(); IO.Put(what & ": no fault\n") EXCEPT ELSE IO.Put(what & ": fault\n") END
  END Try;
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN IO.Put("inner runs\n") END Inner;
  PROCEDURE Variable() = BEGIN global := Inner END Variable;
  PROCEDURE Initial() RAISES ANY = VAR p: P := Inner; BEGIN p() END Initial;
  PROCEDURE Field() = BEGIN cell.p := Inner END Field;
  PROCEDURE Element() = BEGIN row[0] := Inner END Element;
  PROCEDURE Constructor() RAISES ANY = VAR a := ARRAY [0..0] OF P {Inner}; BEGIN a[0]() END Constructor;
  PROCEDURE OpenConstructor() = BEGIN row^ := Open {Inner} END OpenConstructor;
  PROCEDURE Result() = PROCEDURE F(): P = BEGIN RETURN Inner END F; BEGIN EVAL F() END Result;
  BEGIN
    Try(Inner, "parameter"); Try(Variable, "variable"); Try(Initial, "initial value"); Try(Field, "field"); Try(Element, "element");
    Try(Constructor, "constructor"); Try(OpenConstructor, "open constructor"); Try(Result, "result")
  END Outer;
BEGIN
  Outer();
  IF global = NIL AND row[0] = NIL AND cell.p = NIL THEN IO.Put("nothing assigned\n") END
END Main.
