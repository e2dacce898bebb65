(* 2.5.7 Safety: a safe unit does not import an unsafe interface. *)
=== errors
=== Raw.i3 imported
UNSAFE INTERFACE Raw;
CONST A = 1;
END Raw.
=== Main.m3
MODULE Main;
IMPORT Raw;
(*     ^ M3012: Raw is an UNSAFE interface, which only UNSAFE units may import or export *)
BEGIN
  EVAL Raw.A;
END Main.
