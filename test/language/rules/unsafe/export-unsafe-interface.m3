(* 2.5.7 Safety: a safe module does not export an unsafe interface. *)
=== errors
=== Raw.i3
UNSAFE INTERFACE Raw;
CONST A = 1;
END Raw.
=== Raw.m3
MODULE Raw;
(*     ^ M3012: Raw is an UNSAFE interface, which only UNSAFE units may import or export *)
BEGIN
END Raw.
