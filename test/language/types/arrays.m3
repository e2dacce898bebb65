(* Arrays: index types, and where open arrays may stand (2.2.3). *)
=== errors
MODULE Main;

TYPE
  Open = ARRAY OF INTEGER;
  Matrix = ARRAY OF ARRAY OF INTEGER;
  Fixed = ARRAY [0..3], BOOLEAN OF CHAR;
  ByText = ARRAY TEXT OF INTEGER;
(*               ^ M3108: the index type of an array must be an ordinal type, not TEXT *)
  ByInteger = ARRAY INTEGER OF CHAR;
(*                  ^ M3135: an array of 18446744073709551616 elements of this type does not fit into memory *)
  FixedOfOpen = ARRAY [0..3] OF Open;
(*                              ^ M3105: the element type of a fixed array cannot be an open array *)
  OpenOfFixed = ARRAY OF ARRAY [0..3] OF CHAR;
  RefOpen = REF ARRAY OF ARRAY OF CHAR;
  Rec = RECORD a: Open END;
(*                ^ M3105: a field cannot be an open array *)
  Obj = OBJECT a: ARRAY OF INTEGER END;
(*                ^ M3105: a field cannot be an open array *)
  PackedOpen = BITS 64 FOR Open;
(*                         ^ M3105: a packed type cannot be an open array *)
  SetOpen = SET OF Open;
(*                 ^ M3109: the elements of a set must be of an ordinal type, not Open *)
  Fun = PROCEDURE (a: Open; VAR b: Open; READONLY c: Matrix): REF Open;
  Bad = PROCEDURE (): Open;
(*                    ^ M3105: a result cannot be an open array *)

EXCEPTION
  E(Open);
(*  ^ M3105: the argument of an exception cannot be an open array *)

VAR
  v: Open;
(*   ^ M3105: a variable cannot be an open array *)
  w := ARRAY OF INTEGER {1, 2, 3};
  f: Fixed;

CONST
  Primes = ARRAY OF INTEGER {2, 3, 5, 7};
  Count = NUMBER(Primes);

PROCEDURE P(READONLY a: Open; b := Primes): INTEGER =
  BEGIN
    RETURN a[0] + NUMBER(a) + Count;
  END P;

BEGIN
  f[0, TRUE] := 'a';
  f[1][FALSE] := 'b';
  EVAL P(Primes);
END Main.
