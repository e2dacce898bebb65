MODULE Main;
TYPE
  Color = {Red, Green, Blue};
  T = OBJECT END;
  U = T OBJECT END;
  V = U OBJECT END;
VAR
  i: INTEGER; s: [1 .. 5]; c: Color; ch: CHAR; x: REAL; any: REFANY; t: T; b: BOOLEAN; l: LONGINT;
BEGIN
  IF b THEN i := 1 ELSIF i = 3 THEN i := 2 ELSE i := 3 END;
  IF i THEN i := 1 END;
(*   ^ M3706: the condition of IF is a BOOLEAN, not INTEGER *)
  IF b THEN i := 1 ELSIF "x" THEN i := 2 END;
(*                       ^ M3706: the condition of IF is a BOOLEAN, not TEXT *)
  CASE i OF 1 => i := 2 | 3, 5 .. 7 => i := 3 | 9 .. LAST(INTEGER) => i := 4 ELSE i := 5 END;
  CASE ch OF 'a' .. 'z', 'A' .. 'Z' => i := 1 | '\n' => i := 2 ELSE END;
  CASE c OF Color.Red => i := 1 | Color.Green .. Color.Blue => i := 2 END;
  CASE l OF 1L => i := 1 ELSE END;
  CASE b OF TRUE => i := 1 | FALSE => i := 2 END;
  CASE c OF Color.Red => i := 1 END;
(*     ^ W4105: this CASE has no ELSE and does not handle Green, Blue *)
  CASE i OF 1 => i := 1 | 1 => i := 2 END;
(*                        ^ M3712: the label 1 is already in this CASE *)
  CASE i OF 1 .. 10 => i := 1 | 5 => i := 2 | 8 .. 12, 20 => i := 3 END;
(*                              ^ M3712: the label 5 is already in this CASE *)
(*                                            ^ M3712: the label 8 is already in this CASE *)
  CASE i OF 5 .. 1 => i := 1 ELSE END;
(*          ^ W4104: this range of labels is empty *)
  CASE s OF 1 .. 5 => i := 1 | 6 => i := 2 END;
(*                             ^ M3522: the value 6 is not a member of [1..5], the type of the selector of this CASE *)
  CASE i OF i => i := 1 ELSE END;
(*          ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  CASE i OF 'a' => i := 1 ELSE END;
(*          ^ M3711: cannot assign CHAR to the selector of this CASE of type INTEGER: their base types differ *)
  CASE c OF 1 => i := 1 ELSE END;
(*          ^ M3711: cannot assign INTEGER to the selector of this CASE of type Color: their base types differ *)
  CASE x OF 1.0 => i := 1 ELSE END;
(*     ^ M3710: CASE selects by an ordinal, and this is of type REAL *)
  CASE undefined OF 1 => i := 1 ELSE END;
(*     ^ M3401: undefined is not declared *)
  TYPECASE any OF NULL => i := 0 | V (v) => t := v | T => i := 2 | REF INTEGER, REF CARDINAL (r) => i := r^ ELSE END;
  TYPECASE any OF V, REF INTEGER => i := 1 | U, TEXT (u) => any := u ELSE i := 3 END;
  TYPECASE any OF T => i := 1 | U => i := 2 ELSE END;
(*                              ^ W4106: this is never reached: T above contains U *)
  TYPECASE t OF U (u) => t := u.x | TEXT => i := 2 | REFANY => i := 3 ELSE END;
(*                              ^ M3404: type U has no field or method x *)
(*                                  ^ M3714: TEXT is not a subtype of T, the type of the selector *)
(*                                                   ^ M3714: REFANY is not a subtype of T, the type of the selector *)
  TYPECASE i OF INTEGER => i := 1 ELSE END;
(*         ^ M3713: TYPECASE selects by the type of an object or a traced reference, and this is of type INTEGER *)
  TYPECASE any OF INTEGER => i := 1 | Undefined (u) => any := u ELSE END;
(*                ^ M3714: INTEGER is not a subtype of REFANY, the type of the selector *)
(*                                    ^ M3103: Undefined is not declared *)
END Main.
