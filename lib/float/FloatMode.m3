MODULE FloatMode;

VAR
  flags := NoFlags;
  behaviors := ARRAY Flag OF Behavior{Behavior.SetFlag, Behavior.SetFlag, Behavior.SetFlag, Behavior.SetFlag, Behavior.SetFlag,
                                      Behavior.Trap, Behavior.Trap};

PROCEDURE SetRounding(md: RoundingMode) RAISES {Failure} =
  BEGIN
    IF md # RoundDefault THEN RAISE Failure END;
  END SetRounding;

PROCEDURE GetRounding(): RoundingMode =
  BEGIN
    RETURN RoundDefault;
  END GetRounding;

PROCEDURE GetFlags(): SET OF Flag =
  BEGIN
    RETURN flags;
  END GetFlags;

PROCEDURE SetFlags(s: SET OF Flag): SET OF Flag =
  VAR old := flags;
  BEGIN
    flags := s;
    RETURN old;
  END SetFlags;

PROCEDURE ClearFlag(f: Flag) =
  BEGIN
    flags := flags - SET OF Flag{f};
  END ClearFlag;

PROCEDURE SetBehavior(f: Flag; b: Behavior) =
  BEGIN
    behaviors[f] := b;
  END SetBehavior;

PROCEDURE GetBehavior(f: Flag): Behavior =
  BEGIN
    RETURN behaviors[f];
  END GetBehavior;

PROCEDURE Signal(f: Flag) RAISES {Trap} =
  BEGIN
    CASE behaviors[f] OF
    | Behavior.Trap => RAISE Trap(f);
    | Behavior.SetFlag => flags := flags + SET OF Flag{f};
    | Behavior.Ignore =>
    END;
  END Signal;

BEGIN
END FloatMode.
