MODULE Random;

IMPORT Tick, Word;

REVEAL
  Default = T OBJECT METHODS
    init(fixed := FALSE): Default;
  END BRANDED "Random.Default" OBJECT
    s := ARRAY [0 .. 3] OF Word.T{1, 2, 3, 4};
  OVERRIDES
    init := Init;
    integer := Integer;
    longint := LongInt;
    real := Real;
    longreal := LongReal;
    extended := Extended;
    boolean := Boolean;
  END;

VAR made := 0;

(* A step of SplitMix64, which spreads a small seed over all bits. *)
PROCEDURE Spread(VAR x: Word.T): Word.T =
  VAR z: Word.T;
  BEGIN
    x := Word.Plus(x, 16_9E3779B97F4A7C15);
    z := x;
    z := Word.Times(Word.Xor(z, Word.Shift(z, -30)), 16_BF58476D1CE4E5B9);
    z := Word.Times(Word.Xor(z, Word.Shift(z, -27)), 16_94D049BB133111EB);
    RETURN Word.Xor(z, Word.Shift(z, -31));
  END Spread;

PROCEDURE Init(g: Default; fixed: BOOLEAN): Default =
  VAR seed: Word.T := 1995;
  BEGIN
    IF NOT fixed THEN
      INC(made);
      seed := Word.Xor(Tick.Now(), Word.Shift(made, 40));
    END;
    FOR i := 0 TO 3 DO g.s[i] := Spread(seed) END;
    RETURN g;
  END Init;

PROCEDURE Next(g: Default): Word.T =
  VAR
    result := Word.Times(Word.Rotate(Word.Times(g.s[1], 5), 7), 9);
    t := Word.Shift(g.s[1], 17);
  BEGIN
    g.s[2] := Word.Xor(g.s[2], g.s[0]);
    g.s[3] := Word.Xor(g.s[3], g.s[1]);
    g.s[1] := Word.Xor(g.s[1], g.s[2]);
    g.s[0] := Word.Xor(g.s[0], g.s[3]);
    g.s[2] := Word.Xor(g.s[2], t);
    g.s[3] := Word.Rotate(g.s[3], 45);
    RETURN result;
  END Next;

PROCEDURE Integer(g: Default; min, max: INTEGER): INTEGER =
  VAR n, rest, x: Word.T;
  BEGIN
    <*ASSERT min <= max WITH "Random.T.integer: min > max"*>
    n := Word.Plus(Word.Minus(max, min), 1);
    IF n = 0 THEN RETURN Next(g) END;
    (* 2^64 MOD n of the words would make some results more likely; they are thrown away. *)
    rest := Word.Mod(Word.Minus(0, n), n);
    REPEAT x := Next(g) UNTIL Word.GE(x, rest);
    RETURN Word.Plus(min, Word.Mod(x, n));
  END Integer;

PROCEDURE LongInt(g: Default; min, max: LONGINT): LONGINT =
  BEGIN
    RETURN VAL(Integer(g, ORD(min), ORD(max)), LONGINT);
  END LongInt;

CONST
  Real24 = 1.0e0 / 16777216.0e0;
  Long53 = 1.0d0 / 9007199254740992.0d0;

PROCEDURE Real(g: Default; min, max: REAL): REAL =
  VAR x: REAL;
  BEGIN
    <*ASSERT min <= max WITH "Random.T.real: min > max"*>
    (* Rounding may arrive at "max". *)
    REPEAT
      x := min + (max - min) * FLOAT(Word.Shift(Next(g), -40), REAL) * Real24;
    UNTIL x < max OR min = max;
    RETURN x;
  END Real;

PROCEDURE LongReal(g: Default; min, max: LONGREAL): LONGREAL =
  VAR x: LONGREAL;
  BEGIN
    <*ASSERT min <= max WITH "Random.T.longreal: min > max"*>
    REPEAT
      x := min + (max - min) * FLOAT(Word.Shift(Next(g), -11), LONGREAL) * Long53;
    UNTIL x < max OR min = max;
    RETURN x;
  END LongReal;

PROCEDURE Extended(g: Default; min, max: EXTENDED): EXTENDED =
  BEGIN
    RETURN FLOAT(LongReal(g, FLOAT(min, LONGREAL), FLOAT(max, LONGREAL)), EXTENDED);
  END Extended;

PROCEDURE Boolean(g: Default): BOOLEAN =
  BEGIN
    RETURN Next(g) < 0;
  END Boolean;

BEGIN
END Random.
