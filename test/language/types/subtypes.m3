(* Assignability follows from subtyping (2.2, 2.3.1): the lines without a note are legal. *)
=== errors
=== Ob.i3
INTERFACE Ob;
TYPE
  Public = OBJECT n: INTEGER END;
  T <: Public;
  S = T OBJECT m: INTEGER END;
  R <: REFANY;
PROCEDURE New(): T;
END Ob.

=== Ob.m3
MODULE Ob;
REVEAL T = Public BRANDED OBJECT k: INTEGER END;
       R = BRANDED REF T;
PROCEDURE New(): T =
  VAR p: Public := NEW(T, n := 1, k := 2); r := NEW(R);
  BEGIN
    r^ := p;
    RETURN r^;
  END New;
BEGIN
END Ob.

=== Main.m3
MODULE Main;
IMPORT Ob;

TYPE
  Small = [0..9];
  Big = [5..100];
  Far = [200..300];
  Color = {Red, Green, Blue};
  Same = {Red, Green, Blue};
  Other = {Red, Green, Black};
  Warm = [Color.Red..Color.Green];
  A = ARRAY [0..9] OF INTEGER;
  B = ARRAY [1..10] OF INTEGER;
  C = ARRAY [0..10] OF INTEGER;
  D = ARRAY [0..9] OF Small;
  M = ARRAY [0..1], [0..2] OF CHAR;
  N = ARRAY [0..1] OF ARRAY [3..5] OF CHAR;
  Bits = BITS 4 FOR Small;
  Rec1 = RECORD a, b: INTEGER END;
  Rec2 = RECORD a: INTEGER; b: INTEGER END;
  Rec3 = RECORD a, b: INTEGER := 0 END;
  Rec4 = RECORD b, a: INTEGER END;
  List1 = REF RECORD next: List1 END;
  List2 = REF RECORD next: REF RECORD next: List2 END END;
  List3 = REF RECORD next: REF RECORD next: REFANY END END;

VAR
  small: Small; big: Big; far: Far; int: INTEGER; card: CARDINAL; long: LONGINT;
  color: Color; same: Same; other: Other; warm: Warm;
  a: A; b: B; c: C; d: D; m: M; n: N; packed: Bits;
  rec1: Rec1; rec2: Rec2; rec3: Rec3; rec4: Rec4;
  list1: List1; list2: List2; list3: List3;
  public: Ob.Public; t: Ob.T; s: Ob.S; r: Ob.R; root: ROOT; any: REFANY; mutex: MUTEX;
  set: SET OF Small; set2: SET OF [0..9]; set3: SET OF [0..8];

PROCEDURE Open(VAR x: ARRAY OF INTEGER; READONLY y: ARRAY OF ARRAY OF CHAR) =
  BEGIN
    x[0] := NUMBER(y);
    a := x;
    x := b;
    x := SUBARRAY(c, 0, 3);
  END Open;

BEGIN
  small := big; big := small; int := small; small := int; card := int; int := card;
  small := far;
(*         ^ M3520: cannot assign Far to small of type Small: they have no member in common *)
  far := big;
(*       ^ M3520: cannot assign Big to far of type Far: they have no member in common *)
  int := long;
(*       ^ M3520: cannot assign LONGINT to int of type INTEGER: their base types differ *)
  long := int;
(*        ^ M3520: cannot assign INTEGER to long of type LONGINT: their base types differ *)
  color := same; same := color; warm := color; color := warm;
  color := other;
(*         ^ M3520: cannot assign Other to color of type Color: their base types differ *)
  a := b; b := a;
  a := c;
(*     ^ M3520: cannot assign C to a of type A: element types or shapes differ *)
  a := d;
(*     ^ M3520: cannot assign D to a of type A: element types or shapes differ *)
  m := n;
  packed := small; small := packed;
  rec1 := rec2; rec2 := rec1;
  rec1 := rec3;
(*        ^ M3520: cannot assign Rec3 to rec1 of type Rec1 *)
  rec1 := rec4;
(*        ^ M3520: cannot assign Rec4 to rec1 of type Rec1 *)
  list1 := list2; list2 := list1;
  list1 := list3;
(*         ^ M3520: cannot assign List3 to list1 of type List1: neither is a subtype of the other *)
  public := t; t := public; t := s; s := t; any := t; t := any; root := s; s := root;
  r := any; any := r; root := any;
  r := t;
(*     ^ M3520: cannot assign Ob.T to r of type Ob.R: neither is a subtype of the other *)
  r := root;
(*     ^ M3520: cannot assign ROOT to r of type Ob.R: neither is a subtype of the other *)
  mutex := root; root := mutex;
  mutex := t;
(*         ^ M3520: cannot assign Ob.T to mutex of type MUTEX: neither is a subtype of the other *)
  set := set2;
  set := set3;
(*       ^ M3520: cannot assign SET OF [0..8] to set of type SET OF Small *)
  Open(a, m);
  Open(c, n);
  any := "text"; any := NIL; any := int;
(*                                  ^ M3520: cannot assign INTEGER to any of type REFANY *)
END Main.
