=== Stack.i3
INTERFACE Stack;
TYPE T <: REFANY;
     Public = OBJECT METHODS size(): INTEGER END;
     Known <: Public;
END Stack.
=== Stack.m3
MODULE Stack;
REVEAL T = BRANDED REF INTEGER;
       Known = Public BRANDED OBJECT OVERRIDES size := Size END;
PROCEDURE Size(<*UNUSED*> self: Known): INTEGER = BEGIN RETURN 0 END Size;
BEGIN
END Stack.
=== Main.m3
MODULE Main;
IMPORT Stack;
TYPE
  Color = {Red, Green, Blue};
  Empty = [1 .. 0];
  R = RECORD a: INTEGER; b: CHAR END;
  A = ARRAY [3 .. 5] OF CHAR;
  Open = ARRAY OF ARRAY OF INTEGER;
  Obj = OBJECT n := 1; METHODS m() := M END;
  Ref = REF INTEGER;
VAR
  i: INTEGER; l: LONGINT; x: REAL; y: LONGREAL; c: CHAR; col: Color; a: A; open: REF Open; o: Obj; ref: Ref; any: REFANY; rr: REF R; m: MUTEX; t: TEXT;
  b: BOOLEAN; st: Stack.T; kn: Stack.Known; chars: REF ARRAY OF CHAR;
PROCEDURE M(self: Obj) = BEGIN INC(self.n) END M;
PROCEDURE M2(self: Obj; x: INTEGER) = BEGIN INC(self.n, x) END M2;
PROCEDURE G(VAR arr: ARRAY OF CHAR; n: Color) =
  BEGIN i := FIRST(arr) + LAST(arr) + NUMBER(arr) + BYTESIZE(arr) + ORD(n); arr := SUBARRAY(arr, 0, 1) END G;
BEGIN
  i := ABS(i) + MIN(i, 3) + MAX(i, 4) + ROUND(x) + TRUNC(y) + FLOOR(x) + CEILING(y) + ORD(c) + ORD(col);
  l := ROUND(y, LONGINT) + VAL(i, LONGINT); i := ORD(l) + VAL(l, INTEGER);
  x := FLOAT(i) + ABS(x) + MAX(x, 1.0) + FLOAT(y); y := FLOAT(i, LONGREAL) + FLOAT(x, LONGREAL);
  c := VAL(i, CHAR); col := VAL(i, Color);
  i := FIRST(INTEGER) + LAST(A) + FIRST(a) + NUMBER(A) + NUMBER(a) + NUMBER(Color) + LAST(open^) + NUMBER(open[0]); x := FIRST(REAL);
  b := ISTYPE(any, Obj) OR ISTYPE(any, Ref); o := NARROW(any, Obj); i := TYPECODE(Obj) + TYPECODE(any);
  open := NEW(REF Open, 3, 4); ref := NEW(Ref); rr := NEW(REF R, a := 3); o := NEW(Obj, n := 3, m := M); o := NEW(Obj OBJECT k: INTEGER END); m := NEW(MUTEX);
  kn := NEW(Stack.Known); chars := NEW(REF ARRAY OF CHAR, 3);
  INC(i); DEC(i, 2); INC(c); INC(col); INC(l, 3L); DISPOSE(ref); G(SUBARRAY(a, 1, 2), col);
  (* wrong *)
  i := ABS(c);
(*         ^ M3623: ABS wants a number, not CHAR *)
  i := ABS(1, 2);
(*     ^ M3620: ABS takes 1 argument, and here are 2 *)
  i := ABS();
(*     ^ M3620: ABS takes 1 argument, and here are 0 *)
  i := MIN(i, x);
(*            ^ M3623: MIN wants two ordinals of one base type or two floating-point numbers of one type *)
  i := ORD(x);
(*         ^ M3623: ORD wants an ordinal, not REAL *)
  i := VAL(3, REAL);
(*            ^ M3623: VAL wants an ordinal type as second argument, not REAL *)
  i := VAL(c, INTEGER);
(*         ^ M3623: VAL wants an integer, not CHAR *)
  i := VAL(3);
(*     ^ M3620: VAL takes 2 arguments, and here is 1 *)
  i := FIRST(i);
(*           ^ M3623: FIRST wants an ordinal type, an array type or an array, not INTEGER *)
  i := FIRST(Open);
(*           ^ M3623: FIRST wants an array type of fixed length (an open array type has no bounds of its own) *)
  i := LAST(Empty);
  i := NUMBER(INTEGER);
(*     ^ M3531: the number of values of INTEGER is not in the range of CARDINAL *)
  i := FIRST(undefined);
(*           ^ M3401: undefined is not declared *)
  i := FLOAT(c);
(*           ^ M3623: FLOAT wants a number, not CHAR *)
  x := FLOAT(i, INTEGER);
(*              ^ M3623: FLOAT wants a floating-point type as second argument, not INTEGER *)
  i := ROUND(i);
(*           ^ M3623: ROUND wants a floating-point number, not INTEGER *)
  b := ISTYPE(i, Obj);
(*            ^ M3623: ISTYPE wants a reference, not INTEGER *)
  b := ISTYPE(o, Ref);
(*     ^ M3625: an expression of type Obj is never of type Ref *)
  b := ISTYPE(any, INTEGER);
(*                 ^ M3623: ISTYPE wants an object type or a traced reference type, not INTEGER *)
  o := NARROW(any, o);
(*                 ^ M3622: NARROW wants a type here: o is a variable *)
  i := TYPECODE(REFANY);
(*              ^ M3623: TYPECODE wants an object type or a traced reference type other than REFANY, or an expression of one, not REFANY *)
  i := TYPECODE(i);
(*              ^ M3623: TYPECODE wants an object type or a traced reference type other than REFANY, or an expression of one, not INTEGER *)
  open := NEW(REF Open, 3);
(*        ^ M3653: NEW wants the length of each of the 2 open dimensions, and here is 1 *)
  open := NEW(REF Open, 3, "4");
(*                         ^ M3520: cannot assign TEXT to the length of type CARDINAL *)
  open := NEW(REF Open, -3, 4);
(*                      ^ W4101: the value -3 is not a member of CARDINAL, the type of the length; this faults at run time *)
  ref := NEW(Ref, 3);
(*       ^ M3653: NEW takes nothing after this type, and here is 1 *)
  ref := NEW(INTEGER);
(*           ^ M3651: NEW cannot allocate: INTEGER is neither a REF type nor an object type *)
  ref := NEW();
(*       ^ M3650: NEW wants a reference type as its first argument *)
  ref := NEW(3);
(*           ^ M3650: NEW wants a reference type as its first argument *)
  ref := NEW(Undefined);
(*           ^ M3401: Undefined is not declared *)
  any := NEW(REFANY);
(*           ^ M3651: NEW cannot allocate: REFANY is neither a REF type nor an object type *)
  t := NEW(TEXT);
(*         ^ M3651: NEW cannot allocate: TEXT is neither a REF type nor an object type *)
  st := NEW(Stack.T);
(*          ^ M3651: NEW cannot allocate: Stack.T is opaque, and what is known of it here does not make it an object type or a REF type *)
  rr := NEW(REF R, 3);
(*                 ^ M3656: NEW takes the initial values of fields by name: field := value *)
  rr := NEW(REF R, q := 3);
(*                 ^ M3404: REF R has no field or method q *)
  rr := NEW(REF R, a := 3, a := 4);
(*                         ^ M3604: a is bound twice *)
  rr := NEW(REF R, a := 'c');
(*                      ^ M3520: cannot assign CHAR to field a of type INTEGER: their base types differ *)
  any := NEW(REF Empty);
(*               ^ M3119: this type has no values, so nothing can be referred to *)
  o := NEW(Obj, m := M2);
(*              ^ M3655: M2 does not satisfy method m: it has 1 parameter instead of 0 *)
  o := NEW(Obj, m := NIL);
  o := NEW(Obj, k := 1);
(*              ^ M3404: Obj has no field or method k *)
  INC(3);
(*    ^ M3623: INC wants a variable (a writable designator), not INTEGER *)
  INC(x);
(*    ^ M3623: INC wants a variable of an ordinal type, not REAL *)
  INC(l, 1);
(*       ^ M3623: INC wants an amount of type LONGINT, not INTEGER *)
  INC(i, x);
(*       ^ M3623: INC wants an amount of type INTEGER, not REAL *)
  i := INC(i);
(*     ^ M3606: INC is a statement: it returns no result to use in an expression *)
  DISPOSE(any);
(*        ^ M3623: DISPOSE wants a variable of a reference type other than REFANY, ADDRESS and NULL, not REFANY *)
  DISPOSE(i);
(*        ^ M3623: DISPOSE wants a variable of a reference type other than REFANY, ADDRESS and NULL, not INTEGER *)
  a := SUBARRAY(a, 0, 3);
  chars^ := SUBARRAY(i, 0, 3);
(*                   ^ M3623: SUBARRAY wants an array, not INTEGER *)
  i := ADR(i);
(*     ^ M3540: ADR is unsafe: it is only legal in an UNSAFE interface or module *)
  i := LOOPHOLE(x, INTEGER);
(*     ^ M3540: LOOPHOLE is unsafe: it is only legal in an UNSAFE interface or module *)
  i := BITSIZE(open^);
(*             ^ M3623: BITSIZE wants a type or variable of known size, not Open *)
  i := BITSIZE(a) + BYTESIZE(R);
  any := THIS_MODULE();
  any := INTERFACE_UNIT(Stack);
  any := INTERFACE_UNIT(Obj);
(*       ^ M3641: INTERFACE_UNIT takes the name of an imported or exported interface, not a type *)
  any := INTERFACE_UNIT(3);
(*       ^ M3641: INTERFACE_UNIT takes the name of an imported or exported interface *)
END Main.
