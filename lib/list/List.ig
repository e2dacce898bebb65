GENERIC INTERFACE List(Elem);

(* Linked lists. NIL is the empty list.

   "Elem.T" is any type but an open array. "Elem" has a text constant "Brand" and

|    PROCEDURE Equal(e1, e2: T): BOOLEAN;

   with parameters by value or READONLY.

   Procedures whose names end in "D" may change "tail" fields of the lists they are given; none changes a "head". *)

CONST Brand = "(List " & Elem.Brand & ")";

TYPE
  T = OBJECT
      head: Elem.T;
      tail: T;
    END;

PROCEDURE Cons(READONLY head: Elem.T; tail: T): T;
(* "NEW(T, head := head, tail := tail)" *)

PROCEDURE List1(READONLY e1: Elem.T): T;
PROCEDURE List2(READONLY e1, e2: Elem.T): T;
PROCEDURE List3(READONLY e1, e2, e3: Elem.T): T;
(* A new list of those elements. *)

PROCEDURE FromArray(READONLY e: ARRAY OF Elem.T): T;
(* A new list of the elements of "e", in order. *)

PROCEDURE Length(l: T): CARDINAL;

PROCEDURE Nth(l: T; n: CARDINAL): Elem.T;
(* Element "n"; "l.head" is element 0. A checked run-time error if there are not so many. *)

PROCEDURE Member(l: T; READONLY e: Elem.T): BOOLEAN;
(* Is an element of "l" equal to "e" in the sense of "Elem.Equal"? *)

PROCEDURE Append(l1: T; l2: T): T;
PROCEDURE AppendD(l1: T; l2: T): T;
(* The elements of "l1", then those of "l2". The cells of "l2" are shared; those of "l1" are copied by "Append", reused by
   "AppendD". *)

PROCEDURE Reverse(l: T): T;
PROCEDURE ReverseD(l: T): T;
(* The elements of "l" in reverse order, in new cells or in the same. *)

END List.
