(* Records: names, defaults, and their types. *)
=== errors
MODULE Main;

TYPE
  Point = RECORD x, y: INTEGER := 0 END;
  Twice = RECORD a: INTEGER; b: CHAR; a: TEXT END;
(*                                    ^ M3112: a is declared twice in this type *)
  Inferred = RECORD n := 3; t := "text"; r := 1.0 END;
  Wrong = RECORD n: INTEGER := "text" END;
(*                             ^ M3520: cannot assign TEXT to the default of a field of type INTEGER *)
  NotConstant = RECORD n: INTEGER := v END;
(*                                   ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  OutOfRange = RECORD n: [0..9] := 10 END;
(*                                 ^ M3522: the value 10 is not a member of [0..9], the type of the default of a field *)
  Nothing = RECORD END;
  Unknown = RECORD a: Missing; b: INTEGER END;
(*                    ^ M3103: Missing is not declared *)
  Pointer = RECORD p: REF INTEGER := NIL; q: PROCEDURE () := Do END;
  Void = RECORD e: [1..0] END;
(*                 ^ M3119: this type has no values, so no field can have it *)

VAR
  v := 3;
  p: Point;
  i: Inferred;
  u: Unknown;

PROCEDURE Do() = BEGIN END Do;

BEGIN
  p.x := i.n;
  p.z := 3;
(*  ^ M3404: type Point has no field z *)
  u.a := 3;
  u.a := "a";
  u.b := 'c';
(*       ^ M3520: cannot assign CHAR to field b of type INTEGER: their base types differ *)
  i.t := i.r;
(*       ^ M3520: cannot assign REAL to field t of type TEXT *)
END Main.
