INTERFACE SpinPublic;

(* The domain of those kernel interfaces that every extension may be linked against. *)

IMPORT Domain;

CONST Brand = "SpinPublic";

<*EXTERNAL*>
PROCEDURE GetDomain(): Domain.T;
(* A new capability with the right to import only. *)

END SpinPublic.
