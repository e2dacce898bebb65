(* Every checked run-time error arrives as SpinException.Exception with its code, and the program goes on. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE
  Small = [1 .. 5]; Color = {Red, Green, Blue}; A = ARRAY [3 .. 6] OF INTEGER; Obj = OBJECT x: INTEGER METHODS m() := M END; Sub = Obj OBJECT END;
  Proc = PROCEDURE (n: INTEGER);
VAR i := 10; s: Small; a: A; open := NEW(REF ARRAY OF INTEGER, 4); c: Color; obj: Obj; p: Proc; r: REF INTEGER; ch: CHAR; card: CARDINAL; bits: SET OF [0 .. 9];
    caught := 0; zero := 0; any: REFANY := NEW(REF CHAR); big := 1.0d30;

PROCEDURE M (self: Obj) = BEGIN self.x := 1 END M;
PROCEDURE Name (code: SpinException.ExceptionCode): TEXT =
  TYPE C = SpinException.ExceptionCode;
  BEGIN
    CASE code OF C.ASSERTFailed => RETURN "assert" | C.ValueOutOfRange => RETURN "range" | C.SubscriptOutOfRange => RETURN "index"
    | C.IncompatibleArrayShapes => RETURN "shape" | C.AttemptToDereferenceNIL => RETURN "nil" | C.NARROWFailed => RETURN "narrow"
    | C.FunctionDidNotReturnValue => RETURN "noreturn" | C.UnhandledValueInCASEStatement => RETURN "case" | C.UnhandledTypeInTYPECASEStatement => RETURN "typecase"
    | C.ArithmeticFault => RETURN "arith" | C.StackOverflow => RETURN "stack" ELSE RETURN "other" END
  END Name;
PROCEDURE NoReturn (n: INTEGER): INTEGER = BEGIN IF n > 100 THEN RETURN n END END NoReturn;
PROCEDURE TakeSmall (s: Small) = BEGIN IO.PutInt(s) END TakeSmall;
PROCEDURE Outer () = PROCEDURE Inner (n: INTEGER) = BEGIN i := n END Inner; PROCEDURE Keep (q: Proc) = BEGIN p := q END Keep; BEGIN Keep(Inner) END Outer;
PROCEDURE Do (what: INTEGER) =
  BEGIN
    CASE what OF
    | 0 => s := i | 1 => a[i] := 1 | 2 => a[i - 8] := 1 | 3 => open[i] := 1 | 4 => open[-1 + zero] := 1 | 5 => c := VAL(i, Color) | 6 => i := r^
    | 7 => i := obj.x | 8 => obj.m() | 9 => p(1) | 10 => obj := NARROW(NEW(Obj), Sub) | 11 => i := NoReturn(1) | 12 => INC(s, 4) | 13 => DEC(s)
    | 14 => INC(c, 3) | 15 => i := 5 DIV zero | 16 => i := i MOD zero | 17 => SUBARRAY(a, 0, 4) := SUBARRAY(open^, 0, 3) | 18 => a := SUBARRAY(open^, 0, 3)
    | 19 => <*ASSERT i = 11*> | 20 => <*ASSERT i = 11 WITH "because"*> | 21 => Outer() | 22 => ch := VAL(300 + zero, CHAR) | 23 => card := -i | 24 => bits := SET OF [0 .. 9] {i}
    | 25 => open := NEW(REF ARRAY OF INTEGER, -1 + zero) | 26 => i := TRUNC(big) | 27 => TakeSmall(i) | 28 => EVAL SUBARRAY(open^, 2, 3) | 29 => TYPECASE any OF Obj => END
    | 30 => CASE i OF 1 => END | 31 => i := 10; s := 5; WITH t = s DO t := i END
    END;
    IO.Put("none ");
  END Do;
BEGIN
  s := 2;
  FOR k := 0 TO 31 DO
    TRY Do(k) EXCEPT SpinException.Exception (e) => IO.Put(Name(e.code)); IO.Put(" "); INC(caught) END;
    IF k MOD 8 = 7 THEN IO.Put("\n") END;
  END;
  TRY Do(20) EXCEPT SpinException.Exception (e) => IO.Put(e.msg) END;
  IO.Put(" "); IO.PutInt(caught); IO.Put("\n");
END Main.
