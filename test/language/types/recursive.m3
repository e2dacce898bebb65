(* Recursion is legal through REF, object and procedure types only (2.4). *)
=== errors
MODULE Main;

TYPE
  List = REF RECORD head: INTEGER; tail: List END;
  Tree = OBJECT left, right: Tree METHODS visit(t: Tree): Tree END;
  Proc = PROCEDURE (p: Proc): Proc;
  Loop = Loop;
(*^ M3102: type Loop is recursive without a reference in between *)
  A = B;
(*^ M3102: type A is recursive without a reference in between *)
  B = A;
  R = RECORD r: R END;
(*^ M3102: type R is recursive without a reference in between *)
  R1 = RECORD r: R2 END;
(*^ M3102: type R1 is recursive without a reference in between *)
  R2 = RECORD r: ARRAY [0..1] OF R1 END;
  Arr = ARRAY [0..9] OF Arr;
(*^ M3102: type Arr is recursive without a reference in between *)
  Open = ARRAY OF Open;
(*^ M3102: type Open is recursive without a reference in between *)
  Size = [0..NUMBER(Size)];
(*^ M3102: type Size is recursive without a reference in between *)
  Super = Super OBJECT END;
(*^ M3102: type Super is recursive without a reference in between *)
  Super1 = Super2 OBJECT END;
(*^ M3102: type Super1 is recursive without a reference in between *)
  Super2 = Super1 OBJECT END;
  Packed = BITS 8 FOR Packed;
(*^ M3102: type Packed is recursive without a reference in between *)
  Fine = RECORD a: REF Fine; p: PROCEDURE (f: Fine); o: OBJECT f: Fine END END;
  Set = SET OF [0..Size1];

CONST
  Size1 = Size2 + 1;
(*^ M3102: constant Size1 is defined by itself *)
  Size2 = Size1 - 1;
  Size3 = BITSIZE(Big);
(*^ M3102: constant Size3 is defined by itself *)

TYPE
  Big = ARRAY [0..Size3] OF INTEGER;

VAR
  x := y;
(*^ M3102: the initial value of x is needed to know its own type *)
  y := x;
  z := z;
(*^ M3102: the initial value of z is needed to know its own type *)
  l: List;

PROCEDURE P(a := Q) = BEGIN END P;
PROCEDURE Q(b := P) = BEGIN END Q;

BEGIN
  l.tail := l;
END Main.
