MODULE Vault;

IMPORT Auth, Dispatcher, Domain, Fmt, IO, Text;

TYPE
  Gate = Auth.T OBJECT OVERRIDES authorize := Authorize END;

VAR friends := NEW(REF TEXT);

(* Who links is asked with the domain, who installs a handler with the binding. Without the friends' key a
   handler is let in only behind a guard of ours; one that asks for drawer 0 is not let in at all. *)
PROCEDURE Authorize(<*UNUSED*> gate: Gate; key: Auth.Key; arg: REFANY): BOOLEAN =
  BEGIN
    TYPECASE arg OF
    | Domain.T(domain) =>
        RETURN NOT Text.Equal(Domain.Name(domain), "stranger");
    | Dispatcher.Binding(binding) =>
        IF key = friends THEN
          RETURN TRUE;
        ELSIF key # NIL THEN
          RETURN FALSE;
        END;
        TRY
          EVAL Dispatcher.ImposeGuard(binding, OnlyOdd);
          RETURN TRUE;
        EXCEPT
        | Dispatcher.Error => RETURN FALSE;
        END;
    ELSE
      RETURN FALSE;
    END;
  END Authorize;

FUNCTIONAL PROCEDURE OnlyOdd(drawer: INTEGER): BOOLEAN =
  BEGIN
    RETURN drawer MOD 2 = 1;
  END OnlyOdd;

PROCEDURE FriendKey(password: TEXT): Auth.Key =
  BEGIN
    IF Text.Equal(password, "xyzzy") THEN RETURN friends END;
    RETURN NIL;
  END FriendKey;

PROCEDURE Opened(drawer: INTEGER) =
  BEGIN
    IO.Put("vault: drawer " & Fmt.Int(drawer) & " opened\n");
  END Opened;

PROCEDURE Visit() =
  BEGIN
    FOR drawer := 1 TO 4 DO Opened(drawer) END;
  END Visit;

BEGIN
  TRY
    Dispatcher.InstallAuthorizerForInterface(NEW(Gate), INTERFACE_UNIT(Vault), THIS_MODULE());
  EXCEPT
  | Dispatcher.Error => IO.Put("vault: no authority\n");
  END;
END Vault.
