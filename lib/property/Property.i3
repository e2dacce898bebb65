INTERFACE Property;

(* A "Set" holds references that are not NIL, no two of the same allocated type: what different clients want to remember about something, each by a type
   that only he knows. Sets are not locked; "MProperty" has such that are.

   Types are named by their codes, "TYPECODE(T)". *)

TYPE
  Set <: Set_public;
  Set_public = OBJECT METHODS
    put(ref: REFANY);
    (* Add "ref", in the place of the one of its type if there is one. NIL is a checked run-time error. *)

    get(tc: CARDINAL): REFANY;
    (* That of the type "tc", or NIL. *)

    getSub(tc: CARDINAL): REFANY;
    (* One whose type is a subtype of "tc", or NIL. *)

    remove(tc: CARDINAL);
    (* Remove that of the type "tc", if there is one. *)

    removeSub(tc: CARDINAL);
    (* Remove one whose type is a subtype of "tc", if there is one. *)
  END;

PROCEDURE New(): Set;
(* An empty one. *)

END Property.
