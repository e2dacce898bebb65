(* Generic units and their instances: formals stand for the interfaces given (2.5.5). *)
=== errors
=== Pair.ig
GENERIC INTERFACE Pair(Left, Right);
IMPORT Extra;
TYPE T = RECORD left: Left.T; right: Right.T; n: Extra.N END;
(*                                         ^ M3103: interface Empty does not declare T *)
PROCEDURE Make(READONLY l: Left.T; READONLY r: Right.T): T;
(*                                                   ^ M3103: interface Empty does not declare T *)
END Pair.

=== Pair.mg
GENERIC MODULE Pair(Left, Right);
PROCEDURE Make(READONLY l: Left.T; READONLY r: Right.T): T =
  BEGIN
    RETURN T {l, r, 3};
  END Make;
BEGIN
END Pair.

=== Extra.i3
INTERFACE Extra;
TYPE N = INTEGER;
END Extra.

=== Int.i3
INTERFACE Int;
TYPE T = INTEGER;
END Int.

=== Str.i3
INTERFACE Str;
TYPE T = TEXT;
END Str.

=== Empty.i3
INTERFACE Empty;
END Empty.

=== IntStr.i3
INTERFACE IntStr = Pair(Int, Str) END IntStr.

=== IntStr.m3
MODULE IntStr = Pair(Int, Str) END IntStr.

=== StrStr.i3
INTERFACE StrStr = Pair(Str, Str) END StrStr.

=== StrStr.m3
MODULE StrStrImpl EXPORTS StrStr = Pair(Str, Str) END StrStrImpl.

=== Bad1.i3
INTERFACE Bad1 = Pair(Int) END Bad1.
(*               ^ M3017: generic interface Pair wants 2 interfaces, not 1 *)

=== Bad2.i3
INTERFACE Bad2 = Missing(Int) END Bad2.
(*               ^ M3016: generic interface Missing is not found *)

=== Bad3.i3
INTERFACE Bad3 = Pair(Int, Nowhere) END Bad3.
(*                         ^ M3001: interface Nowhere is not found *)

=== Bad4.i3
INTERFACE Bad4 = Pair(Int, Empty) END Bad4.

=== Bad5.m3
MODULE Bad5 EXPORTS Nothing = Pair(Int, Int) END Bad5.
(*                  ^ M3001: interface Nothing is not found *)

=== Main.m3
MODULE Main;
IMPORT IntStr, StrStr;
VAR a := IntStr.Make(3, "three");
    b := StrStr.Make("a", "b");
BEGIN
  a.left := 4;
  b.left := "c";
  b.left := a.left;
(*          ^ M3520: cannot assign INTEGER to field left of type TEXT *)
  a := b;
(*     ^ M3520: cannot assign StrStr.T to a of type IntStr.T *)
END Main.
