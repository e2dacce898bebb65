(* 2.6.8, 2.6.15 A constructor whose constant parts do not fit is constant by its form; evaluating it, by whatever name, is a checked run-time error. *)
MODULE Main;
IMPORT IO;
TYPE Digit = [0..9];
  Pair = RECORD a, b: Digit END; Row = ARRAY [0..3] OF Digit; Digits = SET OF Digit;
  Nibbles = ARRAY [0..1] OF BITS 4 FOR Digit;
CONST PairC = Pair {3, 10}; RowC = Row {1, 2, 12, ..}; SetC = Digits {1, 20}; Again = PairC; NibbleC = Nibbles {9, 15};
  Nested = RECORD p: Pair; s: Digits END {PairC, Digits {}};
VAR p: Pair; r: Row; s: Digits; n: INTEGER;
PROCEDURE Default(r := Row {1, 18, ..}; s := Digits {4}) = BEGIN n := r[0]; s := s + s END Default;
PROCEDURE Inline() = BEGIN p := Pair {10, 3} END Inline;
PROCEDURE Named() = BEGIN p := PairC END Named;
PROCEDURE Renamed() = VAR q := Again; BEGIN p := q END Renamed;
PROCEDURE Selected() = BEGIN n := PairC.a END Selected;
PROCEDURE Subscripted() = BEGIN n := RowC[0] END Subscripted;
PROCEDURE Bound() = BEGIN WITH row = RowC DO n := row[0] END END Bound;
PROCEDURE Passed() = BEGIN Default(RowC) END Passed;
PROCEDURE Defaulted() = BEGIN Default() END Defaulted;
PROCEDURE Membership() = BEGIN IF 1 IN SetC THEN n := 1 END END Membership;
PROCEDURE Union() = BEGIN s := SetC + Digits {2} END Union;
PROCEDURE Packed() = VAR q := NibbleC; BEGIN n := q[0] END Packed;
PROCEDURE Inside() = BEGIN p := Nested.p END Inside;
PROCEDURE Fine() = BEGIN Default(r := Row {1, ..}) END Fine;
PROCEDURE Try(do: PROCEDURE (); what: TEXT) =
  BEGIN
    TRY do(); IO.Put(what & ": no fault\n") EXCEPT ELSE IO.Put(what & ": fault\n") END
  END Try;
BEGIN
  Try(Inline, "inline"); Try(Named, "named"); Try(Renamed, "renamed"); Try(Selected, "selected"); Try(Subscripted, "subscripted");
  Try(Bound, "bound"); Try(Passed, "passed"); Try(Defaulted, "defaulted"); Try(Membership, "membership"); Try(Union, "union");
  Try(Packed, "packed"); Try(Inside, "inside another"); Try(Fine, "fine")
END Main.
