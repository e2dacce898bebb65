(* RAISE and handlers: arguments of every kind, several exceptions for one handler, ELSE, propagation, RAISES. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE Info = RECORD code: INTEGER; text: TEXT END; Color = {Red, Green};
EXCEPTION Plain; Number(INTEGER); Colored(Color); Detailed(Info); Truth(BOOLEAN); Real(LONGREAL); Word(TEXT); List(ARRAY [0 .. 2] OF INTEGER);
TYPE Kind = {None, Plain, Number, Colored, Detailed, Truth, Real, Word, List};

PROCEDURE P (t: TEXT) = BEGIN IO.Put(t); IO.Put(" ") END P;
PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE Throw (k: Kind) RAISES ANY =
  BEGIN
    CASE k OF Kind.None => | Kind.Plain => RAISE Plain | Kind.Number => RAISE Number(-7) | Kind.Colored => RAISE Colored(Color.Green)
    | Kind.Detailed => RAISE Detailed(Info {42, "info"}) | Kind.Truth => RAISE Truth(TRUE) | Kind.Real => RAISE Real(2.5d0)
    | Kind.Word => RAISE Word("word") | Kind.List => RAISE List(ARRAY [0 .. 2] OF INTEGER {1, 2, 3}) END;
  END Throw;
PROCEDURE Try (k: Kind) =
  BEGIN
    TRY Throw(k); P("fine")
    EXCEPT
    | Plain => P("plain")
    | Number (n) => I(n)
    | Colored (c) => I(ORD(c))
    | Detailed (d) => I(d.code); P(d.text); d.code := 1; I(d.code)
    | Truth (b) => IF b THEN P("true") END
    | Real (r) => I(ROUND(r * 2.0d0))
    | Word (w) => P(w)
    | List (l) => I(l[2])
    ELSE P("else")
    END;
  END Try;
PROCEDURE Either (k: Kind) RAISES {Word} =
  BEGIN
    TRY TRY Throw(k) EXCEPT Plain, Number, Detailed => P("one of three") END
    EXCEPT Word (w) => RAISE Word(w & "!") | Truth => P("truth") ELSE P("other") END
  END Either;
PROCEDURE Narrow (k: Kind) RAISES {Plain} = BEGIN Throw(k) END Narrow;
PROCEDURE Only () RAISES {Plain} = <*FATAL Number*> BEGIN RAISE Number(1) END Only;
PROCEDURE Wrong (k: Kind) =
  BEGIN
    TRY Narrow(k); P("fine") EXCEPT Plain => P("plain") | SpinException.Exception (e) => P("not in raises"); I(ORD(e.code)) END;
  END Wrong;
PROCEDURE Deep (n: INTEGER) RAISES {Number} = BEGIN IF n = 0 THEN RAISE Number(99) END; Deep(n - 1); I(n) END Deep;
BEGIN
  FOR k := FIRST(Kind) TO LAST(Kind) DO Try(k) END; IO.Put("\n");
  TRY FOR k := FIRST(Kind) TO LAST(Kind) DO Either(k) END EXCEPT Word (w) => P(w) END; IO.Put("\n");
  Wrong(Kind.None); Wrong(Kind.Plain); Wrong(Kind.Number);
  TRY Only() EXCEPT Plain => P("?") | SpinException.Exception (e) => I(ORD(e.code)) END; IO.Put("\n");
  TRY Deep(50) EXCEPT Number (n) => I(n) END;
  TRY TRY RAISE Number(1) EXCEPT Number (n) => RAISE Number(n + 1) END EXCEPT Number (n) => I(n) END;
  FOR i := 1 TO 3 DO TRY IF i = 2 THEN RAISE Plain END; I(i) EXCEPT Plain => P("two") END END; IO.Put("\n");
END Main.
