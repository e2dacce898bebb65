MODULE Builtins;

IMPORT Eval, IO, Rd, Sx, TextRd, Thread;
FROM Sx IMPORT Head, Tail, ToInt, Error;

TYPE
  Function = PROCEDURE(arguments: Sx.T): Sx.T RAISES {Error};

  Builtin = Sx.Primitive OBJECT
      function: Function;
    OVERRIDES
      apply := ApplyBuiltin;
    END;

  Row = RECORD
      name: TEXT;
      function: Function;
    END;

CONST
  Table = ARRAY OF Row {
    Row {"+", Plus}, Row {"-", Minus}, Row {"*", Times}, Row {"/", Divide}, Row {"mod", Modulo},
    Row {"=", Equals}, Row {"<", Less}, Row {"equal?", Equal},
    Row {"cons", Cons}, Row {"car", Car}, Row {"cdr", Cdr}, Row {"list", List},
    Row {"null?", IsNull}, Row {"pair?", IsPair}, Row {"apply", Apply},
    Row {"display", Display}, Row {"newline", NewLine}, Row {"error", Fail}};

  Prelude =
    "(define (not x) (if x () 't))"
    & "(define (fold f start l) (if (null? l) start (fold f (f start (car l)) (cdr l))))"
    & "(define (length l) (fold (lambda (n x) (+ n 1)) 0 l))"
    & "(define (reverse l) (fold (lambda (r x) (cons x r)) () l))"
    & "(define (append a b) (fold (lambda (r x) (cons x r)) b (reverse a)))"
    & "(define (map f l) (reverse (fold (lambda (r x) (cons (f x) r)) () l)))"
    & "(define (filter p l) (reverse (fold (lambda (r x) (if (p x) (cons x r) r)) () l)))"
    & "(define (range a b) (define (down i l) (if (< i a) l (down (- i 1) (cons i l)))) (down (- b 1) ()))";

PROCEDURE ApplyBuiltin(b: Builtin; arguments: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN b.function(arguments);
  END ApplyBuiltin;

PROCEDURE Second(arguments: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Head(Tail(arguments));
  END Second;

PROCEDURE Plus(a: Sx.T): Sx.T RAISES {Error} =
  VAR n := 0;
  BEGIN
    WHILE a # NIL DO
      INC(n, ToInt(Head(a)));
      a := Tail(a);
    END;
    RETURN Sx.Number(n);
  END Plus;

PROCEDURE Times(a: Sx.T): Sx.T RAISES {Error} =
  VAR n := 1;
  BEGIN
    WHILE a # NIL DO
      n := n * ToInt(Head(a));
      a := Tail(a);
    END;
    RETURN Sx.Number(n);
  END Times;

PROCEDURE Minus(a: Sx.T): Sx.T RAISES {Error} =
  VAR n := ToInt(Head(a));
  BEGIN
    a := Tail(a);
    IF a = NIL THEN RETURN Sx.Number(-n) END;
    WHILE a # NIL DO
      DEC(n, ToInt(Head(a)));
      a := Tail(a);
    END;
    RETURN Sx.Number(n);
  END Minus;

PROCEDURE Divisor(a: Sx.T): INTEGER RAISES {Error} =
  VAR n := ToInt(Second(a));
  BEGIN
    IF n = 0 THEN RAISE Error("division by zero") END;
    RETURN n;
  END Divisor;

PROCEDURE Divide(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Sx.Number(ToInt(Head(a)) DIV Divisor(a));
  END Divide;

PROCEDURE Modulo(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Sx.Number(ToInt(Head(a)) MOD Divisor(a));
  END Modulo;

PROCEDURE Equals(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Sx.Bool(ToInt(Head(a)) = ToInt(Second(a)));
  END Equals;

PROCEDURE Less(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Sx.Bool(ToInt(Head(a)) < ToInt(Second(a)));
  END Less;

PROCEDURE Equal(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Sx.Bool(Sx.Equal(Head(a), Second(a)));
  END Equal;

PROCEDURE Cons(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Sx.Cons(Head(a), Second(a));
  END Cons;

PROCEDURE Car(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Head(Head(a));
  END Car;

PROCEDURE Cdr(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Tail(Head(a));
  END Cdr;

PROCEDURE List(a: Sx.T): Sx.T RAISES {} =
  BEGIN
    RETURN a;
  END List;

PROCEDURE IsNull(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Sx.Bool(Head(a) = NIL);
  END IsNull;

PROCEDURE IsPair(a: Sx.T): Sx.T RAISES {Error} =
  VAR x := Head(a);
  BEGIN
    RETURN Sx.Bool(x # NIL AND ISTYPE(x, Sx.Pair));
  END IsPair;

PROCEDURE Apply(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    RETURN Eval.Apply(Head(a), Second(a));
  END Apply;

PROCEDURE Display(a: Sx.T): Sx.T RAISES {Error} =
  VAR x := Head(a);
  BEGIN
    TYPECASE x OF
    | NULL => IO.Put("()");
    | TEXT(t) => IO.Put(t);
    ELSE
      IO.Put(Sx.ToText(x));
    END;
    RETURN NIL;
  END Display;

PROCEDURE NewLine(<*UNUSED*> a: Sx.T): Sx.T =
  BEGIN
    IO.Put("\n");
    RETURN NIL;
  END NewLine;

PROCEDURE Fail(a: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    TYPECASE Head(a) OF
    | TEXT(t) => RAISE Error(t);
    ELSE
      RAISE Error(Sx.ToText(Head(a)));
    END;
  END Fail;

PROCEDURE Install(scope: Sx.Scope) =
  VAR rd := TextRd.New(Prelude);
  <*FATAL Sx.Error, Rd.Failure, Thread.Alerted*>    (* the prelude is right *)
  BEGIN
    FOR i := 0 TO LAST(Table) DO
      Eval.Define(scope, Table[i].name, NEW(Builtin, function := Table[i].function));
    END;
    TRY
      LOOP
        EVAL Eval.Eval(Sx.Read(rd), scope);
      END;
    EXCEPT
    | Sx.EndOfInput =>
    END;
  END Install;

BEGIN
END Builtins.
