(* Sets of enumerations, characters, negative ranges and more than 64 elements. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE
  Day = {Mon, Tue, Wed, Thu, Fri, Sat, Sun}; Days = SET OF Day;
  Chars = SET OF CHAR; Near = SET OF [-3 .. 3]; Bools = SET OF BOOLEAN; Big = SET OF [10 .. 300];
CONST Week = Days {Day.Mon .. Day.Fri}; Letters = Chars {'a' .. 'z', 'A' .. 'Z'};
VAR d := Days {Day.Sat}; n: Near; big, big2: Big; b: Bools; c: CHAR := 'k'; i := 200; day := Day.Tue;

PROCEDURE B (b: BOOLEAN) = BEGIN IO.Put(Fmt.Bool(b)); IO.Put(" ") END B;
PROCEDURE Show (s: Days) = BEGIN FOR x := FIRST(Day) TO LAST(Day) DO IF x IN s THEN IO.PutInt(ORD(x)) END END; IO.Put(" ") END Show;
PROCEDURE Count (READONLY s: Big): INTEGER = VAR n := 0; BEGIN FOR i := 10 TO 300 DO IF i IN s THEN INC(n) END END; RETURN n END Count;
PROCEDURE Make (lo, hi: INTEGER): Big = BEGIN RETURN Big {lo .. hi} END Make;

BEGIN
  Show(Week); Show(Week + d); Show(Days {FIRST(Day) .. LAST(Day)} - Week); Show(Week * Days {Day.Fri, Day.Sat}); Show(Week / Days {Day.Mon, Day.Sun}); Show(Days {}); IO.Put("\n");
  B(day IN Week); B(day IN d); B(Week <= Week + d); B(Week < Week); B(Week # d); B(d >= Days {}); B(d > Days {}); B(d < Week); Show(Days {day .. Day.Thu, day}); IO.Put("\n");
  n := Near {-3, 0 .. 1}; n := n + Near {3}; B(-3 IN n); B(-2 IN n); B(3 IN n); B(7 IN n); B(i IN n); IO.Put("\n");
  B(c IN Letters); B('9' IN Letters); B(Letters - Chars {c} < Letters); B(c IN Letters - Chars {'a' .. 'm'}); IO.Put("\n");
  b := Bools {TRUE}; B(TRUE IN b); B(FALSE IN b); B((i > 3) IN b); IO.Put("\n");
  big := Big {10, 64 .. 70, i, i + 1 .. i + 10}; IO.PutInt(Count(big)); IO.Put(" "); B(205 IN big); B(300 IN big); B(10 IN big); B(9 IN big); B(301 IN big);
  big2 := big - Big {0 + 10 .. 69}; IO.PutInt(Count(big2)); IO.Put(" "); B(big2 <= big); B(big2 = big); B(big2 # big); B(big > big2); B(big >= big); B(big < big); IO.Put("\n");
  big := big * Make(60, 250) + Big {299, 300}; IO.PutInt(Count(big)); big2 := big / big; IO.PutInt(Count(big2)); big := big + big; IO.PutInt(Count(big)); IO.PutInt(Count(Big {300, 10})); IO.Put("\n");
END Main.
