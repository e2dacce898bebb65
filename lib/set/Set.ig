GENERIC INTERFACE Set(Elem);

(* Sets of any number of elements.

   "Elem.T" is any type but an open array. "Elem" has a text constant "Brand" and

|    PROCEDURE Equal(e1, e2: T): BOOLEAN;

   with parameters by value or READONLY: an equivalence that does not change while a set uses it. Equivalent elements count
   as the same.

   Abstract state of a set "s": a finite set of elements, no two of them equivalent.

   This is what sets have in common; "SetDef" and "SetList" implement it. A further implementation overrides the first seven
   methods; the others are made of these. Sets of different implementations can be used together. *)

CONST Brand = "(Set " & Elem.Brand & ")";

TYPE
  T <: Public;
  Public = OBJECT
    METHODS
      fromArray(READONLY a: ARRAY OF Elem.T): T;
      (* Gives it the elements of "a"; the set itself. *)

      copy(): T;
      (* A new set of the same implementation with the same elements. *)

      member(e: Elem.T): BOOLEAN;

      insert(e: Elem.T): BOOLEAN;
      (* TRUE if "e" is in the set already; else adds it. *)

      delete(e: Elem.T): BOOLEAN;
      (* TRUE if "e" is in the set, and takes it out. *)

      size(): CARDINAL;
      (* The number of elements. *)

      isEmpty(): BOOLEAN;

      subset(s2: T): BOOLEAN;
      (* Is every element in "s2"? *)

      equal(s2: T): BOOLEAN;
      (* Have the two the same elements? *)

      intersect(s2: T): BOOLEAN;
      (* Is an element in "s2"? *)

      union(s2: T): T;
      intersection(s2: T): T;
      diff(s2: T): T;
      (* A new set of this one's implementation: what is in either, in both, in this one but not in "s2". *)

      unionD(s2: T): T;
      intersectionD(s2: T): T;
      diffD(s2: T): T;
      (* The set itself becomes that, and is returned. "s2" may be the set itself. *)

      iterate(): Iterator;
      (* A new iterator over the elements. *)
    END;

  (* Delivers each element once, in an order of its own. While it is in use, the element that was delivered last may be
     deleted; after any other change, which elements are still delivered is open. *)
  Iterator = OBJECT
    METHODS
      next(VAR e: Elem.T): BOOLEAN;
      (* FALSE, and nothing is set, if there are no more. To call it again after that is a checked run-time error. *)
    END;

PROCEDURE Equal(s1, s2: T): BOOLEAN;
(* "s1.equal(s2)", so that sets can be elements of generic units. *)

(* Nothing here is locked: while one thread changes a set or moves an iterator, no other may use it. *)

END Set.
