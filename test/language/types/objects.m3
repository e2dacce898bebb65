(* Object types: supertypes, members, defaults and overrides (2.2.9). *)
=== errors
MODULE Main;

TYPE
  Shape = OBJECT
      name: TEXT := "shape";
    METHODS
      area(): REAL := ShapeArea;
      scale(factor: REAL) := NIL;
      grow(n: CARDINAL) RAISES {Full};
    END;
  Circle = Shape OBJECT
      radius: REAL;
    OVERRIDES
      area := CircleArea;
      grow := CircleGrow;
    END;
  TwoNames = OBJECT a: INTEGER; a: CHAR METHODS a(); b(); b() END;
(*                              ^ M3112: a is declared twice in this type *)
(*                                              ^ M3112: a is declared twice in this type *)
(*                                                        ^ M3112: b is declared twice in this type *)
  Hiding = Shape OBJECT name: INTEGER METHODS area(): INTEGER END;
  NotObject = INTEGER OBJECT END;
(*            ^ M3111: INTEGER is not an object type, so it has no object subtypes *)
  RefIsNot = REF INTEGER OBJECT END;
(*               ^ M3111: INTEGER is not an object type, so it has no object subtypes *)
  RefAny = REFANY OBJECT END;
(*         ^ M3111: REFANY is not an object type, so it has no object subtypes *)
  Root = ROOT OBJECT END;
  Untraced = UNTRACED ROOT OBJECT END;
  Mutex = MUTEX OBJECT n: INTEGER END;
  Text = TEXT OBJECT END;
(*       ^ M3111: TEXT is not an object type, so it has no object subtypes *)
  NoMethod = Shape OBJECT OVERRIDES arrea := CircleArea; name := CircleArea END;
(*                                  ^ M3113: Shape has no method arrea to override *)
(*                                                       ^ M3113: name is a field, not a method, of Shape *)
  Own = OBJECT METHODS m() OVERRIDES m := Nothing END;
(*                                   ^ M3113: ROOT has no method m to override *)
  Twice = Shape OBJECT OVERRIDES area := ShapeArea; area := ShapeArea END;
(*                                                  ^ M3112: area is overridden twice in this type *)
  WrongResult = Shape OBJECT OVERRIDES area := Nothing END;
(*                                             ^ M3114: Nothing cannot be method area: it has no result *)
  WrongSelf = Shape OBJECT OVERRIDES area := CircleArea END;
(*                                           ^ M3114: CircleArea cannot be method area: its first parameter self: Circle does not accept objects of this type *)
  NoSelf = Shape OBJECT OVERRIDES area := NoParameters END;
(*                                        ^ M3114: NoParameters cannot be method area: it has no parameter for the object *)
  VarSelf = Shape OBJECT OVERRIDES area := VarParameter END;
(*                                         ^ M3114: VarParameter cannot be method area: its first parameter self must be a VALUE parameter *)
  Raising = Shape OBJECT OVERRIDES area := RaisingArea END;
(*                                         ^ M3114: RaisingArea cannot be method area: it may also raise Full *)
  NotProcedure = Shape OBJECT OVERRIDES area := 3 END;
(*                                              ^ M3114: a method needs a top-level procedure *)
  Unknown = Shape OBJECT OVERRIDES area := Missing END;
(*                                         ^ M3401: Missing is not declared *)
  UnknownSuper = Missing OBJECT OVERRIDES area := ShapeArea END;
  Functional = OBJECT METHODS FUNCTIONAL size(): INTEGER := PlainSize; FUNCTIONAL good(): INTEGER := GoodSize END;
(*                                                          ^ M3114: PlainSize cannot be method size: it is not FUNCTIONAL *)

EXCEPTION
  Full;

PROCEDURE ShapeArea(<*UNUSED*> self: Shape): REAL = BEGIN RETURN 0.0 END ShapeArea;
PROCEDURE CircleArea(self: Circle): REAL = BEGIN RETURN self.radius * self.radius * 3.1415 END CircleArea;
PROCEDURE CircleGrow(self: Circle; n: CARDINAL) = BEGIN self.radius := self.radius + FLOAT(n) END CircleGrow;
PROCEDURE Nothing(<*UNUSED*> self: ROOT) = BEGIN END Nothing;
PROCEDURE NoParameters(): REAL = BEGIN RETURN 1.0 END NoParameters;
PROCEDURE VarParameter(VAR self: Shape): REAL = BEGIN self := NIL; RETURN 1.0 END VarParameter;
PROCEDURE RaisingArea(<*UNUSED*> self: Shape): REAL RAISES {Full} = BEGIN RAISE Full END RaisingArea;
PROCEDURE PlainSize(<*UNUSED*> self: ROOT): INTEGER = BEGIN RETURN 1 END PlainSize;
FUNCTIONAL PROCEDURE GoodSize(<*UNUSED*> self: ROOT): INTEGER = BEGIN RETURN 1 END GoodSize;

VAR
  shape: Shape := NEW(Circle, radius := 1.0);
  hiding: Hiding;
  unknown: UnknownSuper;

BEGIN
  EVAL shape.area();
  hiding.name := hiding.area();
  unknown.anything := 3;
  EVAL unknown.something();
END Main.
