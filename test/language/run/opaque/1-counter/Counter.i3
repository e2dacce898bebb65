(* A capability: clients hold it and cannot look inside. *)
INTERFACE Counter;
TYPE T <: REFANY; Color = {Red, Green}; Pair = RECORD a, b: INTEGER := 4; color := Color.Green END;
EXCEPTION Full(Pair); Odd;
VAR total: INTEGER;
PROCEDURE New (limit := 5): T;
PROCEDURE Inc (t: T; by: INTEGER := 1): INTEGER RAISES {Full, Odd};
PROCEDURE Visit (t: T; visit: PROCEDURE (p: Pair): BOOLEAN): Pair;
END Counter.
