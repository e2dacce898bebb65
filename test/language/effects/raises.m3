=== SpinException.i3 imported
INTERFACE SpinException;
<*IMPLICIT*> EXCEPTION Exception;
END SpinException.
=== Other.i3
INTERFACE Other;
EXCEPTION Failure; Second;
PROCEDURE Any() RAISES ANY;
PROCEDURE One() RAISES {Failure};
END Other.
=== Other.m3
MODULE Other;
PROCEDURE Any() RAISES ANY = BEGIN RAISE Second END Any;
PROCEDURE One() RAISES {Failure} = BEGIN RAISE Failure; END One;
BEGIN
END Other.
=== Main.m3
MODULE Main;
IMPORT Other, SpinException, Other AS Alias;
FROM Other IMPORT Second;
EXCEPTION E; F; Failure;
VAR i: INTEGER;
VAR start := Func();
(*           ^ W4301: exception E may be raised here, and nothing handles it *)
PROCEDURE Func(): INTEGER RAISES {E} = BEGIN IF i = 3 THEN RAISE E END; RETURN 1 END Func;
PROCEDURE Raises() RAISES {E} =
  BEGIN
    RAISE E;
  END Raises;
PROCEDURE Escapes() = BEGIN RAISE E END Escapes;
(*                          ^ W4301: exception E may be raised here, and Escapes neither handles it nor has it in its RAISES set *)
PROCEDURE Calls() RAISES {F} =
  BEGIN
    Raises();
(*  ^ W4301: exception E may be raised here, and Calls neither handles it nor has it in its RAISES set *)
    TRY Raises() EXCEPT E => Raises() END;
(*                           ^ W4301: exception E may be raised here, and Calls neither handles it nor has it in its RAISES set *)
    TRY Raises() EXCEPT ELSE Raises() END;
(*                           ^ W4301: exception E may be raised here, and Calls neither handles it nor has it in its RAISES set *)
    TRY RAISE F; EXCEPT E => END;
    TRY RAISE E; EXCEPT F => END;
(*      ^ W4301: exception E may be raised here, and Calls neither handles it nor has it in its RAISES set *)
    TRY Raises() FINALLY i := 2 END;
(*      ^ W4301: exception E may be raised here, and Calls neither handles it nor has it in its RAISES set *)
    Other.One();
(*  ^ W4301: exception Other.Failure may be raised here, and Calls neither handles it nor has it in its RAISES set *)
    Other.Any();
(*  ^ W4301: this call may raise any exception, and Calls neither handles it nor has it in its RAISES set *)
    TRY Other.Any() EXCEPT E => END;
(*      ^ W4301: this call may raise any exception, and Calls neither handles it nor has it in its RAISES set *)
    TRY Other.Any() EXCEPT E => ELSE END;
    RAISE SpinException.Exception;
  END Calls;
PROCEDURE Fatal() =
  <*FATAL E, Other.Failure*>
  BEGIN
    Raises(); Other.One(); RAISE F;
(*                         ^ W4301: exception F may be raised here, and Fatal neither handles it nor has it in its RAISES set *)
  END Fatal;
PROCEDURE FatalAny() =
  <*FATAL ANY*>
  PROCEDURE Inner() = BEGIN RAISE E END Inner;
  BEGIN
    Raises(); Other.Any(); Inner();
  END FatalAny;
PROCEDURE FatalOther() =
  <*FATAL Alias.Failure, Second*>
  BEGIN
    Other.One(); RAISE Other.Second; RAISE Other.Failure;
(*                                   ^ W4202: this is never reached *)
    TRY RAISE E EXCEPT E => RAISE Failure END;
(*                          ^ W4301: exception Failure may be raised here, and FatalOther neither handles it nor has it in its RAISES set *)
  END FatalOther;
PROCEDURE FatalQualified() =
  <*FATAL Main.E, Failure*>
  BEGIN
    RAISE E; Other.One();
(*           ^ W4202: this is never reached *)
(*           ^ W4301: exception Other.Failure may be raised here, and FatalQualified neither handles it nor has it in its RAISES set *)
  END FatalQualified;
PROCEDURE Quiet() = BEGIN RAISE E <*NOWARN*> END Quiet;
BEGIN
  Escapes(); Calls(); Fatal(); FatalAny(); FatalOther(); FatalQualified(); Quiet();
(*           ^ W4301: exception F may be raised here, and nothing handles it *)
  i := start;
  RAISE F;
(*^ W4301: exception F may be raised here, and nothing handles it *)
END Main.
