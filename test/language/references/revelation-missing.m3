(* An opaque type needs one full revelation in the program, wherever it is. *)
=== errors
=== One.i3
INTERFACE One;
TYPE
  T <: REFANY;
  U <: REFANY;
(*^ M3206: no unit reveals the opaque type One.U in full *)
  V <: REFANY;
END One.

=== Elsewhere.m3
MODULE Elsewhere;
IMPORT One;
REVEAL One.T = BRANDED "Elsewhere.T" REF INTEGER;
REVEAL One.V = BRANDED "Elsewhere.V" REF INTEGER;
BEGIN
END Elsewhere.

=== Again.m3
MODULE Again;
IMPORT One;
REVEAL One.V = BRANDED "Again.V" REF CHAR;
(*     ^ M3202: V is already revealed in full by module Elsewhere *)
BEGIN
END Again.

=== Foreign.i3 imported
INTERFACE Foreign;
TYPE T <: REFANY;
END Foreign.

=== Main.m3
MODULE Main;
IMPORT One, Foreign;
VAR <*UNUSED*> a: One.T; <*UNUSED*> b: Foreign.T; <*UNUSED*> c: One.U;
BEGIN
END Main.
