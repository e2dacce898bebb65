(* 2.6.3: The variables of TYPECASE and of handlers are writable, and passed as VAR. *)
MODULE Main;
IMPORT IO;
EXCEPTION E(INTEGER);
VAR r: REFANY := NEW(REF INTEGER);
PROCEDURE Set(VAR n: INTEGER) = BEGIN n := 5 END Set;
PROCEDURE Nil(VAR r: REF INTEGER) = BEGIN r := NIL END Nil;
BEGIN
  TRY RAISE E(1) EXCEPT E (n) => Set(n); INC(n); IO.PutInt(n) END;
  TYPECASE r OF REF INTEGER (x) => Nil(x); IF x = NIL AND r # NIL THEN IO.Put(" nil\n") END ELSE END;
END Main.
