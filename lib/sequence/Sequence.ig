GENERIC INTERFACE Sequence(Elem);

(* Sequences that grow and shrink at both ends.

   "Elem.T" is any type but an open array; "Elem" has a text constant "Brand".

   Abstract state of a sequence "s": elements "s[0]", ..., "s[n-1]". Every operation on one element takes constant time,
   adding one on average. *)

CONST Brand = "(Sequence " & Elem.Brand & ")";

TYPE
  T <: Public;
  Public = OBJECT
    METHODS
      init(sizeHint: CARDINAL := 5): T;
      (* Makes it empty; the sequence itself. To be called, or "fromArray", before anything else: without it, the others
         are checked run-time errors. "sizeHint" is a guess how many elements there will be. *)

      fromArray(READONLY a: ARRAY OF Elem.T): T;
      (* Gives it the elements of "a"; the sequence itself. *)

      addhi(READONLY x: Elem.T);
      addlo(READONLY x: Elem.T);
      (* Adds "x" behind the last element, before the first. *)

      remhi(): Elem.T;
      remlo(): Elem.T;
      (* Takes the last, the first element out and returns it. A checked run-time error if there is none. *)

      put(i: CARDINAL; READONLY x: Elem.T);
      (* "s[i] := x"; a checked run-time error if there is no "s[i]". *)

      size(): CARDINAL;

      gethi(): Elem.T;
      getlo(): Elem.T;
      get(i: CARDINAL): Elem.T;
      (* The last, the first element, "s[i]". A checked run-time error if there is none. *)
    END;

PROCEDURE Cat(s, t: T): T;
(* A new sequence: the elements of "s", then those of "t". *)

PROCEDURE Sub(s: T; start: CARDINAL; length: CARDINAL := LAST(CARDINAL)): T;
(* A new sequence: the elements of "s" from "s[start]" on, at most "length" of them; none if "start" lies past the end. *)

(* Nothing here is locked: while one thread changes a sequence, no other may use it. *)

END Sequence.
