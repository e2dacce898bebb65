(* Each checked run-time error of the definition, one after the other: which code, and what it says; and what looks like one and is none. *)
MODULE Main;
IMPORT IO, SpinException, Fmt, Thread, Text, Word;
TYPE C = SpinException.ExceptionCode;
  O = OBJECT METHODS m() END; P = O OBJECT OVERRIDES m := Mm END;
  Proc = PROCEDURE();
  RR = RECORD p: Proc; f: PROCEDURE(n: INTEGER): INTEGER END;
  Arr = ARRAY [0..3] OF INTEGER;
  Small = [0..9];
VAR o: O; p: Proc; n := 0; rr: RR; x: REAL := 0.0; lx: LONGREAL; i: INTEGER; l: LONGINT; arr: Arr; sm: Small; chars: ARRAY [0..5] OF CHAR; t: TEXT; mat := NEW(REF ARRAY OF ARRAY OF INTEGER, 2, 3);
  mat2 := NEW(REF ARRAY OF ARRAY OF INTEGER, 3, 2); set: SET OF [3..7]; any: REFANY; mu: MUTEX; c: Thread.Condition; cl: Thread.Closure; big := LAST(INTEGER); card: CARDINAL;
PROCEDURE Mm(<*UNUSED*>self: P) = BEGIN END Mm;
PROCEDURE TakeArr(<*UNUSED*>READONLY a: Arr) = BEGIN END TakeArr;
PROCEDURE TakeArrV(<*UNUSED*>a: Arr) = BEGIN END TakeArrV;
PROCEDURE TakeVar(<*UNUSED*>VAR a: Arr) = BEGIN END TakeVar;
PROCEDURE Ret(): Small = BEGIN RETURN n + 100 END Ret;
PROCEDURE RetC(): Color = BEGIN RETURN VAL(n+3, Color) END RetC;
TYPE Color = {R, G};
PROCEDURE Def(s: Small := 3) = BEGIN sm := s END Def;
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN INC(n) END Inner;
  PROCEDURE Store(q: Proc) = BEGIN rr := RR{q, NIL} END Store;
  BEGIN Store(Inner) END Outer;
PROCEDURE Outer2() =
  PROCEDURE Inner() = BEGIN INC(n) END Inner;
  PROCEDURE Store(q: Proc): Proc = BEGIN RETURN q END Store;
  BEGIN p := Store(Inner) END Outer2;
PROCEDURE Outer3() =
  PROCEDURE Inner() = BEGIN INC(n) END Inner;
  PROCEDURE Store(VAR d: Proc; q: Proc) = BEGIN d := q END Store;
  BEGIN Store(p, Inner) END Outer3;
PROCEDURE Outer4() =
  PROCEDURE Inner() = BEGIN INC(n) END Inner;
  PROCEDURE Store(q: Proc) = BEGIN VAR r := NEW(REF RR, p := q); BEGIN EVAL r END END Store;
  BEGIN Store(Inner) END Outer4;
PROCEDURE Outer5() =
  PROCEDURE Inner() = BEGIN INC(n) END Inner;
  PROCEDURE Store(q: Proc) = VAR l := q; BEGIN l() END Store;
  BEGIN Store(Inner) END Outer5;
PROCEDURE Outer6() =
  PROCEDURE Inner() = BEGIN INC(n) END Inner;
  PROCEDURE Cmp(q: Proc) = BEGIN IF q = p THEN END END Cmp;
  BEGIN Cmp(Inner) END Outer6;
PROCEDURE Do(k: INTEGER) =
  BEGIN
    CASE k OF
    | 0 => o.m()
    | 1 => o := NEW(O); o.m()
    | 2 => p := NIL; p()
    | 3 => rr.f := NIL; i := rr.f(3)
    | 4 => i := ROUND(x + 1.0e30)
    | 5 => i := FLOOR(lx + 1.0d40)
    | 6 => i := CEILING(x - 1.0e25)
    | 7 => i := TRUNC(x / x)
    | 8 => mat^ := mat2^
    | 9 => TakeArr(SUBARRAY(arr, 0, 2 + n))
    | 10 => TakeArrV(SUBARRAY(arr, 0, 2 + n))
    | 11 => TakeVar(SUBARRAY(arr, 0, 2 + n))
    | 12 => EVAL Ret()
    | 13 => EVAL RetC()
    | 14 => Def(n + 10)
    | 15 => Outer()
    | 16 => Outer2()
    | 17 => Outer3()
    | 18 => Outer4()
    | 19 => Outer5()
    | 20 => Outer6()
    | 21 => IF (n + 9) IN set THEN ELSE IO.Put("notin ") END
    | 22 => set := set + SET OF [3..7]{n+8}
    | 24 => LOCK mu DO END
    | 25 => Thread.Acquire(mu)
    | 26 => Thread.Release(mu)
    | 27 => Thread.Signal(c)
    | 28 => Thread.Broadcast(c)
    | 30 => EVAL Thread.Join(NIL)
    | 31 => Thread.Wait(mu, c)
    | 32 => Thread.Wait(NEW(MUTEX), NEW(Thread.Condition))
    | 33 => Thread.Release(NEW(MUTEX))
    | 34 => mu := NEW(MUTEX); LOCK mu DO LOCK mu DO END END
    | 35 => mu := NEW(MUTEX); LOCK mu DO Thread.Release(mu) END
    | 36 => Thread.Alert(NIL)
    | 37 => Thread.Wait(NEW(MUTEX), NIL)
    | 38 => EVAL Text.GetChar("abc", 3 + n)
    | 39 => EVAL Text.GetChar(t, 0)
    | 40 => i := Text.Length(t)
    | 41 => t := t & "x"
    | 42 => EVAL NEW(REF ARRAY OF ARRAY OF INTEGER, 3, n - 1)
    | 43 => any := NEW(REF INTEGER); EVAL NARROW(any, TEXT)
    | 44 => any := NEW(REF INTEGER); t := any
    | 45 => i := BIG(big)
    | 46 => l := VAL(9223372036854775807L, LONGINT); i := ORD(l + 0L)
    | 47 => card := n - 1
    | 48 => DEC(card, 1 + n)
    | 49 => EVAL VAL(n + 256, CHAR)
    | 50 => arr := SUBARRAY(arr, n, 3)
    | 51 => chars := SUBARRAY(ARRAY OF CHAR{'a', 'b'}, 0, n + 1)
    | 52 => i := mat[0, n + 3]
    | 53 => i := mat[n+2, 0]
    | 54 => EVAL SUBARRAY(arr, n - 1, 2)
    | 55 => EVAL SUBARRAY(arr, 5, n)
    | 56 => EVAL Word.Extract(n, 60, n+10)
    | 57 => EVAL Word.Insert(n, 1, n-1, 4)
    | 58 => EVAL ABS(FIRST(INTEGER)+n)
    | 59 => i := FIRST(INTEGER) DIV (n-1)
    | 60 => INC(big)
    | 61 => i := Text.FindChar(t, 'c')
    | 62 => x := 1.0 / x; i := ROUND(x)
    | 63 => WITH q = mat^[n+2] DO i := q[0] END
    | 64 => RAISE SpinException.Exception(SpinException.ExceptionInfo{C.UnhandledException, "mine"})
    | 65 => any := NIL; i := TYPECODE(any)
    | 66 => arr := ARRAY OF INTEGER {1,2,3}
    ELSE END;
    IO.Put("NONE ");
  END Do;
PROCEDURE BIG(k: INTEGER): INTEGER = BEGIN RETURN k + 1 END BIG;
VAR kk: INTEGER;
BEGIN
  FOR k := 0 TO 66 DO
    kk := k; IO.Put(Fmt.Int(k) & ": ");
    TRY Do(k) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & " " & e.msg) ELSE IO.Put("ELSE") END;
    IO.Put("\n");
  END;
END Main.
