MODULE Bench;

IMPORT Dispatcher, Server;

TYPE
  Node = REF RECORD value: INTEGER; next: Node END;

EXCEPTION Odd(INTEGER);

VAR
  installed: ARRAY [0 .. 99] OF Dispatcher.Binding;
  count := 0;
  hits := 0;

PROCEDURE Nothing(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, i) END;
    RETURN sum;
  END Nothing;

PROCEDURE Down(x: INTEGER): INTEGER =
  BEGIN
    IF x < 0 THEN RETURN Down(x + 1) END;
    RETURN x + 1;
  END Down;

PROCEDURE LocalCalls(n: INTEGER): INTEGER =
  VAR x := 0;
  BEGIN
    FOR i := 1 TO n DO x := Down(x) END;
    RETURN x;
  END LocalCalls;

PROCEDURE Raises(n: INTEGER): INTEGER =
  VAR x := 0;
  BEGIN
    FOR i := 1 TO n DO x := Server.Plain(x) END;
    RETURN x;
  END Raises;

PROCEDURE ExtendedRaises(n: INTEGER): INTEGER =
  BEGIN
    FOR i := 1 TO n DO Server.Extended(1) END;
    RETURN hits;
  END ExtendedRaises;

FUNCTIONAL PROCEDURE Positive(x: INTEGER): BOOLEAN =
  BEGIN
    RETURN x > 0;
  END Positive;

PROCEDURE Hit(x: INTEGER) =
  BEGIN
    INC(hits, x);
  END Hit;

PROCEDURE AddHandlers(k: INTEGER) =
  BEGIN
    FOR i := 1 TO k DO
      TRY
        installed[count] := Dispatcher.InstallHandler(Server.Extended, Positive, Hit);
        INC(count);
      EXCEPT
      | Dispatcher.Error => <*ASSERT FALSE*>
      END;
    END;
  END AddHandlers;

PROCEDURE RemoveHandlers() =
  BEGIN
    FOR i := 0 TO count - 1 DO
      TRY
        Dispatcher.Uninstall(installed[i]);
      EXCEPT
      | Dispatcher.Error => <*ASSERT FALSE*>
      END;
    END;
    count := 0;
  END RemoveHandlers;

PROCEDURE Allocate(n: INTEGER): INTEGER =
  VAR node: Node := NIL;
  BEGIN
    FOR i := 1 TO n DO node := NEW(Node, value := i) END;
    RETURN node.value;
  END Allocate;

PROCEDURE Fail(i: INTEGER) RAISES {Odd} =
  BEGIN
    IF i >= 0 THEN RAISE Odd(i) END;
  END Fail;

PROCEDURE Exceptions(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO
      TRY
        Fail(i);
      EXCEPT
      | Odd(x) => INC(sum, x);
      END;
    END;
    RETURN sum;
  END Exceptions;

BEGIN
END Bench.
