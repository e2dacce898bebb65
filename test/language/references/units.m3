(* Units: names, duplicates, missing and foreign interfaces. *)
=== errors
=== A.i3
INTERFACE A;
END B.
(*  ^ M3003: this ends A, not B *)

=== A2.i3
INTERFACE A;
(*        ^ M3004: there are two interfaces A *)
END A.

=== M.m3
MODULE M EXPORTS Nothing, Main;
(*               ^ M3001: interface Nothing is not found *)
BEGIN
END N.
(*  ^ M3003: this ends M, not N *)

=== M2.m3
MODULE M;
(*     ^ M3004: there are two modules M *)
BEGIN
END M.

=== W.i3
INTERFACE W;
PROCEDURE P() = BEGIN END P;
(*        ^ M3123: procedure P cannot have a body in an interface *)
VAR x := F();
(*       ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
    y: INTEGER := 3 + z;
(*                ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
    z: INTEGER;
    ok := 3 * 4;
PROCEDURE F(): INTEGER;
END W.

=== Wrong.i3 library
INTERFACE Right;
END Right.

=== Unsafe.i3
UNSAFE INTERFACE Unsafe;
END Unsafe.

=== Main.m3
MODULE Main;
IMPORT Wrong, Unsafe, Wrnog;
(*     ^ M3001: Wrong.i3 was found for interface Wrong, but it does not hold that interface *)
(*            ^ M3012: Unsafe is an UNSAFE interface, which only UNSAFE units may import or export *)
(*                    ^ M3001: interface Wrnog is not found *)
BEGIN
END Main.
