(* 2.3.6 to 2.3.11: RAISE in handlers, TRY FINALLY left in every way, exceptions of FINALLY replacing those on their way, EXIT and RETURN through TRY and LOCK. *)
MODULE Main;
IMPORT IO, Fmt, SpinException, Thread;
EXCEPTION A(INTEGER); B(TEXT); C;
VAR mu := NEW(MUTEX); log := "";

PROCEDURE Say(t: TEXT) = BEGIN log := log & t & " " END Say;
PROCEDURE Show(name: TEXT) = BEGIN IO.Put(name & ": " & log & "\n"); log := "" END Show;

(* A handler's own exception is not handled by the same TRY. *)
PROCEDURE InHandler() RAISES {A} =
  BEGIN TRY RAISE A(1) EXCEPT A(n) => Say("a" & Fmt.Int(n)); RAISE A(n + 1) | B => Say("never") END END InHandler;

(* FINALLY's own exception replaces the one on its way. *)
PROCEDURE Replaces() RAISES {A, B} =
  BEGIN TRY RAISE A(1) FINALLY Say("f"); RAISE B("b") END END Replaces;

(* FINALLY's RETURN forgets the exception; so does EXIT. *)
PROCEDURE Forgets(how: INTEGER): INTEGER =
  BEGIN
    LOOP
      TRY RAISE SpinException.Exception(SpinException.ExceptionInfo{SpinException.ExceptionCode.UnknownException, "x"})
      FINALLY IF how = 0 THEN RETURN 7 ELSE EXIT END END;
    END;
    RETURN 8;
  END Forgets;

(* RETURN evaluates its value before FINALLY runs; FINALLY may still see and change what is not the result. *)
VAR global := 0;
PROCEDURE Early(): INTEGER = BEGIN TRY global := 1; RETURN global FINALLY global := 2 END END Early;

(* Nested FINALLY parts run from the inside out, each once, whatever is the way out. *)
PROCEDURE Nest(how: INTEGER) RAISES {A} =
  BEGIN
    FOR i := 1 TO 2 DO
      TRY
        TRY
          TRY
            CASE how OF 0 => | 1 => EXIT | 2 => RETURN | 3 => RAISE A(3) | 4 => EVAL VAL(how - 5, CARDINAL) END;
          FINALLY Say("1") END;
        FINALLY Say("2") END;
        Say("through");
      FINALLY Say("3") END;
      Say("loop" & Fmt.Int(i));
    END;
    Say("end");
  END Nest;

(* A loop in FINALLY has its own EXIT; a TRY in FINALLY handles its own. *)
PROCEDURE LoopInFinally() RAISES {C} =
  BEGIN
    TRY RAISE C
    FINALLY
      LOOP Say("l"); EXIT END;
      TRY RAISE B("inner") EXCEPT B(t) => Say(t) END;
    END;
  END LoopInFinally;

(* The mutex is free again whichever way LOCK is left. *)
PROCEDURE Locked(how: INTEGER): INTEGER RAISES {A} =
  BEGIN
    LOOP
      LOCK mu DO
        CASE how OF 0 => RETURN 0 | 1 => EXIT | 2 => RAISE A(2) | 3 => EVAL VAL(how - 4, CARDINAL) | 4 => RETURN Locked2() ELSE RETURN 5 END;
      END;
    END;
    RETURN 9;
  END Locked;
PROCEDURE Locked2(): INTEGER RAISES {A} = BEGIN TRY RETURN 4 FINALLY RAISE A(44) END END Locked2;
PROCEDURE Free(): TEXT = BEGIN LOCK mu DO RETURN "free" END END Free;

(* ELSE handles what no other handler does, checked run-time errors, too; it is not asked for the handlers' exceptions. *)
PROCEDURE Else(how: INTEGER) =
  BEGIN
    TRY
      CASE how OF 0 => RAISE A(0) | 1 => RAISE B("") | 2 => <*ASSERT how = 0*> | 3 => how := 1 DIV (how - 3) ELSE END;
      Say("none");
    EXCEPT
    | A => Say("A")
    ELSE Say("else")
    END;
  END Else;

(* The variable of a handler is a copy of its own. *)
TYPE Rec = RECORD a, b: INTEGER END;
EXCEPTION R(Rec);
PROCEDURE Copies() =
  VAR r := Rec{1, 2};
  BEGIN
    TRY RAISE R(r) EXCEPT R(x) => r.a := 10; x.b := 20; Say(Fmt.Int(x.a) & Fmt.Int(x.b) & Fmt.Int(r.a) & Fmt.Int(r.b)) END;
  END Copies;

(* Through recursion, each with a FINALLY of its own. *)
PROCEDURE Deep(n: INTEGER) RAISES {A} =
  BEGIN TRY IF n = 0 THEN RAISE A(0) END; Deep(n - 1) FINALLY Say(Fmt.Int(n)) END END Deep;

(* Out of a nested procedure, and a method, and a procedure value. *)
TYPE O = OBJECT METHODS m() RAISES {A} := M END;
PROCEDURE M(<*UNUSED*> self: O) RAISES {A} =
  VAR local := 5;
  PROCEDURE Inner() RAISES {A} = BEGIN INC(local); RAISE A(local) END Inner;
  PROCEDURE Call(p: PROCEDURE () RAISES {A}) RAISES {A} = BEGIN TRY p() FINALLY Say("call") END END Call;
  BEGIN TRY Call(Inner) FINALLY Say("m" & Fmt.Int(local)) END END M;

(* What RAISES does not admit turns into NotInRaisesList where it leaves the procedure, and can be handled there as such. *)
PROCEDURE Strict() RAISES {C} = <*FATAL A*> BEGIN TRY RAISE A(1) FINALLY Say("s") END END Strict;
PROCEDURE AroundStrict() =
  BEGIN TRY Strict() EXCEPT C => Say("C") | SpinException.Exception(e) => Say(SpinException.CodeName(e.code) & " (" & e.msg & ")") END END AroundStrict;

(* EXIT out of a handler, RETURN out of ELSE. *)
PROCEDURE OutOfHandler(): TEXT =
  BEGIN
    LOOP TRY RAISE C EXCEPT C => EXIT END END;
    TRY RAISE B("") EXCEPT C => ELSE RETURN "returned" END;
    RETURN "never";
  END OutOfHandler;

BEGIN
  TRY InHandler() EXCEPT A(n) => Say("out" & Fmt.Int(n)) END; Show("handler");
  TRY Replaces() EXCEPT A => Say("A") | B(t) => Say(t) END; Show("replaces");
  Say(Fmt.Int(Forgets(0))); Say(Fmt.Int(Forgets(1))); Show("forgets");
  Say(Fmt.Int(Early())); Say(Fmt.Int(global)); Show("early");
  FOR how := 0 TO 4 DO TRY Nest(how) EXCEPT A(n) => Say("A" & Fmt.Int(n)) | SpinException.Exception => Say("fault") END; Show("nest" & Fmt.Int(how)) END;
  TRY LoopInFinally() EXCEPT C => Say("C") END; Show("loop");
  FOR how := 0 TO 5 DO TRY Say(Fmt.Int(Locked(how))) EXCEPT A(n) => Say("A" & Fmt.Int(n)) | SpinException.Exception => Say("fault") END; Say(Free()) END; Show("lock");
  FOR how := 0 TO 4 DO Else(how) END; Show("else");
  Copies(); Show("copies");
  TRY Deep(5) EXCEPT A => Say("A") END; Show("deep");
  TRY NEW(O).m() EXCEPT A(n) => Say("A" & Fmt.Int(n)) END; Show("nested");
  AroundStrict(); Show("strict");
  Say(OutOfHandler()); Show("handlers");
  Thread.Acquire(mu); TRY TRY RAISE C FINALLY Thread.Release(mu) END EXCEPT C => Say(Free()) END; Show("acquire");
END Main.
