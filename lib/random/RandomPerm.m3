MODULE RandomPerm;

IMPORT Random;

(* ------------------------------------------------------------ low quality *)

REVEAL
  LowQuality = T OBJECT METHODS init(n: CARDINAL; r: Random.T): LowQuality END BRANDED "RandomPerm.LowQuality" OBJECT
    n, given, first, step, at: CARDINAL := 0;
  OVERRIDES
    init := LowInit;
    size := LowSize;
    index := LowIndex;
    copy := LowCopy;
    next := LowNext;
  END;

PROCEDURE Gcd(a, b: CARDINAL): CARDINAL =
  VAR rest: CARDINAL;
  BEGIN
    WHILE b # 0 DO
      rest := a MOD b;
      a := b;
      b := rest;
    END;
    RETURN a;
  END Gcd;

PROCEDURE LowInit(p: LowQuality; n: CARDINAL; r: Random.T): LowQuality =
  BEGIN
    <*ASSERT n < 16_80000000*>
    p.n := n;
    p.given := 0;
    IF n > 0 THEN
      p.first := r.integer(0, n - 1);
      (* Steps that have no divisor in common with "n" pass through all. *)
      REPEAT p.step := r.integer(1, n) UNTIL Gcd(p.step, n) = 1;
    END;
    p.at := p.first;
    RETURN p;
  END LowInit;

PROCEDURE LowSize(p: LowQuality): CARDINAL =
  BEGIN
    RETURN p.n;
  END LowSize;

PROCEDURE LowIndex(p: LowQuality): CARDINAL =
  BEGIN
    RETURN p.given;
  END LowIndex;

PROCEDURE LowCopy(p: LowQuality): T =
  BEGIN
    RETURN NEW(LowQuality, n := p.n, given := p.given, first := p.first, step := p.step, at := p.at);
  END LowCopy;

PROCEDURE LowNext(p: LowQuality): CARDINAL RAISES {Exhausted} =
  VAR result := p.at;
  BEGIN
    IF p.given = p.n THEN
      p.given := 0;
      p.at := p.first;
      RAISE Exhausted;
    END;
    INC(p.given);
    p.at := (result + p.step) MOD p.n;
    RETURN result;
  END LowNext;

(* ------------------------------------------------------------ high quality *)

REVEAL
  HighQuality = T OBJECT METHODS init(n: CARDINAL; r: Random.T): HighQuality END BRANDED "RandomPerm.HighQuality" OBJECT
    members: REF ARRAY OF CARDINAL;
    given: CARDINAL := 0;
  OVERRIDES
    init := HighInit;
    size := HighSize;
    index := HighIndex;
    copy := HighCopy;
    next := HighNext;
  END;

PROCEDURE HighInit(p: HighQuality; n: CARDINAL; r: Random.T): HighQuality =
  BEGIN
    p.members := NEW(REF ARRAY OF CARDINAL, n);
    p.given := 0;
    Fill(p.members^, r);
    RETURN p;
  END HighInit;

PROCEDURE HighSize(p: HighQuality): CARDINAL =
  BEGIN
    RETURN NUMBER(p.members^);
  END HighSize;

PROCEDURE HighIndex(p: HighQuality): CARDINAL =
  BEGIN
    RETURN p.given;
  END HighIndex;

PROCEDURE HighCopy(p: HighQuality): T =
  BEGIN
    (* The members of a permutation never change; "init" makes others. *)
    RETURN NEW(HighQuality, members := p.members, given := p.given);
  END HighCopy;

PROCEDURE HighNext(p: HighQuality): CARDINAL RAISES {Exhausted} =
  BEGIN
    IF p.given = NUMBER(p.members^) THEN
      p.given := 0;
      RAISE Exhausted;
    END;
    INC(p.given);
    RETURN p.members[p.given - 1];
  END HighNext;

(* Knuth, The Art of Computer Programming, 3.4.2, algorithm P. *)
PROCEDURE Fill(VAR perm: ARRAY OF CARDINAL; r: Random.T) =
  VAR other: CARDINAL;
  BEGIN
    FOR i := 0 TO LAST(perm) DO perm[i] := i END;
    FOR i := LAST(perm) TO 1 BY -1 DO
      WITH j = r.integer(0, i) DO
        other := perm[j];
        perm[j] := perm[i];
        perm[i] := other;
      END;
    END;
  END Fill;

BEGIN
END RandomPerm.
