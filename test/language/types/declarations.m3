(* Declarations: names, initial values, what may not be nested. *)
=== errors
MODULE Main;

CONST
  N = 3;
  N = 4;
(*^ M3101: N is declared twice in this scope *)
  Typed: CHAR = 'a';
(*              ^ M3520: cannot assign CHAR to constant Typed of type CHAR2: their base types differ *)
  WrongType: CHAR = 3;
(*                  ^ M3520: cannot assign INTEGER to constant WrongType of type CHAR2: their base types differ *)
  NotConstant = v;
(*              ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)

TYPE
  N = INTEGER;
(*^ M3101: N is declared twice in this scope *)
  T = v;
(*    ^ M3104: v is a variable, not a type *)
  U = Missing;
(*    ^ M3103: Missing is not declared *)
  V = Main.T;
(*    ^ M3103: Main is not declared *)
  W = N.T;
  Integer = INTEGR;
(*          ^ M3103: INTEGR is not declared *)
  CHAR = CHAR2;
(*^ M3137: CHAR is a reserved name and cannot be declared *)
  CHAR2 = {x};

VAR
  v: INTEGER := 3;
  w;
(*^ M3118: a variable needs a type or an initial value *)
  x := Missing;
  y: INTEGER := "text";
(*              ^ M3520: cannot assign TEXT to variable y of type INTEGER *)
  z: [0..9] := 10;
  a, b, a: CHAR;
(*      ^ M3101: a is declared twice in this scope *)

PROCEDURE P() = BEGIN END Q;
(*                        ^ M3003: this ends procedure P, not Q *)
PROCEDURE NoBody();
(*        ^ M3123: procedure NoBody has no body *)
PROCEDURE P() = BEGIN END P;
(*        ^ M3101: P is declared twice in this scope *)

PROCEDURE Nested() =
  TYPE Hidden <: REFANY;
(*     ^ M3136: opaque type Hidden must be declared at the top level of an interface or module *)
  EXCEPTION E;
(*          ^ M3120: exception E must be declared at the top level of an interface or module *)
  REVEAL Hidden = BRANDED REF CHAR;
(*       ^ M3121: a revelation must stand at the top level of an interface or module *)
  VAR v := 'c'; Nested: INTEGER; v: TEXT;
(*                               ^ M3101: v is declared twice in this scope *)
  PROCEDURE Inner(v: TEXT) =
    VAR v := 3;
    BEGIN
      v := 4;
      Nested := v;
    END Inner;
  BEGIN
    v := 'd';
    Inner("x");
  END Nested;

BEGIN
  v := N;
  x := 3;
  w := 3;
  a := b;
  Nested();
END Main.
