(* 2.4.7 Revelations: no type is a supertype of itself, even if no module sees the whole circle. *)
=== errors
=== One.i3
INTERFACE One;
TYPE T <: ROOT;
END One.
=== Two.i3
INTERFACE Two;
TYPE T <: ROOT;
END Two.
=== One.m3
MODULE One;
IMPORT Two;
REVEAL T = Two.T BRANDED "One.T" OBJECT END;
BEGIN
END One.
=== Two.m3
MODULE Two;
IMPORT One;
REVEAL T = One.T BRANDED "Two.T" OBJECT END;
(*     ^ M3102: Two.T is revealed to be a subtype of itself, through One.T *)
BEGIN
END Two.
