(* 2.8.2 Reserved identifiers: no declaration gives them another meaning, in no scope; members of types are named as one likes. *)
=== errors
=== Main.m3
MODULE Main;
IMPORT Thread AS MUTEX;
(*               ^ M3137: MUTEX is a reserved name and cannot be declared *)
TYPE
  INTEGER = [0 .. 9];
(*^ M3137: INTEGER is a reserved name and cannot be declared *)
  R = RECORD MAX: CHAR END;
  E = {TRUE, FALSE};
  LONGINT = CARDINAL;
VAR NUMBER := 1;
(*  ^ M3137: NUMBER is a reserved name and cannot be declared *)
PROCEDURE ORD(VAL: REAL) =
(*        ^ M3137: ORD is a reserved name and cannot be declared *)
(*            ^ M3137: VAL is a reserved name and cannot be declared *)
  VAR NIL: E;
(*    ^ M3137: NIL is a reserved name and cannot be declared *)
  BEGIN
    FOR FIRST := 1 TO 2 DO
(*      ^ M3137: FIRST is a reserved name and cannot be declared *)
      WITH LAST = 3 DO EVAL LAST END;
(*         ^ M3137: LAST is a reserved name and cannot be declared *)
    END;
  END ORD;
BEGIN
END Main.
=== Thread.i3 library
INTERFACE Thread;
END Thread.
