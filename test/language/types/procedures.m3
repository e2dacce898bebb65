(* Signatures: parameters, defaults, results, RAISES (2.2.8). *)
=== errors
MODULE Main;

TYPE
  Twice = PROCEDURE (a: INTEGER; a: CHAR);
(*                               ^ M3101: there are two parameters a *)
  VarDefault = PROCEDURE (VAR a: INTEGER := 3);
(*                                          ^ M3125: a VAR parameter cannot have a default value *)
  Inferred = PROCEDURE (a := 3; READONLY b := "text");
  WrongDefault = PROCEDURE (a: INTEGER := "text");
(*                                        ^ M3520: cannot assign TEXT to the default of a parameter of type INTEGER *)
  NotConstant = PROCEDURE (a: INTEGER := v);
(*                                       ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  Unknown = PROCEDURE (a: Missing; b: INTEGER): Missing RAISES {Missing, E, v};
(*                        ^ M3103: Missing is not declared *)
(*                                                                          ^ M3124: v is a variable, not an exception *)
  RaisesAny = PROCEDURE () RAISES ANY;
  NoType = PROCEDURE (a);
(*                    ^ M3126: a parameter needs a type or a default value *)
  Opaque = PROCEDURE (a: [1..0]): [1..0];
(*                       ^ M3119: this type has no values, so no parameter can have it *)
(*                                ^ M3119: this type has no values, so nothing can be returned *)

EXCEPTION
  E;
  F(INTEGER);

VAR
  v := 3;
  p0: PROCEDURE ();
  pE: PROCEDURE () RAISES {E};
  pEF: PROCEDURE () RAISES {E, F};
  pAny: RaisesAny;
  any: PROCANY;
  eph: EPHEMERAL PROCEDURE ();
  fun: FUNCTIONAL PROCEDURE ();
  named: PROCEDURE (x: INTEGER);
  renamed: PROCEDURE (y: INTEGER := 3);
  byVar: PROCEDURE (VAR x: INTEGER);

BEGIN
  pE := p0;
  p0 := pE;
(*      ^ M3520: cannot assign PROCEDURE () RAISES {E} to p0 of type PROCEDURE (): it may also raise E *)
  pEF := pE;
  pE := pEF;
(*      ^ M3520: cannot assign PROCEDURE () RAISES {E, F} to pE of type PROCEDURE () RAISES {E}: it may also raise F *)
  pAny := pEF;
  pEF := pAny;
(*       ^ M3520: cannot assign RaisesAny to pEF of type PROCEDURE () RAISES {E, F}: it may raise anything *)
  any := pAny;
  pAny := any;
(*        ^ M3520: cannot assign PROCANY to pAny of type RaisesAny *)
  any := NIL;
  p0 := eph;
  eph := fun;
  fun := eph;
(*       ^ M3520: cannot assign EPHEMERAL PROCEDURE () to fun of type FUNCTIONAL PROCEDURE (): it is not FUNCTIONAL *)
  eph := p0;
(*       ^ M3520: cannot assign PROCEDURE () to eph of type EPHEMERAL PROCEDURE (): it is not EPHEMERAL *)
  named := renamed;
  renamed := named;
  named := byVar;
(*         ^ M3520: cannot assign PROCEDURE (VAR x: INTEGER) to named of type PROCEDURE (x: INTEGER): parameter x has another mode (VAR instead of VALUE) *)
END Main.
