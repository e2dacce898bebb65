=== Lib.i3
INTERFACE Lib;
TYPE T = Public OBJECT END; Public = OBJECT END; Hidden <: Public; U = INTEGER;
CONST C = 1; D = 2;
<*OBSOLETE*> PROCEDURE Old();
PROCEDURE New(unused: INTEGER);
END Lib.
=== Reveals.i3
INTERFACE Reveals;
IMPORT Lib;
TYPE Middle <: Lib.Public;
REVEAL Lib.Hidden <: Middle;
END Reveals.
=== Text.i3
INTERFACE Text;
END Text.
=== Reveals.m3
MODULE Reveals EXPORTS Reveals, Lib;
REVEAL Middle = Public BRANDED OBJECT END; Hidden = Middle BRANDED OBJECT END;
BEGIN END Reveals.
=== Lib.m3
MODULE Lib;

PROCEDURE Old() = BEGIN END Old;
PROCEDURE New(unused: INTEGER) = BEGIN Old() END New;
PROCEDURE Private() = BEGIN END Private;
(*        ^ W4401: procedure Private is never used *)
BEGIN
END Lib.
=== Main.m3
MODULE Main;
IMPORT Lib, Reveals;
IMPORT Text;
(*     ^ W4402: interface Text is imported and never used *)
IMPORT Lib AS L2;
(*     ^ W4402: interface Lib AS L2 is imported and never used *)
FROM Lib IMPORT C, D, U;
(*                 ^ W4402: D is imported and never used *)
(*                    ^ W4402: U is imported and never used *)
TYPE T = INTEGER; Used = CHAR;
(*   ^ W4401: type T is never used *)
CONST K = 1; M = 2;
(*    ^ W4401: constant K is never used *)
EXCEPTION Ex; Ey;
(*        ^ W4401: exception Ex is never used *)
VAR v, w: INTEGER; <*UNUSED*> x: INTEGER;
(*  ^ W4401: variable v is never used *)
<*UNUSED*> VAR y, z: INTEGER;
PROCEDURE P(a: INTEGER; <*UNUSED*> b: INTEGER; c: CHAR) =
(*          ^ W4401: parameter a is never used *)
(*                                             ^ W4401: parameter c is never used *)
  VAR l, k: INTEGER;
(*    ^ W4401: variable l is never used *)
      <*UNUSED*> q: INTEGER;
  PROCEDURE Inner() = BEGIN k := 1 END Inner;
(*          ^ W4401: procedure Inner is never used *)
  PROCEDURE InnerUsed(n: INTEGER) = BEGIN k := 2 END InnerUsed;
(*                    ^ W4401: parameter n is never used *)
  BEGIN
    InnerUsed(C);
    WITH e = k DO END;
(*       ^ W4401: variable e is never used *)
    FOR t := 1 TO 2 DO END;
    TRY RAISE Ey EXCEPT Ey => END;
    TYPECASE NEW(REF INTEGER) OF REF INTEGER (r) => ELSE END;
  END P;
PROCEDURE Handler(n: INTEGER): INTEGER = BEGIN RETURN M END Handler;
<*UNUSED*> PROCEDURE Kept(n: INTEGER) = BEGIN Kept(1) END Kept;
(*                        ^ W4401: parameter n is never used *)
PROCEDURE Recursive() = BEGIN Recursive() END Recursive;
VAR h: PROCEDURE (n: INTEGER): INTEGER := Handler;
VAR used: Used;
BEGIN
  P(h(1), 2, used);
  Lib.Old();
(*    ^ W4403: Old is obsolete *)
  w := 1;
  VAR inBlock: INTEGER; BEGIN END;
(*    ^ W4401: variable inBlock is never used *)
END Main.

=== Alerts.i3
INTERFACE Alerts;
EXCEPTION Alerted; Other;
END Alerts.

=== NamedFatal.m3
MODULE NamedFatal;
(* A FATAL pragma is a use of the interface or exception that it names. *)
IMPORT Alerts;
FROM Alerts IMPORT Other;
<*FATAL Alerts.Alerted, Other*>
BEGIN
END NamedFatal.
