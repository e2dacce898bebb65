=== Bell.i3
INTERFACE Bell;
EXCEPTION Broken;
PROCEDURE Ring(n: INTEGER) RAISES {Broken};
PROCEDURE Soft(n: INTEGER);
PROCEDURE Same(n: INTEGER) RAISES {Broken};
END Bell.
=== Extra.i3
INTERFACE Extra;
IMPORT Bell;
PROCEDURE Same(n: INTEGER) RAISES {Bell.Broken};
PROCEDURE Ring(n: INTEGER) RAISES ANY;
END Extra.
=== Bell.m3
MODULE Bell EXPORTS Bell, Extra;
(* An exported procedure is an event: its handlers may do what the interfaces admit, also when the module itself raises it. *)
TYPE
  Calm = PROCEDURE(n: INTEGER) RAISES {};
  T = OBJECT METHODS ring(n: INTEGER) RAISES {} := Ring2 END;
VAR calm: Calm := Ring;
(*                ^ M3520: cannot assign PROCEDURE (n: INTEGER) RAISES {Broken} to variable calm of type Calm: it may also raise Broken *)
CONST Bells = ARRAY [0..0] OF Calm{Ring};
(*                                 ^ M3520: cannot assign PROCEDURE (n: INTEGER) RAISES {Broken} to an element of the array of type Calm: it may also raise Broken *)
PROCEDURE Ring(n: INTEGER) RAISES {} =
  BEGIN
    IF n > 0 THEN Ring(n - 1) END;
(*                ^ W4301: exception Bell.Broken may be raised here, and Ring neither handles it nor has it in its RAISES set *)
  END Ring;
PROCEDURE Ring2(<*UNUSED*> t: T; n: INTEGER) =
  BEGIN
    Ring(n);
(*  ^ W4301: exception Bell.Broken may be raised here, and Ring2 neither handles it nor has it in its RAISES set *)
  END Ring2;
EPHEMERAL PROCEDURE Soft(<*UNUSED*> n: INTEGER) =
  BEGIN
  END Soft;
EPHEMERAL PROCEDURE Softer(n: INTEGER) =
  BEGIN
    Soft(n);
(*  ^ M3801: Softer is EPHEMERAL and may call only what is EPHEMERAL; Soft is not *)
  END Softer;
PROCEDURE Same(n: INTEGER) RAISES {Broken} =
  BEGIN
    IF n > 0 THEN Same(n - 1); RAISE Broken END;
    calm := Inner; calm(n); Softer(n); Bells[0](n); NEW(T).ring(1);
  END Same;
PROCEDURE Inner(n: INTEGER) =
  BEGIN
    TRY Ring(n) EXCEPT Broken => END;
  END Inner;
BEGIN
END Bell.
