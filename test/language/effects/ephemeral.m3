MODULE Main;
EXCEPTION Simple(INTEGER); Rec(R);
TYPE R = RECORD a: INTEGER END;
     T = OBJECT METHODS plain(); FUNCTIONAL pure(): INTEGER := Pure END;
VAR i: INTEGER; t: T; m: MUTEX; text: TEXT; p: PROCEDURE (); e: EPHEMERAL PROCEDURE (); f: FUNCTIONAL PROCEDURE (): INTEGER;
PROCEDURE Plain() = BEGIN i := 1 END Plain;
FUNCTIONAL PROCEDURE Pure(<*UNUSED*> self: T): INTEGER = BEGIN RETURN i END Pure;
FUNCTIONAL PROCEDURE Zero(): INTEGER = BEGIN RETURN ABS(0) END Zero;
EPHEMERAL PROCEDURE Allowed() RAISES {Simple} =
  BEGIN
    i := Zero() + t.pure() + f(); Allowed(); e();
    FOR k := 1 TO 3 DO INC(i, k) END;
    TRY RAISE Simple(i) EXCEPT Simple => i := 2 END;
    WITH x = i DO x := 3 END;
    LOOP IF i = 3 THEN EXIT END END;
    EVAL text;
  END Allowed;
EPHEMERAL PROCEDURE Refused() RAISES ANY =
  VAR r := NEW(REF INTEGER);
(*         ^ M3802: Refused is EPHEMERAL: it must not use NEW *)
  BEGIN
    Plain();
(*  ^ M3801: Refused is EPHEMERAL and may call only what is EPHEMERAL; Plain is not *)
    t.plain();
(*  ^ M3801: Refused is EPHEMERAL and may call only what is EPHEMERAL; method plain is not *)
    p();
(*  ^ M3801: Refused is EPHEMERAL and may call only what is EPHEMERAL; a procedure of type PROCEDURE () is not *)
    text := text & "x";
(*          ^ M3802: Refused is EPHEMERAL: it must not concatenate texts, which allocates *)
    t := NEW(T);
(*       ^ M3802: Refused is EPHEMERAL: it must not use NEW *)
    LOCK m DO i := r^ END;
(*  ^ M3803: Refused is EPHEMERAL: it may be torn off and must not LOCK *)
    RAISE Rec(R{1});
(*  ^ M3804: Refused is EPHEMERAL: the argument of Rec would be copied to the heap *)
  END Refused;
EPHEMERAL PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN Plain() END Inner;
(*                          ^ M3801: Outer is EPHEMERAL and may call only what is EPHEMERAL; Plain is not *)
  EPHEMERAL PROCEDURE Good() = BEGIN i := 1 END Good;
  BEGIN
    Inner(); Good();
(*  ^ M3801: Outer is EPHEMERAL and may call only what is EPHEMERAL; Inner is not *)
  END Outer;
BEGIN
  e := Allowed; e := Zero; p := e; e := p; e := Plain; p := Plain; f := Zero;
(*     ^ M3520: cannot assign EPHEMERAL PROCEDURE () RAISES {Simple} to e of type EPHEMERAL PROCEDURE (): it may also raise Simple *)
(*                   ^ M3520: cannot assign FUNCTIONAL PROCEDURE (): INTEGER to e of type EPHEMERAL PROCEDURE (): it has a result *)
(*                                      ^ M3520: cannot assign PROCEDURE () to e of type EPHEMERAL PROCEDURE (): it is not EPHEMERAL *)
(*                                              ^ M3520: cannot assign PROCEDURE () to e of type EPHEMERAL PROCEDURE (): it is not EPHEMERAL *)
  TRY Refused(); Outer(); EVAL Pure(t) EXCEPT ELSE END;
END Main.
