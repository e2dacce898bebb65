INTERFACE SpinPublic;

(* The domain of those kernel interfaces that every extension may be linked against.

   It grows: packages of the library are loaded, each into a domain that becomes a member of this one, when something
   that is resolved against it imports from them. *)

IMPORT Domain;

CONST Brand = "SpinPublic";

<*EXTERNAL*>
PROCEDURE GetDomain(): Domain.T;
(* A new capability with the right to import only. *)

END SpinPublic.
