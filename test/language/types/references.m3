(* REF, UNTRACED REF, and types that are too large. *)
=== errors
MODULE Main;

TYPE
  Traced = RECORD t: TEXT; n: INTEGER END;
  U1 = UNTRACED REF INTEGER;
  U2 = UNTRACED REF Traced;
(*     ^ M3130: an untraced reference cannot refer to TEXT, which holds traced references, in a safe unit *)
  U3 = UNTRACED REF ARRAY OF REF CHAR;
(*     ^ M3130: an untraced reference cannot refer to REF CHAR, which holds traced references, in a safe unit *)
  U4 = UNTRACED REF U1;
  U5 = UNTRACED REF PROCEDURE (t: TEXT);
  R1 = REF ARRAY OF ARRAY OF REFANY;
  Huge = ARRAY [0..1000000000000] OF INTEGER;
(*             ^ M3135: an array of 1000000000001 elements of this type does not fit into memory *)
  Huger = ARRAY [0..100000], [0..100000] OF INTEGER;
(*              ^ M3135: an array of 100001 elements of this type does not fit into memory *)
  Large = ARRAY [0..100000000] OF CHAR;

VAR
  u1: U1;
  a: ADDRESS := u1;
  r: REFANY := "text";
  huge: Huge;
  t: TEXT := r;
  c: REF CHAR := r;
  i: REF INTEGER := c;
(*                  ^ M3520: cannot assign REF CHAR to variable i of type REF INTEGER: neither is a subtype of the other *)
  n: NULL := NIL;

BEGIN
  r := u1;
(*     ^ M3520: cannot assign U1 to r of type REFANY: one is traced, the other is not *)
  a := r;
(*     ^ M3520: cannot assign REFANY to a of type ADDRESS: one is traced, the other is not *)
  u1 := a;
(*      ^ M3520: cannot assign ADDRESS to u1 of type U1: only UNSAFE units may narrow an ADDRESS *)
  r := n;
  a := n;
  n := r;
  c := n;
  n := i;
  huge[1] := 3;
END Main.
