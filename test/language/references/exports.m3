(* Headings and the bodies that implement them. *)
=== errors
=== I.i3
INTERFACE I;
EXCEPTION E; F;
TYPE T = INTEGER;
CONST C = 3;
VAR v: INTEGER;
PROCEDURE Good(a: INTEGER; b := 3): INTEGER RAISES {E, F};
PROCEDURE FewerRaises() RAISES {E, F};
PROCEDURE MoreRaises() RAISES {E};
PROCEDURE AnyRaises() RAISES {E};
PROCEDURE WrongCount(a: INTEGER);
PROCEDURE WrongType(a: INTEGER);
PROCEDURE WrongMode(a: INTEGER);
PROCEDURE WrongResult(): INTEGER;
PROCEDURE NoResult(): INTEGER;
EPHEMERAL PROCEDURE Flagged();
FUNCTIONAL PROCEDURE Functional(): INTEGER;
PROCEDURE Plain();
PROCEDURE Later();
<*EXTERNAL*> PROCEDURE Kernel();
END I.

=== J.i3
INTERFACE J;
TYPE U = TEXT;
PROCEDURE Other();
END J.

=== M.m3
MODULE M EXPORTS I, J;
TYPE
  C = INTEGER;
(*^ M3304: C is already declared by the exported interface I, as a constant *)
VAR
  T := v + b;
(*^ M3304: T is already declared by the exported interface I, as a type *)
(*     ^ M3530: + wants two numbers of one type or two equal sets, not INTEGER and TEXT *)
  b: U := "u";
PROCEDURE Good(x: INTEGER; <*UNUSED*> y: INTEGER): INTEGER RAISES {E} =
  BEGIN
    IF x = C THEN RAISE E END;
    RETURN v;
  END Good;
PROCEDURE FewerRaises() = BEGIN END FewerRaises;
PROCEDURE MoreRaises() RAISES {E, F} = BEGIN RAISE F END MoreRaises;
(*        ^ M3306: MoreRaises does not match its heading in interface I: it may also raise F *)
PROCEDURE AnyRaises() RAISES ANY = BEGIN END AnyRaises;
(*        ^ M3306: AnyRaises does not match its heading in interface I: it may raise anything *)
PROCEDURE WrongCount(<*UNUSED*> a, b: INTEGER) = BEGIN END WrongCount;
(*        ^ M3301: WrongCount does not match its heading in interface I: it has 2 parameters instead of 1 *)
PROCEDURE WrongType(<*UNUSED*> a: TEXT) = BEGIN END WrongType;
(*        ^ M3301: WrongType does not match its heading in interface I: parameter a has another type *)
PROCEDURE WrongMode(VAR a: INTEGER) = BEGIN a := 3 END WrongMode;
(*        ^ M3301: WrongMode does not match its heading in interface I: parameter a has another mode (VAR instead of VALUE) *)
PROCEDURE WrongResult(): TEXT = BEGIN RETURN "" END WrongResult;
(*        ^ M3301: WrongResult does not match its heading in interface I: the result has another type *)
PROCEDURE NoResult() = BEGIN END NoResult;
(*        ^ M3301: NoResult does not match its heading in interface I: it has no result *)
PROCEDURE Flagged() = BEGIN END Flagged;
(*        ^ M3305: Flagged does not match its heading in interface I: it is not EPHEMERAL *)
EPHEMERAL PROCEDURE Functional(): INTEGER = BEGIN RETURN 3 END Functional;
(*                  ^ M3305: Functional does not match its heading in interface I: it is not FUNCTIONAL *)
EPHEMERAL PROCEDURE Plain() = BEGIN END Plain;
PROCEDURE Kernel() = BEGIN END Kernel;
(*        ^ M3307: Kernel is EXTERNAL in interface I: the kernel implements it *)
PROCEDURE Other() = BEGIN END Other;
PROCEDURE v() = BEGIN END v;
(*        ^ M3304: v is already declared by the exported interface I, as a variable *)
BEGIN
  Later();
  I.Later();
(*^ M3401: I is not declared *)
END M.
